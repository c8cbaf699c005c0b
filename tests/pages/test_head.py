"""What each page says about itself, to search engines, to other sites and to the reader's device."""

from __future__ import annotations

import datetime as dt
import json
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.pages.pages import NOT_FOUND, Page, assert_none, describe, file_of

pytestmark = pytest.mark.site

HEADINGS: Final = ["h1", "h2", "h3", "h4", "h5", "h6"]
CARD_SIZE: Final = (1200, 630)
# What a search engine asks of each kind of thing that a page may say it is.
REQUIRED: Final = {
    "Article": {"headline", "image", "datePublished", "dateModified", "author", "publisher"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "Organization": {"name"},
    "Person": {"name"},
    "ImageObject": {"url"},
    "WebSite": {"name", "url"},
    "WebPage": {"name", "url"},
    "WebApplication": {"name", "url", "applicationCategory"},
    "Offer": {"price"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
}


def things(node: Any) -> Iterator[dict[str, Any]]:
    """Yield each thing with a type in structured data, at any depth."""
    if isinstance(node, list):
        for one in node:
            yield from things(one)
    elif isinstance(node, dict):
        if "@type" in node:
            yield node
        for value in node.values():
            yield from things(value)


def data_of(page: Page) -> list[dict[str, Any]]:
    """Return all things in a page's structured data."""
    found: list[dict[str, Any]] = []
    for script in page.soup.select('script[type="application/ld+json"]'):
        data = json.loads(script.get_text())
        assert data.get("@context") == "https://schema.org"
        found += things(data)
    return found


def png_size(file: Path) -> tuple[int, int]:
    """Return a PNG file's width and height."""
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n"), file
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def shared(values: dict[str, str]) -> list[str]:
    """Return the pages, by name, whose value is another page's too."""
    times = Counter(values.values())
    return [f"{name}: {value}" for name, value in values.items() if times[value] > 1]


def test_every_title_is_short_and_its_own(pages: list[Page], subtests: pytest.Subtests) -> None:
    """A title fits a line of search results, and no other page has it."""
    titles = {page.name: page.soup.title.get_text() if page.soup.title else "" for page in pages}
    for name, title in titles.items():
        with subtests.test(name):
            assert title
            assert len(title) <= 65, f"{len(title)} characters: {title}"
    assert_none(shared(titles))


def test_every_description_is_its_own(pages: list[Page], subtests: pytest.Subtests) -> None:
    """A description says enough, is not cut off in search results, and no other page has it."""
    descriptions = {
        page.name: page.content('meta[name="description"]') for page in pages if page.path != NOT_FOUND
    }
    for name, description in descriptions.items():
        with subtests.test(name):
            assert 50 <= len(description) <= 160, f"{len(description)} characters: {description}"
    assert_none(shared(descriptions))


def test_every_page_names_its_own_address(pages: list[Page], subtests: pytest.Subtests) -> None:
    """The canonical link is its address on the site that mkdocs.yml names; what is not found has none."""
    for page in pages:
        with subtests.test(page.name):
            expected = "" if page.path == NOT_FOUND else page.address
            assert page.content('link[rel="canonical"]', "href") == expected


def test_headings_are_in_order(pages: list[Page], subtests: pytest.Subtests) -> None:
    """A page has one heading of first rank, at its front, and no rank is left out on the way down."""
    for page in pages:
        # A template is no part of the page until a script puts it there, below a heading that is.
        found = [tag for tag in page.soup.find_all(HEADINGS) if tag.find_parent("template") is None]
        ranks = [int(tag.name[1]) for tag in found]
        with subtests.test(page.name):
            assert ranks[:1] == [1]
            assert ranks.count(1) == 1
            jumps = [
                describe(tag)
                for tag, rank, before in zip(found[1:], ranks[1:], ranks, strict=False)
                if rank > before + 1
            ]
            assert_none(jumps)


def test_every_page_has_a_card(site_dir: Path, pages: list[Page], subtests: pytest.Subtests) -> None:
    """What another site shows of a page: title, description, address and a picture that is there."""
    for page in pages:
        if page.path == NOT_FOUND:
            continue
        with subtests.test(page.name):
            assert page.content('meta[property="og:title"]')
            assert page.content('meta[property="og:type"]') in {"article", "website"}
            assert page.content('meta[property="og:url"]') == page.address
            description = page.content('meta[name="description"]')
            assert page.content('meta[property="og:description"]') == description
            assert page.content('meta[name="twitter:card"]') == "summary_large_image"
            assert page.content('meta[property="og:image:alt"]')
            picture = file_of(page.content('meta[property="og:image"]'), site_dir)
            assert picture
            assert picture.is_file()
            assert png_size(picture) == CARD_SIZE


def test_structured_data_is_whole(site_dir: Path, pages: list[Page], subtests: pytest.Subtests) -> None:
    """Each thing has what search engines ask of its kind; dates are dates, pictures and pages are there."""
    today = dt.datetime.now(dt.UTC).date()
    for page in pages:
        with subtests.test(page.name):
            for thing in data_of(page):
                missing = {key for key in REQUIRED[thing["@type"]] if not thing.get(key)}
                assert missing == set(), thing["@type"]
                for key in {"datePublished", "dateModified"} & thing.keys():
                    assert dt.datetime.fromisoformat(thing[key]).date() <= today
                assert thing.get("datePublished", "") <= thing.get("dateModified", "~")
                assert len(thing.get("headline", "")) <= 110
                for key in {"image", "url"} & thing.keys():
                    if isinstance(thing[key], str):
                        file = file_of(thing[key], site_dir)
                        assert file is None or file.is_file(), thing[key]


def test_every_guide_page_says_what_it_is(pages: list[Page], subtests: pytest.Subtests) -> None:
    """A page for readers has structured data; somewhere there are an article and answered questions."""
    kinds = {page.name: {str(thing["@type"]) for thing in data_of(page)} for page in pages if page.is_guide}
    for name, found in kinds.items():
        with subtests.test(name):
            assert found
    assert {"Article", "FAQPage"} <= set().union(*kinds.values())


def test_questions_and_answers_can_be_read_on_the_page(pages: list[Page], subtests: pytest.Subtests) -> None:
    """What search engines are told is what the reader sees, word for word."""
    for page in pages:
        article = page.soup.article
        shown = " ".join(article.get_text().split()) if article else ""
        for thing in data_of(page):
            if thing["@type"] == "Question":
                with subtests.test(page.name, question=thing["name"]):
                    assert thing["name"] in shown
                    assert thing["acceptedAnswer"]["text"] in shown


def test_every_page_has_icons(pages: list[Page], subtests: pytest.Subtests) -> None:
    """Each page names an icon for tabs, one for home screens, and the manifest."""
    for page in pages:
        with subtests.test(page.name):
            for rel in ("icon", "apple-touch-icon", "manifest"):
                assert page.soup.select(f'link[rel="{rel}"][href]'), rel


def test_the_manifest_names_icons_that_are_there(site_dir: Path, pages: list[Page]) -> None:
    """A device can put the site on its home screen: a name, a start, and icons of the sizes they say."""
    home = next(page for page in pages if page.path == "")
    file = site_dir / home.content('link[rel="manifest"]', "href")
    manifest = json.loads(file.read_text("utf-8"))
    assert manifest["name"]
    assert manifest["start_url"]
    assert {"192x192", "512x512"} <= {icon.get("sizes") for icon in manifest["icons"]}
    for icon in manifest["icons"]:
        picture = file.parent / icon["src"]
        assert picture.is_file(), icon
        if icon["type"] == "image/png":
            assert "x".join(map(str, png_size(picture))) == icon["sizes"]
