"""The main job, end to end: type an interview, read the letters, take the calendar."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.browser.server import Override, SiteServer
from tests.browser.story import (
    CHECK,
    INTERVIEW,
    downloaded,
    fill,
    letters,
    open_page,
    person,
    type_interview,
)

pytestmark = pytest.mark.browser
NOW = "2026-03-05T18:00:00+00:00"
HEAR = """() => {
    window.heard = [];
    const region = document.querySelector("[role=status][data-announce]");
    const hear = () => region.textContent && heard.push(region.textContent);
    new MutationObserver(hear).observe(region, { childList: true });
}"""


def test_page_and_command_make_the_same_plan(page: Page, server: SiteServer, tmp_path: Path) -> None:
    """What a person gets on the page is what the command makes of the same document, but for the way back."""
    page.clock.set_fixed_time(NOW)
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    expect(page.locator('[data-message="second-follow-up"]')).to_contain_text("Amara Cole")
    document = {**INTERVIEW, "id": page.locator('[name="id"]').input_value()}
    (tmp_path / "interview.json").write_text(json.dumps(document))
    assert main(["plan", str(tmp_path / "interview.json"), "--out", str(tmp_path / "out"), "--now", NOW]) == 0
    plan = json.loads((tmp_path / "out/plan.json").read_text())

    assert letters(page) == {one["id"]: (one["subject"], one["body"]) for one in plan["messages"]}
    back = f"Open it again: {server.url('write/')}#interview={document['id']}\\n\\n"
    files = {"reminders.ics": 3, **{f"reminders/{one['step']}.ics": 1 for one in plan["reminders"]}}
    for file, events in files.items():
        text = unfolded(downloaded(page, Path(file).name))
        assert text.count(back) == events
        assert text.replace(back, "") == unfolded((tmp_path / "out" / file).read_bytes())
    for message in plan["messages"]:
        sheet = page.locator(f'[data-message="{message["id"]}"]')
        assert (
            sheet.get_by_role("link", name="Open in mail program").get_attribute("href") == message["mailto"]
        )


def unfolded(calendar: bytes) -> str:
    """Return a calendar file with its long lines in one piece."""
    return calendar.decode().replace("\r\n ", "")


def test_letters_are_heard_once(page: Page, server: SiteServer) -> None:
    """A live region says once that the letters are there, and nothing of them while the form is filled."""
    page.clock.set_fixed_time(NOW)
    open_page(page, server)
    page.evaluate(HEAR)
    type_interview(page, INTERVIEW)
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
    role = page.get_by_label("Role", exact=True)
    role.fill("")
    expect(page.locator('[data-message="follow-up"]')).to_be_hidden()
    role.fill("ward nurse")
    expect(page.locator('[data-message="follow-up"]')).to_be_visible()
    written = [words for words in page.evaluate("heard") if "letters are written" in words]
    assert written == ["Your letters are written: 2 letters, send by Fri 6 Mar, 14:45."]


def test_dates_stand_in_words(page: Page, server: SiteServer) -> None:
    """Each step says when, by the clock of the interview's place."""
    page.clock.set_fixed_time(NOW)
    open_page(page, server)
    type_interview(page, INTERVIEW)
    steps = page.get_by_role("list", name="When to send what").get_by_role("listitem")
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_contain_text("Send by Friday 6 March, 14:45 in London")
    expect(steps.nth(0)).to_contain_text("open now")
    expect(steps.nth(1)).to_contain_text("Monday 23 March, 9:30 in London")
    expect(steps.nth(2)).to_contain_text("Monday 30 March, 9:30 in London")
    fill(page.get_by_label("Time zone of the interview"), "America/New_York")
    expect(steps.nth(0)).to_contain_text("Thursday 5 March, 16:45 in New York")
    expect(steps.nth(0)).to_contain_text("not yet")


def test_letters_appear_while_typing(page: Page, server: SiteServer) -> None:
    """Four names are enough for letters; dates and calendar follow when the date is there."""
    open_page(page, server)
    page.get_by_label("Your name").fill("Amara Cole")
    page.get_by_label("Company").fill("Harbour Street Clinic")
    expect(page.locator("[data-missing]")).to_have_text("role, their name")
    expect(page.locator("[data-message]")).to_have_count(0)
    page.get_by_label("Role").fill("ward nurse")
    person(page, 1).get_by_label("Their name").fill("Dana Whitfield")
    expect(page.locator("[data-message]")).to_have_count(2)
    expect(page.locator('[data-message="thank-you-1"]')).to_contain_text("Dear Dana,")
    expect(page.locator('[data-message="thank-you-1"]')).to_contain_text("Say what you would bring")
    expect(page.get_by_text("For the dates and the calendar")).to_be_visible()
    expect(page.locator("a[download]")).not_to_be_visible()
    page.get_by_label("Date of the interview").fill("2026-03-05")
    page.get_by_label("When it started").fill("14:00")
    expect(page.get_by_role("link", name="All reminders in one file")).to_be_visible()


