"""The compiled code that Chromium keeps beside the WebAssembly: of what the next visit runs."""

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
# Seconds: for the keeper to come to its end, and in which Chromium would have kept the code of a first start.
LONG: Final = 60
LONG_ENOUGH: Final = 10


@pytest.mark.parametrize("has_keeper", [True, False])
def test_code_is_kept_of_a_rehearsal_only(
    playwright: Playwright, site_dir: Path, tmp_path: Path, *, has_keeper: bool
) -> None:
    """After a first visit there is code of what the keeper ran from what it had kept; without it, none."""
    profile = tmp_path / "profile"
    with serving(site_dir) as server, Visits(playwright, profile).visit() as context:
        if not has_keeper:
            server.override("/keeper.js", Override(status=404))
        page = context.pages[0]
        open_page(page, server)
        wait_for_mark(page, "runtime-ready")
        deadline = time.monotonic() + (LONG if has_keeper else LONG_ENOUGH)
        while not compiled(profile) and time.monotonic() < deadline:
            page.wait_for_timeout(200)
    assert bool(compiled(profile)) == has_keeper


def compiled(profile: Path) -> list[Path]:
    """Return the files with compiled code in a Chromium's profile."""
    found = []
    for path in profile.glob("*/Code Cache/wasm/*_0"):
        # Chromium may have put another one in its place.
        with suppress(FileNotFoundError):
            if path.stat().st_size > CODE:
                found.append(path)
    return found
