"""No link leads nowhere: on the pages, in the sitemap, in the search, and between rules and checks."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from generator.checks import CHECKS
from tests.pages.pages import NOT_FOUND, Page, assert_none, describe, fault_of, site_url

pytestmark = pytest.mark.site

# Where an element names something to fetch or to go to.
ATTRIBUTES = ("href", "src", "action", "poster", "data")


def test_every_link_leads_to_a_file_and_an_anchor(
    site_dir: Path, pages: list[Page], subtests: pytest.Subtests
) -> None:
    """Whatever a page links to or loads from its own site is there, and so is the place on it."""
    by_file = {page.file: page for page in pages}
    for page in pages:
        faults = [
            f"{describe(tag)}: {fault}"
            for tag in page.soup.select("*")
            for attribute in ATTRIBUTES
            if tag.has_attr(attribute)
            and (fault := fault_of(str(tag[attribute]), page=page, site=site_dir, pages=by_file))
        ]
        with subtests.test(page.name):
            assert page.soup.find("a", href=True)
            assert_none(faults)


def test_the_sitemap_lists_every_page_with_its_date(site_dir: Path, pages: list[Page]) -> None:
    """Each page but the one for what is not found stands in it once, with a day that is not to come."""
    text = (site_dir / "sitemap.xml").read_text("utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    assert sorted(listed) == sorted(page.address for page in pages if page.path != NOT_FOUND)
    days = [dt.date.fromisoformat(day) for day in re.findall(r"<lastmod>(.*?)</lastmod>", text)]
    assert len(days) == len(listed)
    assert max(days) <= dt.datetime.now(dt.UTC).date()


def test_every_place_in_the_search_is_there(site_dir: Path, pages: list[Page]) -> None:
    """What the search can find can be opened."""
    by_file = {page.file: page for page in pages}
    index = json.loads((site_dir / "search/search_index.json").read_text("utf-8"))
    home = next(page for page in pages if page.path == "")
    places = [entry["location"] for entry in index["docs"]]
    assert len(places) > len(pages)
    faults = [
        f"{place}: {fault}"
        for place in places
        if (fault := fault_of(place, page=home, site=site_dir, pages=by_file))
    ]
    assert_none(faults)


def test_every_rule_has_its_heading_and_its_check(pages: list[Page]) -> None:
    """On the pages that checks link to, the headings of third rank are the checks' ids, no more, no fewer."""
    checks = {(page, check.id) for check in CHECKS for page in check.pages}
    headings = {
        (page.path.removesuffix("/"), str(heading["id"]))
        for page in pages
        if page.path.removesuffix("/") in {name for name, _ in checks}
        for heading in page.soup.select("article h3[id]")
    }
    assert headings == checks


def test_robots_are_let_in_and_shown_the_sitemap(site_dir: Path) -> None:
    """robots.txt names the sitemap at the site's own address, and closes nothing."""
    lines = (site_dir / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {site_url()}sitemap.xml" in lines
    assert "User-agent: *" in lines
    assert "Disallow: /" not in lines