def test_people_are_added_and_removed(page: Page, server: SiteServer) -> None:
    """Each person has a letter; removing one keeps what was typed about the others, and focus goes on."""
    open_page(page, server)
    type_interview(page, {key: INTERVIEW[key] for key in ("your_name", "company", "role")})
    first = person(page, 1)
    first.get_by_label("Their name").fill("Dana Whitfield")
    expect(first.get_by_role("button", name="Remove")).not_to_be_visible()
    for number, name in ((2, "Ana Cruz"), (3, "Wen Li")):
        page.get_by_role("button", name="Add another person").click()
        expect(person(page, number).get_by_label("Their name")).to_be_focused()
        page.keyboard.type(name)
    expect(page.locator("[data-message]")).to_have_count(4)
    person(page, 2).get_by_role("button", name="Remove person 2").click()
    expect(page.locator("[data-message]")).to_have_count(3)
    expect(person(page, 2).get_by_label("Their name")).to_have_value("Wen Li")
    expect(person(page, 2).get_by_label("Their name")).to_be_focused()
    expect(person(page, 3)).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("Person 2 removed.")
    greetings = [body.split(",")[0] for one, (_, body) in letters(page).items() if "thank-you" in one]
    assert greetings == ["Dear Dana", "Dear Wen"]
    page.get_by_role("button", name="Add another person").click()
    assert person(page, 3).get_by_label("Their name").get_attribute("name") == "interviewers-2-name"
    assert person(page, 3).get_by_label("Their name").input_value() == ""


def test_twenty_people_are_the_most(page: Page, server: SiteServer) -> None:
    """The page stops at the number that the document allows."""
    open_page(page, server)
    add = page.get_by_role("button", name="Add another person")
    for _ in range(19):
        add.click()
    expect(person(page, 20)).to_be_visible()
    expect(add).not_to_be_visible()


def test_bad_input_is_named_and_kept(page: Page, server: SiteServer) -> None:
    """Errors stand beside their field and in a summary that takes focus; nothing typed is lost."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    title = page.title()
    email = page.get_by_label("Your email address")
    email.fill("amara@")
    expect(page.locator("#your_email-error")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator("#your_email-error")).to_contain_text("Type an email address")
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(email).to_have_accessible_description(re.compile("under your name. Type an email address with"))
    expect(page.locator('[data-message="thank-you-1"]')).not_to_contain_text("amara@")

    page.get_by_label("Or within this many days").fill("5")
    person(page, 2).get_by_label("Their name").fill("")
    page.get_by_role("button", name=CHECK).click()
    summary = page.get_by_role("group", name="Mend these first")
    expect(summary).to_be_focused()
    expect(page).to_have_title(f"Error: {title}")
    expect(summary.get_by_role("link")).to_have_count(4)
    summary.get_by_role("link", name="Person 2, Their name").click()
    expect(person(page, 2).get_by_label("Their name")).to_be_focused()
    assert email.input_value() == "amara@"
    # The letters that can be given are given: to Dana, and the follow-ups.
    assert list(letters(page)) == ["thank-you-1", "follow-up", "second-follow-up"]

    email.fill("amara@example.org")
    page.get_by_label("Or within this many days").fill("")
    person(page, 2).get_by_label("Their name").fill("Ana Cruz")
    expect(summary).to_be_hidden()
    expect(page).to_have_title(title)
    page.get_by_role("button", name=CHECK).click()
    expect(page.get_by_role("heading", name="Your letters", exact=True)).to_be_focused()


def test_control_characters_never_reach_a_letter(page: Page, server: SiteServer) -> None:
    """A pasted line break becomes a space in a phrase, and markup stays text."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    page.get_by_label("What you would bring").fill("<img src=x onerror=alert(1)>\r\n{{ 7 * 7 }} {% raw %}")
    letter = page.locator('[data-message="thank-you-1"] [data-part="body"]')
    expect(letter).to_contain_text("I'd bring <img src=x onerror=alert(1)> {{ 7 * 7 }} {% raw %}.")
    assert letter.locator("img").count() == 0


