"""Find a Chromium for the tests, or fetch one: `python tests/browser/chromium.py` says which."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_PROGRAMS: Final = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE: Final = (
    "No Chromium could be found or fetched for the browser tests. "
    "Install Chromium or Chrome with your system's package manager, then run the tests again."
)
# A download that has not come by then will not come.
PATIENCE: Final = 600

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
    """Try to install Debian's package, where that needs no password."""
    if shutil.which("apt-get") is None:
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    succeeds(*root, "apt-get", "update")
    succeeds(*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "chromium")


def succeeds(*command: str) -> bool:
    """Run a command and say whether it went well, logging why if it did not."""
    log.info("Running %s", " ".join(command))
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.warning("%s", error)
        return False
    if result.returncode:
        log.warning("%s", result.stderr[-2000:])
    return result.returncode == 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    log.info("Chromium: %s", find_chromium())
