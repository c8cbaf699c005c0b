"""The evening after an interview, as browser tests tell it: typed and kept, perhaps in two tabs."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, open_page, type_interview

LETTER = '[data-message="thank-you-1"]'
FIRST = "Harbour Street Clinic, ward nurse"
SECOND = "Quay Press, bookbinder"


def kept(page: Page) -> Locator:
    """Return the list of the person's interviews."""
    return page.get_by_role("region", name="Your interviews")


def row(page: Page, title: str) -> Locator:
    """Return what the list has of one interview."""
    return kept(page).get_by_role("listitem").filter(has=page.get_by_role("button", name=title, exact=True))


def open_evening(page: Page, server: SiteServer) -> None:
    """Open the writing page on the evening after the interview."""
    page.clock.set_fixed_time("2026-03-05T18:00:00Z")
    open_page(page, server)


def write_down(page: Page) -> None:
    """Type an interview of this afternoon, and wait until it is kept."""
    type_interview(page, {**INTERVIEW, "reply_by": ""})
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
    expect(row(page, FIRST)).to_contain_text("open below")


def open_in_two_tabs(context: BrowserContext, server: SiteServer) -> tuple[Page, Page]:
    """Write an interview down in one tab, and open it in another."""
    page, other = context.new_page(), context.new_page()
    open_evening(page, server)
    write_down(page)
    open_evening(other, server)
    row(other, FIRST).get_by_role("button", name=FIRST, exact=True).click()
    return page, other
