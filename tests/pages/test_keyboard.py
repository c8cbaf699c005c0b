"""Everything can be reached and used without a mouse."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.browser.server import SiteServer
from tests.browser.story import CHECK, INTERVIEW, type_interview
from tests.pages.pages import Page, assert_none

pytestmark = pytest.mark.browser

# Numbers what Tab should reach, in the order of the page.
NOTE_STOPS: Final = """() => {
    // Of a group of radio buttons, the chosen one; where none is, the first.
    const group = (radio) => document.getElementsByName(radio.name);
    const chosen = (radio) => radio === ([...group(radio)].find((one) => one.checked) ?? group(radio)[0]);
    const may = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
    window.stops = [...may].filter((one) => one.tabIndex >= 0 && !one.matches(":disabled, [inert] *, [inert]")
        && one.checkVisibility({ visibilityProperty: true }) && (one.type !== "radio" || chosen(one)));
    return window.stops.map((one) => one.outerHTML.slice(0, 120));
}"""
# Says where the focus is: its number, and what is wrong with how it shows.
LOOK: Final = """() => {
    const one = document.activeElement;
    const isSeen = ({ width, height }) => width > 1 && height > 1;
    const boxOf = (element) => [...element.getClientRects()].find(isSeen);
    // A radio button of no size is shown by its label.
    const shown = boxOf(one) ? one : one.nextElementSibling ?? one;
    const box = boxOf(shown);
    const outlined = (element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    const faults = [];
    // A field may be drawn by what is around it: the stem of a sentence.
    if (!outlined(shown) && !outlined(shown.parentElement)) faults.push("no ring");
    if (!box || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
        faults.push("out of sight");
    } else {
        const inside = (value, most) => Math.min(Math.max(value, 1), most - 1);
        const hit = document.elementFromPoint(
            inside((box.left + box.right) / 2, innerWidth), inside((box.top + box.bottom) / 2, innerHeight));
        if (!hit || !(hit.contains(shown) || shown.contains(hit))) faults.push(`behind ${hit?.className}`);
    }
    const nowhere = one === document.body || one === document.documentElement;
    return { number: window.stops.indexOf(one), nowhere, faults, html: one.outerHTML.slice(0, 120) };
}"""
# A field for a date takes three presses, one for a time two; some browsers stop at what scrolls as well.
MOST_EXTRA: Final = 40


def open_still(window: Window, server: SiteServer, path: str) -> None:
    """Open a page and wait until nothing of it will change by itself."""
    window.emulate_media(reduced_motion="reduce")
    window.goto(server.url(path))
    for starting in window.locator("[data-starting]").all():
        expect(starting).to_be_hidden(timeout=60_000)


def walk(window: Window, expected: int) -> tuple[list[int], list[str]]:
    """Press Tab until the page ends; return the numbers of the stops, and the faults met on the way."""
    numbers: list[int] = []
    faults: list[str] = []
    for _ in range(expected + MOST_EXTRA):
        window.keyboard.press("Tab")
        stop: dict[str, Any] = window.evaluate(LOOK)
        if stop["nowhere"] or (numbers and stop["number"] == numbers[0] != numbers[-1]):
            return numbers, faults
        if stop["number"] >= 0 and stop["number"] not in numbers[-1:]:
            numbers.append(stop["number"])
            faults += [f"{fault}: {stop['html']}" for fault in stop["faults"]]
    return numbers, [*faults, f"no way out: {window.evaluate(LOOK)['html']}"]


def assert_tab_reaches_everything(window: Window) -> None:
    """Walk through what is shown: each link and control once, in order, with a ring, and out at the end."""
    expected: list[str] = window.evaluate(NOTE_STOPS)
    numbers, faults = walk(window, len(expected))
    assert_none(expected[number] for number in range(len(expected)) if number not in numbers)
    assert numbers == sorted(numbers)
    assert_none(faults)


@pytest.mark.parametrize("width", [390, 1280])
def test_tab_reaches_everything_in_order(
    page: Window, server: SiteServer, pages: list[Page], subtests: pytest.Subtests, width: int
) -> None:
    """Each link and control has its turn, can be seen while it has it, and lets go of the focus."""
    page.set_viewport_size({"width": width, "height": 844})
    for one in pages:
        open_still(page, server, one.path)
        with subtests.test(one.name):
            assert_tab_reaches_everything(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_tab_reaches_everything_in_a_filled_form(page: Window, server: SiteServer, width: int) -> None:
    """So it is when two people are in the form, and beside it the letters, their buttons and the calendar."""
    page.set_viewport_size({"width": width, "height": 844})
    open_still(page, server, "write/")
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    page.locator(".md-skip").focus()
    page.keyboard.press("Shift+Tab")
    assert_tab_reaches_everything(page)


def test_tab_reaches_everything_in_the_letters(page: Window, server: SiteServer) -> None:
    """On a phone, where the sheets lie over the form, each of their buttons has its turn and nothing else."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_still(page, server, "write/")
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    page.get_by_role("button", name=CHECK).click()
    expect(page.get_by_role("heading", name="Your letters", exact=True)).to_be_focused()
    assert_tab_reaches_everything(page)


def test_the_first_stop_skips_to_the_text(
    page: Window, server: SiteServer, pages: list[Page], subtests: pytest.Subtests
) -> None:
    """On each page, Tab and Enter lead past the header, and the next Tab goes on from there."""
    for one in pages:
        open_still(page, server, one.path)
        page.keyboard.press("Tab")
        with subtests.test(one.name):
            link = page.locator("a:focus")
            expect(link).to_have_attribute("href", re.compile("^#."))
            expect(link).to_be_in_viewport()
            page.keyboard.press("Enter")
            expect(page.locator("main :target")).to_be_in_viewport()
            page.keyboard.press("Tab")
            expect(page.locator("header :focus")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_menu_opens_and_closes(page: Window, server: SiteServer, width: int) -> None:
    """Enter opens it, Tab goes on to its first link, Escape closes it and gives the focus back."""
    page.set_viewport_size({"width": width, "height": 844})
    open_still(page, server, "")
    button = page.get_by_role("button", name="Menu")
    menu = page.get_by_role("banner").get_by_role("navigation", name="Guide")
    button.focus()
    expect(menu).to_be_hidden()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
