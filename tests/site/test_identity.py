"""A copy of the site with another name, address and contact changes mkdocs.yml and nothing else."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import Final

import pytest
from bs4 import BeautifulSoup
from jinja2 import DictLoader, Environment
from mkdocs.config import load_config

from generator.site.identity import check_contact, put_contact
from generator.site.licences import TEXTS
from generator.site.tools import BuildError
from tests.site.built import ROOT

# What a build reads, and what it would only make again.
SOURCES: Final = (
    "docs",
    "generator",
    "requirements",
    "LICENSE",
    "mkdocs.yml",
    "package.json",
    "package-lock.json",
)
MADE: Final = (".cache", "node_modules")
OTHER: Final = {
    "site_name": "Kestrel Careers & Co",
    "site_description": "What Kestrel's people say about the days after.",
    "site_url": "https://kestrel.example/letters/",
    "short_name": "Kestrel",
    "contact": "https://kestrel.example/ask?a=1&b=2",
    "footer": "Kept on your device, <always>.",
}

# What a copy has to keep: whose text it is, and whose code.
KEPT: Final = (
    b"The text of the guide is by the makers of After the Interview, under ",
    b"Copyright (c) 2026 After the Interview contributors",
)


def identity() -> dict[str, str]:
    """Return what mkdocs.yml says this copy is."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    # A copy may leave out its contact, among others.
    return {key: config.get(key) or config.extra.get(key) or "" for key in OTHER}


def forms(value: str) -> set[bytes]:
    """Return a value as files may hold it: as it is, and escaped as HTML, with and without its quotes."""
    return {one.encode() for one in (value, escape(value), escape(value, quote=False)) if one}


def build_copy(folder: Path, changes: dict[str, str]) -> Path:
    """Build the sources in a folder of their own, with other values in mkdocs.yml."""
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, folder / name)
    for name in MADE:
        (folder / name).symlink_to((ROOT / name).resolve())
    config = folder / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines()
    for key, value in changes.items():
        (place,) = [at for at, line in enumerate(lines) if line.strip().startswith(f"{key}:")]
        indent = lines[place].partition(key)[0]
        lines[place] = f"{indent}{key}: {json.dumps(value)}"
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "PYTHONPATH": str(folder)})
    return site


