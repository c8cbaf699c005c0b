"""The compiled code that Chromium keeps of the WebAssembly and its scripts: of what the next visit runs."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.server import Override, serving
from tests.browser.story import open_page, wait_for_mark
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser

# Far less than the code of any Python, and more than what Chromium writes beside it.
CODE: Final = 100_000
# Bytes in which an entry's address stands.
HEAD: Final = 1000
# Seconds: for all that is kept to be kept, and in which Chromium would have kept the code of a first start.
LONG: Final = 60
LONG_ENOUGH: Final = 10


@pytest.mark.parametrize("has_rehearsal", [True, False])
def test_code_is_kept_of_a_rehearsal_only(visits: Visits, site_dir: Path, *, has_rehearsal: bool) -> None:
    """After a first visit there is code of what was rehearsed from what is kept; without it, none."""
    with serving(site_dir) as server, visits.visit() as context:
        if not has_rehearsal:
            server.override("/rehearser.js", Override(status=404))
        page = context.pages[0]
        open_page(page, server)
        wait_for_mark(page, "runtime-ready")
        found = awaited(page, lambda: code_of_wasm(visits.profile), LONG if has_rehearsal else LONG_ENOUGH)
    assert bool(found) == has_rehearsal


@pytest.mark.parametrize("has_compiler", [True, False])
def test_the_scripts_are_compiled_before_the_next_visit(
    visits: Visits, site_dir: Path, *, has_compiler: bool
) -> None:
    """There is code beside the service worker's copy of Pyodide's script too; without the compiler, none."""
    with serving(site_dir) as server, visits.visit() as context:
        page = context.pages[0]
        if not has_compiler:
            # To the page alone, this is another browser; all else goes on in Chromium's way.
            page.add_init_script("delete Navigator.prototype.userAgentData")
        open_page(page, server)
        expect(page.get_by_text("works without a network")).to_be_visible(timeout=LONG * 1000)
        found = awaited(page, lambda: code_of_script(visits.profile), LONG if has_compiler else LONG_ENOUGH)
    assert bool(found) == has_compiler


@pytest.fixture
def visits(playwright: Playwright, tmp_path: Path) -> Visits:
    """Return a browser that nobody has used."""
    return Visits(playwright, tmp_path / "profile")


def awaited(page: Page, find: Callable[[], list[Path]], seconds: float) -> list[Path]:
    """Return what is found, once anything is, or nothing after so long."""
    deadline = time.monotonic() + seconds
    while not (found := find()) and time.monotonic() < deadline:
        page.wait_for_timeout(200)
    return found


def code_of_wasm(profile: Path) -> list[Path]:
    """Return the files with code that Chromium keeps beside its own copies of WebAssembly."""
    return [path for path in profile.glob("*/Code Cache/wasm/*_0") if size(path) > CODE]


def code_of_script(profile: Path) -> list[Path]:
    """Return the files with code beside the service worker's copy of Pyodide's script.

    Cache Storage has a file for each entry, which begins with its address, and one beside it for its code.
    """
    found = []
    for entry in profile.glob("*/Service Worker/CacheStorage/*/*/*_0"):
        with suppress(FileNotFoundError), entry.open("rb") as file:
            beside = entry.with_name(entry.name.removesuffix("_0") + "_1")
            if b"/pyodide.asm.mjs" in file.read(HEAD) and size(beside) > CODE:
                found.append(beside)
    return found


def size(path: Path) -> int:
    """Return a file's size; none where Chromium has put another one in its place."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
