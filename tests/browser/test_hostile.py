"""What nobody types, in the fields of the writing page: it is said, is only words, and the page goes on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, open_page, type_interview

pytestmark = pytest.mark.browser

PUT = """text => {
    const field = document.querySelector("#fit");
    field.value = text.repeat(2_000_000);
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}"""


def test_ten_megabytes_are_said(page: Page, server: SiteServer) -> None:
    """A field with ten million characters has its message, and the letters come without it, key by key."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    page.get_by_label("What you would bring", exact=False).focus()
    page.evaluate(PUT, "a b. ")
    page.get_by_label("Company").fill("Quay Street Clinic")
    page.get_by_label("Role").focus()
    said = "Shorten this to 500 characters or fewer; it has 5,000 or more."
    expect(page.locator("#fit-error")).to_contain_text(said, timeout=30_000)
    expect(page.locator('[data-message="thank-you-1"]')).to_contain_text("Quay Street Clinic")
    assert page.locator("#fit").evaluate("field => field.value.length") == 10_000_000