@pytest.fixture(scope="module")
def copy(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built copy; the site itself is there first, and with it the runtime that both share."""
    assert site_dir.is_dir()
    return build_copy(tmp_path_factory.mktemp("copy"), OTHER)


def content_of(path: Path) -> bytes:
    """Return what a file holds, unpacked where it is one gzip stream."""
    content = path.read_bytes()
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def without_what_is_kept(path: Path) -> bytes:
    """Return what a file holds, without the sentences that the licences ask a copy to keep."""
    content = content_of(path)
    for sentence in KEPT:
        content = content.replace(sentence, b"")
    return content


@pytest.mark.site
def test_a_copy_says_whose_text_and_code_it_has(copy: Path) -> None:
    """Whoever changes mkdocs.yml alone keeps to both licences."""
    text, code = KEPT
    assert text in (copy / "about/index.html").read_bytes()
    assert code in (copy / TEXTS).read_bytes()
    assert code in (ROOT / "LICENSE").read_bytes()


@pytest.mark.site
def test_nothing_is_left_of_the_first(copy: Path) -> None:
    """No file of the copy has a word of who the first is, but for what its licences ask.

    What is packed is looked into.
    """
    old = identity()
    host_and_path = old["site_url"].removeprefix("https://").rstrip("/")
    values = [old["site_name"], host_and_path, old["contact"], old["footer"], old["site_description"]]
    traces = set().union(*(forms(value) for value in values))
    found = [
        f"{path.relative_to(copy)}: {trace.decode()}"
        for path in copy.rglob("*")
        if path.is_file()
        for trace in traces
        if trace in without_what_is_kept(path)
    ]
    assert found == []


@pytest.mark.site
def test_the_traces_are_in_the_first(site_dir: Path) -> None:
    """The first site does have each of them, so that looking for them proves something."""
    whole = b"".join(content_of(path) for path in site_dir.rglob("*") if path.is_file())
    old = identity()
    for key in ("site_name", "site_url", "contact", "footer", "site_description"):
        assert not old[key] or any(form in whole for form in forms(old[key])), key


@pytest.mark.site
def test_every_page_says_who_it_is(copy: Path) -> None:
    """Each page, the one for what is not found too, has the copy's name, footer and contact, escaped."""
    pages = sorted(copy.rglob("*.html"))
    assert copy / "404.html" in pages
    for path in pages:
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        name, footer = page.select_one(".site-name span"), page.select_one(".site-footer__line")
        assert name
        assert footer
        assert name.get_text() == OTHER["site_name"], path
        assert footer.get_text().startswith(OTHER["footer"]), path
        assert footer.find("a", href=OTHER["contact"]), path
        for place in page.select('link[rel="canonical"], meta[property="og:url"], meta[property="og:image"]'):
            assert str(place.get("href") or place["content"]).startswith(OTHER["site_url"]), path
        for data in page.select('script[type="application/ld+json"]'):
            described = json.loads(data.get_text())
            assert described.get("url", OTHER["site_url"]).startswith(OTHER["site_url"])
            assert described.get("publisher", {}).get("name", OTHER["site_name"]) == OTHER["site_name"]


@pytest.mark.site
def test_the_page_for_what_is_not_found_knows_its_path(copy: Path) -> None:
    """It is shown at any depth, so what it links to and loads begins with the path of the copy's address."""
    page = BeautifulSoup((copy / "404.html").read_text("utf-8"), "html.parser")
    links = [str(tag.get("href") or tag["src"]) for tag in page.select("a[href], link[href], script[src]")]
    own = [link for link in links if link not in {OTHER["contact"], "#not-found"}]
    assert len(own) > 10
    assert all(link.startswith("/letters/") for link in own)


@pytest.mark.parametrize(
    ("name", "title"),
    [("Kestrel", "Page not found - Kestrel"), ("The careers service of Kestrel " * 2, "Page not found")],
)
def test_a_long_name_leaves_the_title_of_what_is_not_found(name: str, title: str) -> None:
    """It stands behind the title only where both together are short enough for searchers, as on each page."""
    theme = ROOT / "generator/site/theme"
    pages = {name: (theme / name).read_text("utf-8") for name in ("404.html", "main.html")}
    base = "{% block htmltitle %}{% endblock %}"
    environment = Environment(loader=DictLoader({**pages, "base.html": base}), autoescape=True)
    environment.filters["url"] = str
    html = environment.get_template("404.html").render(config={"site_name": name})
    assert html.strip() == f"<title>{title}</title>"


@pytest.mark.site
def test_pages_say_whom_to_ask(copy: Path) -> None:
    """The pages about mistakes and about privacy link to the copy's contact in their text."""
    for name in ("about", "privacy"):
        page = BeautifulSoup((copy / name / "index.html").read_text("utf-8"), "html.parser")
        assert page.select(f'article a[href="{OTHER["contact"]}"]'), name


@pytest.mark.site
def test_what_other_programs_read_says_the_same(copy: Path, site_dir: Path) -> None:
    """Manifest, robots, sitemap and every card's picture are the copy's own."""
    manifest = json.loads((copy / "site.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["short_name"]) == (OTHER["site_name"], OTHER["short_name"])
    assert manifest["description"] == OTHER["site_description"]
    assert f"Sitemap: {OTHER['site_url']}sitemap.xml" in (copy / "robots.txt").read_text("utf-8")
    assert f"<loc>{OTHER['site_url']}write/</loc>" in (copy / "sitemap.xml").read_text("utf-8")
    cards = sorted(path.name for path in (copy / "assets/cards").iterdir())
    assert cards == sorted(path.name for path in (site_dir / "assets/cards").iterdir())
    for name in cards:
        assert (copy / "assets/cards" / name).read_bytes() != (site_dir / "assets/cards" / name).read_bytes()


@pytest.mark.parametrize("contact", ["contact@example.org", "http://example.org/", "javascript:alert(1)"])
def test_a_contact_that_is_no_link_stops_the_build(contact: str) -> None:
    """An address without its scheme would lead nowhere, and a script must not stand there."""
    with pytest.raises(BuildError, match="with mailto: or https:"):
        check_contact(contact)


def test_a_contact_cannot_break_out_of_its_link() -> None:
    """Marks that mean something in HTML are escaped."""
    html = put_contact("<!-- contact -->", 'https://example.org/"><script>')
    assert html.count("<") == 2
    assert "<script" not in html
