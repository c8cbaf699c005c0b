"""What nobody types, in the fields of the writing page: it is said, is only words, and the page goes on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, downloaded, open_page, type_interview

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


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=document.title='hit'>",
        "{{ 7 * 7 }}{% for x in y %}",
        "</script><script>document.title='hit'</script>",
        "%0D%0ABcc: eve@example.org",
        "=cmd|' /C calc'!A0",
        "\\nSUMMARY:hit",
    ],
)
def test_what_looks_like_code_is_words(page: Page, server: SiteServer, text: str) -> None:
    """It stands in the letter as it was typed, and in no other place as anything else."""
    open_page(page, server)
    type_interview(page, {**INTERVIEW, "company": text})
    letter = page.locator('[data-message="thank-you-1"]')
    expect(letter.locator('[data-part="body"]')).to_contain_text(text)
    assert page.title().startswith("Write your letters")
    assert page.locator("[data-letters] img, [data-letters] script").count() == 0
    link = letter.get_by_role("link", name="Open in mail program").get_attribute("href") or ""
    assert "bcc:" not in link.lower().partition("?")[0]
    assert link.lower().count("&bcc=") == link.lower().count("?bcc=") == 0
    calendar = downloaded(page, "reminders.ics").decode()
    assert not [line for line in calendar.split("\r\n") if line.startswith(("SUMMARY:hit", "Bcc"))]
