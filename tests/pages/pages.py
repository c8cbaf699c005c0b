"""The pages of the built site, each read once, and where their links lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from mkdocs.config import load_config

ROOT: Final = Path(__file__).parents[2]
NOT_FOUND: Final = "404.html"


# It is asked for each link of each page.
@cache
def site_url() -> str:
    """Return the address that mkdocs.yml gives the site, with a slash at its end as MkDocs adds it."""
    url = load_config(str(ROOT / "mkdocs.yml")).site_url
    assert url
    return url


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: its path from the site's root, as in its address, and its file."""

    path: str
    file: Path

    @property
    def name(self) -> str:
        """What a failure calls it."""
        return f"/{self.path}"

    @property
    def address(self) -> str:
        """The address it has on the site that mkdocs.yml names."""
        return site_url() + self.path

    @property
    def is_project(self) -> bool:
        """Say whether it is for those who change the project."""
        return self.path.startswith("project/")

    @property
    def is_guide(self) -> bool:
        """Say whether it is for readers, and at an address of its own."""
        return not self.is_project and self.path != NOT_FOUND

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page's elements."""
        return BeautifulSoup(self.file.read_text("utf-8"), "html.parser")

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link to a place on this page may name."""
        return frozenset(str(tag["id"]) for tag in self.soup.find_all(id=True))

    def content(self, selector: str, attribute: str = "content") -> str:
        """Return an attribute of the one element that a selector finds, or nothing."""
        found = self.soup.select(selector)
        assert len(found) < 2, f"{self.name}: more than one {selector}"
        return str(found[0].get(attribute, "")) if found else ""


def find_pages(site: Path) -> list[Page]:
    """Return every page of a built site."""
    files = sorted(site.rglob("*.html"))
    return [
        Page(path=file.relative_to(site).as_posix().removesuffix("index.html"), file=file) for file in files
    ]


def assert_none(faults: Iterable[str]) -> None:
    """Fail with each fault in a line of its own, none left out."""
    lines = list(faults)
    assert not lines, "\n".join(["", *lines])


def describe(tag: Tag) -> str:
    """Return an element as a failure shows it: its opening tag and the first words in it."""
    opening = str(tag).partition(">")[0]
    return f"{opening}> {' '.join(tag.get_text().split())[:40]}".strip()


def file_of(address: str, site: Path) -> Path | None:
    """Return the built file that a full address names; None where it leads out of the site."""
    place = urlsplit(address)
    home = urlsplit(site_url())
    if (place.scheme, place.netloc) != (home.scheme, home.netloc):
        return None
    if not place.path.startswith(home.path):
        return None
    path = unquote(place.path.removeprefix(home.path))
    return site / (path + "index.html" if path.endswith("/") or not path else path)


def fault_of(link: str, *, page: Page, site: Path, pages: dict[Path, Page]) -> str:
    """Return what is wrong with a link of a page: nothing for one that works or leads out of the site."""
    address = urljoin(page.address, link)
    file = file_of(address, site)
    if file is None:
        same_host = urlsplit(address).netloc == urlsplit(site_url()).netloc
        return "leads above the site's root" if same_host else ""
    if not file.is_file():
        return "there is no such file"
    anchor = unquote(urlsplit(address).fragment)
    # What has an equals sign is no place on the page but a word to its script.
    if anchor and "=" not in anchor and file in pages and anchor not in pages[file].anchors:
        return "there is no such anchor"
    return ""
