"""The evening after an interview and the return from its reminder, told by labels and roles alone."""

from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import SiteServer

EVENING, TEN_DAYS_LATER = "2026-03-05T18:00:00Z", "2026-03-15T09:30:00Z"
INTERVIEW = "Harbour Street Clinic, ward nurse"


def type_what_happened(page: Page) -> None:
    """Fill in the form as its labels ask."""
    page.get_by_label("Your name", exact=True).fill("Amara Cole")
    page.get_by_label("Company", exact=True).fill("Harbour Street Clinic")
    page.get_by_label("Role", exact=True).fill("ward nurse")
    page.get_by_label("Date of the interview").fill("2026-03-05")
    page.get_by_label("When it started").fill("14:00")
    person = page.get_by_role("group", name="Person 1")
    person.get_by_label("Their name", exact=True).fill("Dana Whitfield")
    person.get_by_label("Something you talked about with them").fill("how the night team hands over")


def test_tonight_and_ten_days_later(browser: Browser, server: SiteServer, tmp_path: Path) -> None:
    """The thank-you is written, copied and marked; a reminder leads to the follow-up, then all is quiet."""
    context = browser.new_context(
        locale="en-GB",
        timezone_id="Europe/London",
        permissions=["clipboard-read", "clipboard-write"],
        service_workers="block",
    )
    page = context.new_page()
    page.clock.set_fixed_time(EVENING)
    page.goto(server.url(""))
    page.get_by_role("link", name="Write my letters").first.click()
    type_what_happened(page)
    thanks = page.get_by_role("article", name="Thank-you to Dana Whitfield")
    expect(thanks).to_contain_text("how the night team hands over", timeout=60_000)
    thanks.get_by_role("button", name="Copy letter").click()
    expect(page.get_by_role("status")).to_contain_text("is copied.")
    assert "Dear Dana," in page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        page.get_by_role("link", name="All reminders in one file").click()
    download.value.save_as(tmp_path / "reminders.ics")
    follow_up = Calendar.from_ical((tmp_path / "reminders.ics").read_bytes()).events[1]
    back = str(follow_up["DESCRIPTION"]).split("Open it again: ")[1].split()[0]
    mine = page.get_by_role("region", name="Your interviews")
    mine.get_by_role("button", name=f"Mark the thank-you as sent for {INTERVIEW}").click()
    expect(mine).to_contain_text("Follow-up: on Thu 12 Mar")
    page.close()

    later = context.new_page()
    later.clock.set_fixed_time(TEN_DAYS_LATER)
    later.goto(server.url("questions/"))
    due = later.get_by_role("note").filter(has_text="Your interview:")
    expect(due).to_contain_text("Follow-up: send by Thu 19 Mar")
    later.goto(back)
    letter = later.get_by_role("article", name="Follow-up to Dana Whitfield")
    expect(letter).to_contain_text("anything else that you need", timeout=60_000)
    expect(letter.get_by_role("heading", name="Follow-up to Dana Whitfield")).to_be_focused()
    later.get_by_role("button", name="Mark as sent (Follow-up)").click()
    expect(later.get_by_role("region", name="Your interviews")).to_contain_text("All is sent.")
    later.goto(server.url("questions/"))
    expect(later.get_by_role("heading", level=1)).to_be_visible()
    expect(due).to_be_hidden()
    context.close()
