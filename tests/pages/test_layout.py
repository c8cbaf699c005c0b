"""Nothing has to be scrolled sideways: on the smallest phone, and with text of twice the size."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page as Window

from tests.browser.conftest import Launch
from tests.browser.server import SiteServer
from tests.pages.pages import Page, assert_none

pytestmark = pytest.mark.browser

# Browsers' own, in pixels.
USUAL_SIZE: Final = 16
# What reaches past the window's edge and is not cut off or scrolled by something around it.
PAST_THE_EDGE: Final = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth && document.body.scrollWidth <= root.clientWidth) return [];
    const clips = (element) => getComputedStyle(element).overflowX !== "visible";
    const clipped = (element) => {
        for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
            if (clips(one)) return true;
        }
        return false;
    };
    // A word that is too long reaches out of its element.
    const right = (element) => {
        const box = element.getBoundingClientRect();
        return Math.round(Math.max(box.right, clips(element) ? 0 : box.left + element.scrollWidth));
    };
    const shown = [...document.body.querySelectorAll("*")].filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !clipped(element));
    const causes = (element) => ![...element.children].some((one) => right(one) >= right(element));
    const past = shown.filter((element) => right(element) > root.clientWidth && causes(element));
    const name = (element) => [element.localName, ...element.classList].join(".");
    const most = `${root.scrollWidth} of ${root.clientWidth} pixels`;
    return [most, ...past.map((one) => `${name(one)} to ${right(one)}`)];
}"""


def sideways(window: Window) -> list[str]:
    """Return what makes the page wider than the window."""
    found: list[str] = window.evaluate(PAST_THE_EDGE)
    return found


def test_nothing_scrolls_sideways_on_the_smallest_phone(
    page: Window, server: SiteServer, pages: list[Page], subtests: pytest.Subtests
) -> None:
    """At 320 pixels, which is also 1280 at four times the size, each page is read by scrolling down."""
    page.set_viewport_size({"width": 320, "height": 640})
    for one in pages:
        page.goto(server.url(one.path))
        with subtests.test(one.name):
            assert_none(sideways(page))


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_scrolls_sideways_with_larger_text(
    launch: Launch, server: SiteServer, pages: list[Page], subtests: pytest.Subtests, width: int
) -> None:
    """At 200 % text, as a reader sets it in the browser."""
    with launch(f"--blink-settings=defaultFontSize={2 * USUAL_SIZE}") as browser:
        page = browser.new_page(viewport={"width": width, "height": 844})
        for one in pages:
            page.goto(server.url(one.path))
            with subtests.test(one.name):
                assert page.evaluate("matchMedia(`(width: ${innerWidth / 32}em)`).matches")
                assert_none(sideways(page))
