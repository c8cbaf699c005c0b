"""The service worker's script: what it keeps, and what it is told."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.site.digests import integrity
from generator.site.offline import SERVICE_WORKER

pytestmark = pytest.mark.site

ASSETS = Path(__file__).parents[2] / "docs/assets"


@pytest.fixture(scope="module")
def kept(site_dir: Path) -> dict[str, Any]:
    """Return what the built service worker keeps."""
    found = re.search(r"^self\.KEPT = (.*);$", (site_dir / SERVICE_WORKER).read_text("utf-8"), re.MULTILINE)
    assert found
    value: dict[str, Any] = json.loads(found[1])
    return value


def path_of(site_dir: Path, url: str) -> Path:
    """Return the file that a host answers an address with."""
    return site_dir / (f"{url}index.html" if url.endswith("/") else url)


def test_each_file_is_kept_as_it_is(site_dir: Path, kept: dict[str, Any]) -> None:
    """The sums are those of the files that are there, the runtime's too."""
    listed = {one["url"]: one["integrity"] for one in kept["pages"]} | kept["runtime"]
    assert listed == {url: integrity(path_of(site_dir, url).read_bytes()) for url in listed}


def test_the_whole_guide_is_kept(site_dir: Path, kept: dict[str, Any]) -> None:
    """Every page that a searcher may find is there, with each script, style and picture that it shows."""
    urls = {one["url"].removeprefix("./") for one in kept["pages"]}
    pages = {
        page.parent.relative_to(site_dir).as_posix() + "/"
        for page in site_dir.rglob("index.html")
        if page.parent != site_dir and "project" not in page.parts
    }
    assert pages <= urls
    assert "" in urls
    for page in [*pages, ""]:
        html = path_of(site_dir, page or "./").read_text("utf-8")
        shown = re.findall(
            r"<(?:script|img|link)\b[^>]*?(?:src|href)=\"?((?:\.\./|\./)*assets/[^\" >]+)", html
        )
        assert shown
        needed = {re.sub(r"^(?:\.\./|\./)*", "", url) for url in shown}
        assert {url for url in needed if "/icon-" not in url} <= urls


def test_what_changes_with_its_name_is_asked_for_once(kept: dict[str, Any]) -> None:
    """A browser takes scripts from its own copies; pages, whose names stay, it asks the host for."""
    for one in kept["pages"]:
        named_by_content = re.match(r"assets/(?:[0-9a-f]{16}|javascripts|stylesheets)/", one["url"])
        assert (one["revision"] is None) is bool(named_by_content), one["url"]


def test_pages_tell_it_nothing_else() -> None:
    """The one message that a page sends is the address of its runtime."""
    said = {
        (path.name, sent)
        for path in ASSETS.glob("*.js")
        if "serviceWorker" in (text := path.read_text("utf-8"))
        for sent in re.findall(r"postMessage\((.*)\)", text)
    }
    assert said == {("keep-runtime.js", "`keep ${runtime}`, [port2]")}
