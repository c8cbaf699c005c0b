"""The search opens by keyboard and finds what people have in mind, in their words."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.browser.server import SiteServer

pytestmark = pytest.mark.browser

# How far down a list people look.
FIRST: Final = 3
SEARCHES: Final = {
    "panel": "questions/#panel",
    "no reply after two weeks": "questions/#no-reply",
}


def open_search(window: Window) -> None:
    """Press Tab until the search has its turn, and open it."""
    for _ in range(10):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement.matches('[for=__search], [name=query]')"):
            break
    if window.evaluate("document.activeElement.matches('label')"):
        window.keyboard.press("Enter")
    expect(window.locator("[name=query]")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("words", SEARCHES)
def test_the_right_page_is_among_the_first(page: Window, server: SiteServer, words: str, width: int) -> None:
    """What is typed finds its place, which the arrow keys and Enter open."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(server.url())
    open_search(page)
    page.keyboard.type(words)
    results = page.get_by_role("dialog", name="Search").get_by_role("link")
    expect(results.first).to_be_visible()
    found = [result.evaluate("link => link.href") for result in results.all()[:FIRST]]
    assert server.url(SEARCHES[words]) in found
    for _ in range(found.index(server.url(SEARCHES[words])) + 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(server.url(SEARCHES[words]))
