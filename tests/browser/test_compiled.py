"""The compiled code that Chromium keeps of the WebAssembly and its scripts: of what the next visit runs."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Playwright

from tests.browser.server import Override, serving
from tests.browser.story import open_page, wait_for_mark
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser

# Far less than the code of any Python, and more than what Chromium writes beside it.
CODE: Final = 100_000
# Seconds: for all that is kept to be kept, and in which Chromium would have kept the code of a first start.
LONG: Final = 60
LONG_ENOUGH: Final = 10


@pytest.mark.parametrize("has_keeper", [True, False])
def test_code_is_kept_of_a_rehearsal_only(visits: Visits, site_dir: Path, *, has_keeper: bool) -> None:
    """After a first visit there is code of what the keeper ran from what it had kept; without it, none."""
    found = first_visit(visits, site_dir, "/keeper.js" if not has_keeper else None, "*/Code Cache/wasm/*_0")
    assert bool(found) == has_keeper


@pytest.mark.parametrize("has_compiler", [True, False])
def test_the_scripts_are_compiled_before_the_next_visit(
    visits: Visits, site_dir: Path, *, has_compiler: bool
) -> None:
    """There is code beside the service worker's copy of Pyodide's script too; without its worker, none."""
    # Cache Storage has the code of a script in a file beside it.
    beside = "*/Service Worker/CacheStorage/*/*/*_1"
    found = first_visit(visits, site_dir, "/compiler.js" if not has_compiler else None, beside)
    assert bool(found) == has_compiler


@pytest.fixture
def visits(playwright: Playwright, tmp_path: Path) -> Visits:
    """Return a browser that nobody has used."""
    return Visits(playwright, tmp_path / "profile")


def first_visit(visits: Visits, site_dir: Path, missing: str | None, pattern: str) -> list[Path]:
    """Return the files with compiled code, of those of a profile, once there are any, or none."""
    with serving(site_dir) as server, visits.visit() as context:
        if missing:
            server.override(missing, Override(status=404))
        page = context.pages[0]
        open_page(page, server)
        wait_for_mark(page, "runtime-ready")
        deadline = time.monotonic() + (LONG_ENOUGH if missing else LONG)
        while not compiled(visits.profile, pattern) and time.monotonic() < deadline:
            page.wait_for_timeout(200)
    return compiled(visits.profile, pattern)


def compiled(profile: Path, pattern: str) -> list[Path]:
    """Return the files that are as large as compiled code is."""
    found = []
    for path in profile.glob(pattern):
        # Chromium may have put another one in its place.
        with suppress(FileNotFoundError):
            if path.stat().st_size > CODE:
                found.append(path)
    return found
