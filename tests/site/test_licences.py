"""The list of libraries and their licences."""

import json
import re
from pathlib import Path
from typing import Final

import pytest

from generator.site.licences import TEXTS, builders, licence_text, shipped
from generator.site.tools import BuildError

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
    """The site hands on its own licence first, then the text of each library's, under a line of its own."""
    texts = (site_dir / TEXTS).read_text("utf-8")
    assert texts.index((ROOT / "LICENSE").read_text("utf-8")) < texts.index(shipped(ROOT)[0].text)
    assert {one.name for one in shipped(ROOT) if not one.text or one.text not in texts} == set()
    heads = re.findall(r"^={72}\n(.+)\n={72}$", texts, re.MULTILINE)
    assert heads[1:] == [f"{one.name} {one.version}: {one.licence}" for one in shipped(ROOT)]


def test_python_and_pyodide_come_with_the_words_of_their_licences() -> None:
    """Both are handed out, and neither of npm's packages has a text: the right one is lent to each."""
    found = {one.name: one for one in shipped(ROOT)}
    assert found["pyodide"].licence == "MPL-2.0"
    assert found["pyodide"].text.startswith("Mozilla Public License Version 2.0\n")
    assert "Exhibit A - Source Code Form License Notice" in found["pyodide"].text
    assert found["Python"].licence == "PSF-2.0"
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in found["Python"].text


@pytest.mark.parametrize("licence", ["GPL-3.0", "MIT"])
def test_a_licence_whose_text_is_not_at_hand_stops_the_build(licence: str) -> None:
    """A library without a text is not handed out in silence."""
    with pytest.raises(BuildError, match=f"No text of {licence}"):
        licence_text(licence)
