"""Find a Chromium for the tests, or fetch one: `python -m tests.browser.chromium` says which."""

import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from tests.debian import install, succeeds

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_PROGRAMS: Final = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE: Final = (
    "No Chromium could be found or fetched for the browser tests. "
    "Install Chromium or Chrome with your system's package manager, then run the tests again."
)

log = logging.getLogger(__name__)


class ChromiumNotFoundError(Exception):
    """There is no Chromium, and none could be fetched."""


def find_chromium() -> str:
    """Return the path of a Chromium that starts.

    Raises:
        ChromiumNotFoundError: Nothing that was tried worked; the message says what to do.
    """
    fetchers: list[Callable[[], None]] = [lambda: None, fetch_from_playwright, fetch_from_debian]
    for fetch in fetchers:
        fetch()
        for path in candidates():
            if starts(path):
                return path
    raise ChromiumNotFoundError(ADVICE)


def candidates() -> Iterator[str]:
    """Yield the places where a Chromium may be: the system's, then Playwright's own."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from MAC_PROGRAMS
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own


def starts(path: str) -> bool:
    """Say whether the program is there with all it needs: a download may lack the system's libraries."""
    return Path(path).exists() and succeeds(path, "--version")


def fetch_from_playwright() -> None:
    """Try to download the Chromium that belongs to this Playwright."""
    succeeds(sys.executable, "-m", "playwright", "install", "chromium")


def fetch_from_debian() -> None:
    """Try to install Debian's package."""
    install("chromium")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    log.info("Chromium: %s", find_chromium())
