"""Draw the pictures that other programs show for the site: a card for each page, and the icon in pixels."""

import textwrap
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from resvg_py import svg_to_bytes

from generator.site.rendering import render

_FOLDER: Final = Path(__file__).parent
# The size that pages which show links cut pictures to.
_CARD: Final = (1200, 630)
_CHARACTERS: Final = 32
_LINES: Final = 3


@cache
def draw_card(title: str, site: str) -> bytes:
    """Return the picture shown with links to a page, as PNG of 1200 by 630 pixels."""
    lines = textwrap.wrap(title, _CHARACTERS, max_lines=_LINES, placeholder=" …")
    return _paint(render("card.svg", lines=lines, site=site), *_CARD)


@cache
def draw_icon(size: int) -> bytes:
    """Return the site's icon as a square PNG with sides of `size` pixels."""
    return _paint((_FOLDER / "theme/assets/favicon.svg").read_text("utf-8"), size, size)


def _paint(svg: str, width: int, height: int) -> bytes:
    # Only this font, so that the picture is the same on every machine.
    return svg_to_bytes(
        svg_string=svg, width=width, height=height, skip_system_fonts=True, font_files=[str(_font())]
    )


def _font() -> Path:
    # Not imported: the package has nothing but files.
    spec = find_spec("font_source_serif_pro")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("font-source-serif-pro is not installed")
    return Path(spec.origin).parent / "files/SourceSerifPro-Semibold.ttf"
