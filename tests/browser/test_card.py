"""The pocket card: fill it in on the phone, copy it, or print it on one small sheet."""

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import SiteServer

pytestmark = pytest.mark.browser

A6: Final = (298, 420)
# As long as the fields allow, in words of common length.
LONG: Final = (
    "They plan to open a second ward in the spring and want one person who can train the new staff there. "
    * 2
)


def open_card(page: Page, server: SiteServer) -> None:
    """Open the page with the card and wait for its script."""
    page.goto(server.url("before-you-leave/"))
    expect(page.get_by_role("button", name="Print the card")).to_be_visible()


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Return the size in points of each page of a PDF."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def fill_everything(page: Page) -> None:
    """Type as much into each field as it takes."""
    for field in page.locator("[data-card] :is(input, textarea)").all():
        longest = int(field.get_attribute("maxlength") or 0)
        field.fill(LONG[:longest].strip())


def test_it_prints_on_one_small_sheet(page: Page, server: SiteServer) -> None:
    """Empty or as full as it gets, the card is one A6 sheet with nothing else of the page on it."""
    open_card(page, server)
    assert sheets(page.pdf(prefer_css_page_size=True)) == [A6]
    fill_everything(page)
    assert sheets(page.pdf(prefer_css_page_size=True)) == [A6]
    page.emulate_media(media="print")
    expect(page.locator(".site-name")).to_be_hidden()
    for text in (
        "Names, as they spell them",
        "The pocket card",
        "Print the card",
        "Next:",
    ):
        expect(page.get_by_text(text, exact=False).first).to_be_hidden()
    for label in ("Name", "Role", "One thing they said"):
        expect(page.get_by_label(label, exact=True)).to_have_count(4)
        expect(page.get_by_label(label, exact=True).last).to_be_visible()
    for label in ("What I promised", "What they said about timing", "What I was glad of"):
        expect(page.get_by_label(label)).to_be_visible()


def test_nothing_typed_is_cut_on_paper(page: Page, server: SiteServer) -> None:
    """On paper each field is as high and as wide as what was typed into it."""
    open_card(page, server)
    fill_everything(page)
    page.set_viewport_size({"width": 352, "height": 514})
    page.emulate_media(media="print")
    cut = """(fields) => fields.filter(
        (field) => field.scrollHeight > field.clientHeight + 1 || field.scrollWidth > field.clientWidth + 1
    ).map((field) => field.id)"""
    assert page.locator("[data-card] :is(input, textarea)").evaluate_all(cut) == []


def test_copy_takes_what_was_typed(page: Page, server: SiteServer) -> None:
    """Copy gives a line for each part that was filled in, and says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_card(page, server)
    page.get_by_role("button", name="Copy what I typed").click()
    expect(page.get_by_role("status")).to_have_text("There is nothing on the card yet.")
    person = page.get_by_role("group", name="Person 2")
    person.get_by_label("Name").fill("Aisha Khan")
    person.get_by_label("One thing they said").fill("Mondays are full")
    page.get_by_label("What I promised").fill("a reference")
    page.get_by_role("button", name="Copy what I typed").click()
    expect(page.get_by_role("status")).to_have_text("The card is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Person 2: Aisha Khan, Mondays are full\nWhat I promised: a reference\n"


def test_a_refused_copy_shows_the_text(page: Page, server: SiteServer) -> None:
    """Where the page may not copy, what was typed is shown and selected."""
    open_card(page, server)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_label("What I was glad of").fill("a straight answer")
    page.get_by_role("button", name="Copy what I typed").click()
    expect(page.locator("[data-card-text]")).to_be_visible()
    assert page.evaluate("String(getSelection()).trim()") == "What I was glad of: a straight answer"


def test_nothing_on_it_is_sent_or_stored(page: Page, server: SiteServer) -> None:
    """Filling in asks for nothing and leaves nothing in the browser, and a reload begins empty."""
    open_card(page, server)
    server.paths.clear()
    page.get_by_label("Where").fill("Harbour Clinic")
    page.keyboard.press("Enter")
    assert server.paths == []
    assert "Harbour" not in page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    page.reload()
    expect(page.get_by_label("Where")).to_have_value("")


def test_the_card_is_there_without_script(browser: Browser, server: SiteServer) -> None:
    """Without JavaScript the card can be filled in and printed, and no button promises what it cannot do."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url("before-you-leave/"))
    page.get_by_label("Where").fill("Harbour Clinic")
    expect(page.get_by_role("button", name="Print the card")).to_be_hidden()
    assert sheets(page.pdf(prefer_css_page_size=True)) == [A6]
    context.close()
