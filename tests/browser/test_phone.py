"""A phone, 360 pixels wide, held in one hand: everything can be touched, and what fails is said."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, letters, type_interview

WIDTH: Final = 360
# CSS pixels; Apple's guidelines and WCAG 2.5.5.
TARGET: Final = 44
# A link within a sentence is as high as its line. A label is touched for its control.
SMALL_TARGETS: Final = """(least) => {
  const small = [];
  for (const control of document.querySelectorAll("a[href], button, summary, input, select, textarea")) {
    if (control.matches("a:is(p *, li *, td *):not(.why), .md-skip")) continue;
    const label = control.matches("[type=checkbox], [type=radio], [type=file]") && control.labels[0];
    const touched = label || control;
    if (!touched.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height } = touched.getBoundingClientRect();
    if (width < 2 || (width >= least && height >= least)) continue;
    const name = touched.textContent.trim().slice(0, 40) || control.name || control.className;
    small.push(`${name}: ${width} x ${height}`);
  }
  return small;
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(browser: Browser, server: SiteServer) -> Iterator[Page]:
    """Return the writing page on a phone, with an interview typed and its letters written."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 740}, has_touch=True, is_mobile=True, locale="en-GB"
    )
    page = context.new_page()
    page.clock.set_fixed_time("2026-03-05T18:00:00Z")
    page.goto(server.url("write/"))
    expect(page.locator("[data-starting]")).to_be_hidden(timeout=60_000)
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-summary]")).to_contain_text("4 letters")
    yield page
    context.close()


def small_targets(page: Page) -> list[str]:
    """Return what is too small to touch, with its size."""
    return list(page.evaluate(SMALL_TARGETS, TARGET))


def test_everything_can_be_touched(phone: Page) -> None:
    """Each button, field and link of its own is 44 pixels high and wide, in the form and in the letters."""
    assert small_targets(phone) == []
    phone.get_by_role("button", name="Read").last.tap()
    for more in phone.get_by_text("Other ways to send it").all():
        more.tap()
    first = phone.locator('[data-message="thank-you-1"]')
    first.get_by_role("button", name=re.compile("^Edit ")).tap()
    first.get_by_label("Letter", exact=True).fill(
        "Dear Dana,\n\nI am writing to express my gratitude.\n\nAmara"
    )
    expect(first.get_by_role("button", name="writing to express").first).to_be_visible()
    expect(first.get_by_role("link", name="Why").first).to_be_visible()
    assert small_targets(phone) == []


def test_a_draft_can_be_checked_by_touch(phone: Page, server: SiteServer) -> None:
    """On the checking page too, with findings about words and about the whole, and none lies over another."""
    phone.goto(server.url("check/"))
    draft = phone.get_by_label("Your draft", exact=True)
    draft.fill("Dear Dana,\n\nI am writing to express my gratitude for [this].\n\nAmara")
    findings = phone.get_by_role("region", name="What to mend")
    expect(findings.get_by_role("link", name="Why")).not_to_have_count(0, timeout=60_000)
    expect(findings.get_by_role("button", name="writing to express").first).to_be_visible()
    assert small_targets(phone) == []
    for width in (WIDTH, 700):
        phone.set_viewport_size({"width": width, "height": 740})
        rows = findings.locator(".why, .quoted:visible").all()
        boxes = [box for row in rows if (box := row.bounding_box())]
        assert len(boxes) > 6
        for above, below in pairwise(boxes):
            assert above["y"] + above["height"] <= below["y"] + 0.5


def test_an_evening_by_touch(phone: Page) -> None:
    """The letters are read, one is copied and a step is marked as sent, without scrolling past the form."""
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.get_by_role("button", name="Read").last.tap()
    first = phone.locator('[data-message="thank-you-1"]')
    expect(first).to_be_in_viewport()
    first.get_by_role("button", name="Copy letter").tap()
    expect(phone.get_by_role("status")).to_have_text("The letter “Thank-you to Dana Whitfield” is copied.")
    assert phone.evaluate("navigator.clipboard.readText()") == letters(phone)["thank-you-1"][1]
    phone.get_by_role("button", name="Back to the form").tap()
    phone.get_by_role("button", name="Mark the thank-you as sent").tap()
    expect(phone.get_by_role("button", name="Mark the follow-up as sent")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= WIDTH


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("Promise.resolve()", "The letter is shared."),
        ("Promise.reject(new DOMException('', 'AbortError'))", "Nothing is shared."),
        (
            "Promise.reject(new DOMException('', 'NotAllowedError'))",
            "This browser could not share the letter. Copy it instead.",
        ),
    ],
)
def test_the_share_sheet_takes_the_letter(phone: Page, outcome: str, said: str) -> None:
    """What is shared is the letter as it stands, and what became of it is said, given up or refused too."""
    # What the page sees of a share sheet, which no browser without a screen has.
    phone.evaluate(
        f"() => {{ navigator.share = (shared) => {{ window.shared = shared; return {outcome}; }}; }}"
    )
    share(phone)
    expect(phone.get_by_role("status").or_(phone.get_by_role("alert")).filter(has_text=said)).to_be_visible()
    subject, body = letters(phone)["thank-you-1"]
    assert phone.evaluate("window.shared") == {"title": subject, "text": f"{subject}\n\n{body}"}


def test_no_share_sheet_no_button(phone: Page) -> None:
    """Where the browser has none, none is offered."""
    phone.evaluate("() => { delete Navigator.prototype.share; }")
    open_ways(phone)
    expect(phone.get_by_role("button", name="Save as a draft file").first).to_be_visible()
    expect(phone.get_by_role("button", name="Share it")).to_have_count(0)


def test_a_refused_clipboard_selects_the_letter(phone: Page) -> None:
    """A letter that cannot be copied is selected, whole, so that the phone's own menu copies it."""
    phone.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    phone.get_by_role("button", name="Read").last.tap()
    phone.locator('[data-message="thank-you-1"]').get_by_role("button", name="Copy letter").tap()
    said = "This could not be copied. The text is selected: copy it yourself."
    expect(phone.get_by_text(said).first).to_be_visible()
    selected: Any = phone.evaluate("getSelection().toString()")
    assert selected.split() == letters(phone)["thank-you-1"][1].split()


def open_ways(page: Page) -> None:
    """Open the other ways that the first letter can go."""
    page.get_by_role("button", name="Read").last.tap()
    page.locator('[data-message="thank-you-1"]').get_by_text("Other ways to send it").tap()


def share(page: Page) -> None:
    """Press the share button of the first letter."""
    open_ways(page)
    page.locator('[data-message="thank-you-1"]').get_by_role("button", name="Share it").tap()
