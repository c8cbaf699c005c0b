"""Chromium for the stories, by Playwright."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page, Playwright

from tests.browser.conftest import LAUNCH_OPTIONS
from tests.stories.tab import IN_PARTS, PAGE, PATIENCE, Saved, Scope, Tab, clock


class Chromium:
    """Debian's Chromium, or the one that the browser tests found."""

    name = "Chromium"

    def __init__(self, playwright: Playwright, program: str) -> None:
        self._playwright = playwright
        self._program = program

    @contextmanager
    def visit(self, profile: Path, *, now: str | None = None) -> Iterator[Tab]:
        """Start it; it ends with the block."""
        as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        context = self._playwright.chromium.launch_persistent_context(
            profile,
            executable_path=self._program,
            args=[*LAUNCH_OPTIONS, *as_root],
            locale="en-GB",
            timezone_id="Europe/London",
            permissions=["clipboard-read", "clipboard-write"],
        )
        try:
            context.set_default_timeout(PATIENCE * 1000)
            context.add_init_script(clock(now))
            yield ChromiumTab(context.pages[0])
        finally:
            context.close()


class ChromiumTab:
    """A tab of Chromium."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._errors: list[str] = []
        page.context.on("console", self._note)
        page.context.on("weberror", lambda error: self._errors.append(str(error.error)))

    def open(self, address: str) -> None:
        """Go to an address."""
        self._page.goto(address)

    def fill(self, label: str, text: str, *, within: Scope = PAGE) -> None:
        """Replace what a field holds."""
        field = self._field(label, within)
        if field.get_attribute("type") in IN_PARTS:
            field.fill(text)
            return
        field.fill("")
        field.press_sequentially(text)

    def choose(self, label: str, value: str, *, within: Scope = PAGE) -> None:
        """Choose from a list."""
        self._field(label, within).select_option(value)

    def value(self, label: str, *, within: Scope = PAGE) -> str:
        """Return what a field holds."""
        return self._field(label, within).input_value()

    def click(self, role: str, name: str, *, within: Scope = PAGE) -> None:
        """Press something."""
        self._named(role, name, within).click()

    def press(self, key: str) -> None:
        """Press a key."""
        self._page.keyboard.press(key)

    def save(self, role: str, name: str, *, within: Scope = PAGE) -> Saved:
        """Press something that saves a file."""
        with self._page.expect_download() as download:
            self.click(role, name, within=within)
        return Saved(name=download.value.suggested_filename, content=download.value.path().read_bytes())

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Return what a function says in the page."""
        return self._page.evaluate(f"given => ({function})(...given)", list(arguments))

    def errors(self) -> list[str]:
        """Return the errors in the console so far."""
        return self._errors

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(f"{message.text} {message.location['url']}")

    def _scope(self, within: Scope) -> Locator:
        if isinstance(within, str):
            return self._page.locator(within)
        return self._named(within.role, within.name, PAGE)

    def _named(self, role: str, name: str, within: Scope) -> Locator:
        # Playwright lists the roles in its types; a role that is none finds nothing, and the story says so.
        return self._scope(within).get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]  # any name

    def _field(self, label: str, within: Scope) -> Locator:
        return self._scope(within).get_by_label(label, exact=True)
