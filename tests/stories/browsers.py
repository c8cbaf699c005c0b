"""The browsers that the stories run in: `python -m tests.stories.browsers` fetches those that are missing."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from tests import debian
from tests.browser.chromium import ChromiumNotFoundError, find_chromium
from tests.stories.chromium import Chromium
from tests.stories.firefox import Firefox
from tests.stories.webkit import WebKitGTK

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from tests.stories.tab import Browser

NAMES: Final = ("Chromium", "Firefox", "WebKitGTK")
PACKAGES: Final = ("firefox-esr", "webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")
# Where it is set, a browser that is missing is a failure: what checks every change must not lose one unseen.
ALL_NEEDED: Final = "EVERY_BROWSER"
BINDINGS: Final = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
# Debian's own, whichever other comes first.
PYTHON: Final = "/usr/bin/python3"


class BrowserNotFoundError(Exception):
    """A browser is not here; the message says what is missing."""


def find(name: str, playwright: Playwright) -> Browser:
    """Return a browser by its name.

    Raises:
        BrowserNotFoundError: It is not here.
    """
    if name == "Chromium":
        try:
            return Chromium(playwright, find_chromium())
        except ChromiumNotFoundError as error:
            raise BrowserNotFoundError(str(error)) from error
    if name == "Firefox":
        return Firefox(_program("firefox-esr", "firefox"))
    driver = _program("WebKitWebDriver")
    _program("Xvfb")
    if subprocess.run([PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode:
        raise BrowserNotFoundError(f"{PYTHON} has no bindings for WebKitGTK 4.1")
    return WebKitGTK(driver, PYTHON)


def is_needed() -> bool:
    """Say whether a browser that is missing is a failure."""
    return os.environ.get(ALL_NEEDED) == "1"


def _program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise BrowserNotFoundError(f"there is no {' or '.join(names)}")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    debian.install(*PACKAGES)
