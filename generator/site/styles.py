"""Join the parts of each stylesheet into one file: a page waits for every file that it is painted with."""

from itertools import groupby
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

# A folder for each stylesheet; its parts, in the order of their names.
_STYLES: Final = "assets/styles/"


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put a file for each stylesheet in the place of its parts."""
    parts = sorted(
        (file for file in files if file.src_uri.startswith(_STYLES)), key=lambda file: file.src_uri
    )
    for name, own in groupby(parts, key=_sheet):
        texts = []
        for part in own:
            texts.append(part.content_string)
            files.remove(part)
        files.append(File.generated(config, f"assets/{name}.css", content="\n".join(texts)))


def _sheet(part: File) -> str:
    return part.src_uri.removeprefix(_STYLES).partition("/")[0]
