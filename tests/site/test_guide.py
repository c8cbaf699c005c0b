"""The built guide: each rule has its heading, and nothing comes from elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from generator.checks import CHECKS
from generator.form import KEYS
from generator.site.form_page import render_form

pytestmark = pytest.mark.site

# The rules of the advice, by the page that explains them.
RULES: Final = {
    "thank-you": {
        "within-24-hours", "by-email", "say-why", "name-a-detail", "name-people", "show-fit",
        "show-excitement", "one-each", "thank-you-length", "clear-subject", "no-pressure",
        "no-placeholders", "right-names", "signed", "own-words", "plain-text", "by-hand",
    },
    "follow-up": {
        "one-to-two-weeks", "respect-the-time-frame", "short", "offer-more", "show-excitement",
        "look-forward", "thank-again", "do-not-annoy", "no-stock-openers", "same-thread", "by-hand",
    },
}  # fmt: skip


class Tags(HTMLParser):
    """Collect the tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with its attributes."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("page", RULES)
def test_each_rule_has_its_heading(site_dir: Path, page: str) -> None:
    """A rule's id is the anchor of a heading on its page."""
    tags = Tags((site_dir / page / "index.html").read_text())
    headings = {attributes.get("id") for tag, attributes in tags.found if re.fullmatch("h[1-6]", tag)}
    assert RULES[page] <= headings


def test_each_check_has_its_heading() -> None:
    """What a finding links to exists."""
    assert all(check.id in RULES[page] for check in CHECKS for page in check.pages)


def test_nothing_comes_from_elsewhere(site_dir: Path) -> None:
    """No page names a script, style, image or frame of another origin."""
    for page in site_dir.rglob("*.html"):
        for tag, attributes in Tags(page.read_text()).found:
            if tag in {"script", "img", "iframe", "source", "audio", "video", "object", "embed"}:
                loaded = [attributes.get("src"), attributes.get("data")]
            elif tag == "link" and attributes.get("rel") not in {"canonical", "next", "prev"}:
                loaded = [attributes.get("href")]
            else:
                loaded = []
            assert not [url for url in loaded if url and re.match(r"(?:[a-z]+:)?//", url)], page


def test_the_form_has_each_field_with_a_label() -> None:
    """The form is made from its definition: a control for each key of the document, each with its label."""
    page = render_form(root="../", runtime="assets/runtime/x/", sums={})
    tags = Tags(page[page.index('<form id="interview"') : page.index("</form>")]).found
    controls = [
        attributes
        for tag, attributes in tags
        if tag in {"input", "select", "textarea"} and attributes.get("type") != "hidden"
    ]
    labelled = {attributes.get("for") for tag, attributes in tags if tag == "label"}
    assert {attributes["id"] for attributes in controls} == labelled
    names = {str(attributes["name"]) for tag, attributes in tags if tag in {"input", "select", "textarea"}}
    assert {name.split("-")[0] for name in names} == set(KEYS)
