"""The list of libraries and their licences."""

import json
import re
from pathlib import Path
from typing import Final

import pytest

from generator.site.licences import TEXTS, builders, shipped

pytestmark = pytest.mark.site

ROOT: Final = Path(__file__).parents[2]
# Whoever publishes a copy of the site need do no more than hand on the texts.
FREE: Final = re.compile(r"MIT|BSD|Apache|MPL|PSF|SIL|Mozilla")


def test_every_dependency_is_listed() -> None:
    """What the locks of the runtime and of npm name is there, with its version and a licence."""
    listed = {one.name.lower(): one for one in [*shipped(ROOT), *builders(ROOT)]}
    asked = set(
        re.findall(r"^([\w.-]+)==", (ROOT / "requirements/runtime.txt").read_text("utf-8"), re.MULTILINE)
    )
    asked |= set(json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"])
    assert {name for name in asked if name.lower() not in listed} == set()
    assert {one.name for one in listed.values() if not one.version or not one.licence} == set()


def test_readers_may_be_given_all_of_it() -> None:
    """No library that is handed out has a licence that asks more of who publishes a copy."""
    assert {
        one.name: one.licence for one in [*shipped(ROOT), *builders(ROOT)] if not FREE.search(one.licence)
    } == {}


def test_the_texts_go_along(site_dir: Path) -> None:
    """The site hands on each licence's text; npm's Pyodide comes without one."""
    texts = (site_dir / TEXTS).read_text("utf-8")
    without = {one.name for one in shipped(ROOT) if not one.text or one.text not in texts}
    assert without == {"pyodide"}
