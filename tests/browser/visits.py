"""One person's visits to the site, with the browser started again in between."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Error, Page, Playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import LAUNCH_OPTIONS

# What is asked of each page when something failed, and the milliseconds in which a page that lives says it.
QUESTIONS: Final = {
    "runs scripts": "true",
    "is in front": "document.visibilityState === 'visible'",
    "is drawn": "new Promise((drawn) => requestAnimationFrame(() => drawn(true)))",
}
PATIENCE: Final = 3000


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
        except (AssertionError, Error) as error:
            for page in context.pages:
                error.add_note(f"{page.url}: {said_of(page)}")
            raise
        finally:
            context.close()


def said_of(page: Page) -> str:
    """Return what a page does and what not: a click waits for ever on one that is not drawn."""
    return ", ".join(f"{words}: {holds(page, question)}" for words, question in QUESTIONS.items())


def holds(page: Page, question: str) -> bool:
    """Say whether a page answers a question with yes before long."""
    try:
        page.wait_for_function(question, timeout=PATIENCE)
    except Error:
        return False
    return True
