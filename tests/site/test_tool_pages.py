"""The built tool pages: what they link to is there, and each control has its label."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

import pytest
from mkdocs.config import load_config

from tests.site.built import ROOT
from tests.site.test_guide import Tags

pytestmark = pytest.mark.site

TOOLS: Final = ("write", "check")


def ids(path: Path) -> set[str | None]:
    """Return the ids on a page."""
    return {attributes.get("id") for _, attributes in Tags(path.read_text()).found}


@pytest.mark.parametrize("tool", TOOLS)
def test_each_link_leads_somewhere(site_dir: Path, tool: str) -> None:
    """A link of a tool page leads to a page of the site and a heading that it has, or to whoever runs it."""
    contact = load_config(str(ROOT / "mkdocs.yml")).extra["contact"]
    tags = Tags((site_dir / tool / "index.html").read_text()).found
    links = [str(attributes["href"]) for tag, attributes in tags if tag == "a" and attributes.get("href")]
    assert len(links) > 8
    for link in links:
        if link == contact:
            continue
        target = urlsplit(urljoin(f"/{tool}/", link))
        page = site_dir / target.path.lstrip("/") / "index.html"
        assert page.exists(), link
        assert not target.fragment or target.fragment in ids(page), link


def test_each_control_of_the_check_has_a_label(site_dir: Path) -> None:
    """Radio buttons and draft are named by labels, not by placeholders."""
    html = (site_dir / "check/index.html").read_text()
    desk = Tags(html[html.index("data-desk") :]).found
    labelled = {attributes.get("for") for tag, attributes in desk if tag == "label"}
    controls = [attributes for tag, attributes in desk if tag in {"input", "textarea", "select"}]
    assert {attributes.get("id") for attributes in controls} == {"kind-thank-you", "kind-follow-up", "draft"}
    assert {attributes.get("id") for attributes in controls} <= labelled
    assert not any("placeholder" in attributes for attributes in controls)


@pytest.mark.parametrize("page", ["thank-you", "follow-up", "write"])
def test_the_pages_before_it_lead_to_the_check(site_dir: Path, page: str) -> None:
    """Who has read the guide, or wants to write, finds the way to check a draft in the text."""
    html = (site_dir / page / "index.html").read_text()
    article = re.search(r"<article.*?</article>", html, re.DOTALL)
    assert article
    assert ("a", {"href": "../check/"}) in Tags(article[0]).found


@pytest.mark.parametrize("page", ["", "thank-you", "follow-up", "write"])
def test_only_the_check_loads_its_own(site_dir: Path, page: str) -> None:
    """The script and the stylesheet of the checking page are on no other."""
    html = (site_dir / page / "index.html").read_text()
    assert "assets/check." not in html
