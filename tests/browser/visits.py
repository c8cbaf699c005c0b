"""One person's visits to the site, with the browser started again in between."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import LAUNCH_OPTIONS


class Visits:
    """One person's browser: each visit starts it anew, with what the last one left."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self.playwright = playwright
        self.profile = profile
        self.path = find_chromium()

    @contextmanager
    def visit(self) -> Iterator[BrowserContext]:
        """Start the browser for as long as the block runs."""
        as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=self.path,
            args=[*LAUNCH_OPTIONS, *as_root],
            locale="en-GB",
            timezone_id="Europe/London",
        )
        try:
            yield context
        finally:
            context.close()