def test_copy_takes_the_letter(page: Page, server: SiteServer) -> None:
    """Copy puts the body on the clipboard and says so, on the button and aloud."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, server)
    type_interview(page, INTERVIEW)
    sheet = page.locator('[data-message="thank-you-1"]')
    expect(sheet).to_contain_text("a team that trains its own people")
    sheet.get_by_role("button", name="Copy letter").click()
    expect(page.get_by_role("status")).to_have_text("The letter “Thank-you to Dana Whitfield” is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == letters(page)["thank-you-1"][1]


def test_marks_tell_the_start(page: Page, server: SiteServer) -> None:
    """The User Timing marks come in order, and each plan shown sets one."""
    open_page(page, server)
    times = page.evaluate(
        """() => ["runtime-start", "plan-shown", "runtime-ready"].map(
            (name) => performance.getEntriesByName(name)[0].startTime)"""
    )
    assert times == sorted(times)
    shown = "performance.getEntriesByName('plan-shown').length"
    before = page.evaluate(shown)
    page.get_by_label("Your name").fill("Amara Cole")
    page.wait_for_function(f"{shown} > {before}")


def test_typing_asks_the_network_for_nothing(page: Page, server: SiteServer) -> None:
    """From the first key on, no request leaves the page, not even to its own site."""
    open_page(page, server)
    server.paths.clear()
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    downloaded(page, "reminders.ics")
    assert server.paths == []
    assert page.evaluate("location.href") == server.url("write/")


@pytest.mark.parametrize("path", ["", "thank-you/", "follow-up/", "404.html"])
def test_guide_pages_leave_the_runtime_alone(page: Page, server: SiteServer, path: str) -> None:
    """Pages other than the tools never fetch the runtime."""
    page.goto(server.url(path))
    page.wait_for_load_state("networkidle")
    assert not [asked for asked in server.paths if "assets/runtime" in asked or "/worker.js" in asked]


def test_zone_starts_at_the_readers_own(browser: Browser, server: SiteServer) -> None:
    """The reader's zone is chosen, also under a name that the list does not have, and any other can be."""
    for own in ("America/Argentina/Buenos_Aires", "Asia/Calcutta", "UTC"):
        context = browser.new_context(timezone_id=own)
        page = context.new_page()
        page.goto(server.url("write/"))
        chosen = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
        zone = page.get_by_label("Time zone of the interview")
        expect(zone).to_have_value(chosen)
        zone.select_option("Pacific/Auckland")
        expect(zone).to_have_value("Pacific/Auckland")
        context.close()


def test_form_is_whole_before_any_script(browser: Browser, server: SiteServer) -> None:
    """Without JavaScript each control is there with its label, and the page says where the templates are."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url("write/"))
    for label in ("Your name", "Company", "Time zone of the interview", "Their name", "What you would bring"):
        expect(page.get_by_label(label)).to_be_visible()
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    # What the browser would send by itself would stand in an address and a server's log.
    page.get_by_label("Company").fill("Harbour Street Clinic")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=CHECK)).to_be_disabled()
    assert page.url == server.url("write/")
    for name in ("the thank-you email", "the follow-up email"):
        expect(page.get_by_role("link", name=name)).to_have_attribute("href", re.compile("/#by-hand$"))
    context.close()


def test_phone_reads_and_comes_back_to_the_field(browser: Browser, server: SiteServer) -> None:
    """On a phone the bar leads to the letters over the form, and back to the same field."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    # Later, the bar says what is next instead.
    page.clock.set_fixed_time("2026-03-05T18:00:00Z")
    page.goto(server.url("write/"))
    expect(page.locator("[data-starting]")).to_be_hidden(timeout=60_000)
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-summary]")).to_contain_text("4 letters")
    page.get_by_label("What you would bring").focus()
    page.get_by_role("button", name="Read").last.click()
    expect(page.get_by_role("heading", name="Your letters", exact=True)).to_be_focused()
    expect(page.locator('[data-message="thank-you-1"]')).to_be_in_viewport()
    page.get_by_role("button", name="Back to the form").click()
    expect(page.get_by_label("What you would bring")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_a_new_person_begins_empty(page: Page, server: SiteServer) -> None:
    """What was typed before the script came is not copied into another person's fields."""
    server.override("people.js", Override(delay=2))
    page.goto(server.url("write/"), wait_until="commit")
    page.get_by_label("Their name").fill("Dana Whitfield")
    expect(page.get_by_role("button", name=CHECK)).to_be_enabled(timeout=20_000)
    page.get_by_role("button", name="Add another person").click()
    expect(person(page, 2).get_by_label("Their name")).to_have_value("")
    expect(person(page, 1).get_by_label("Their name")).to_have_value("Dana Whitfield")


def test_half_a_number_is_not_taken_for_none(page: Page, server: SiteServer) -> None:
    """What the browser cannot read as a number is named, not replaced by an hour."""
    open_page(page, server)
    page.get_by_label("Length in minutes").press_sequentially("e")
    page.keyboard.press("Tab")
    expect(page.locator("#minutes-error")).to_contain_text("Type a whole number")


def test_an_unclear_time_frame_holds_the_follow_up_back(page: Page, server: SiteServer) -> None:
    """Two time frames at once give no follow-up date and no reminder for it, until one goes."""
    open_page(page, server)
    type_interview(page, {**INTERVIEW, "reply_in_days": 10})
    steps = page.get_by_role("list", name="When to send what").get_by_role("listitem")
    expect(steps).to_have_count(1)
    expect(page.locator('a[download="follow-up.ics"]')).to_have_count(0)
    page.get_by_label("Or within this many days").fill("")
    expect(steps).to_have_count(3)
