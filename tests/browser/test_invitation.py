"""Starting from a calendar invitation: chosen, dropped or pasted, with nothing overwritten unasked."""

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Override, SiteServer
from tests.browser.story import letters, open_page, person

pytestmark = pytest.mark.browser

FOLDER: Final = Path(__file__).parents[1] / "invitations"
SUMMARY: Final = "Start from the invitation"
FILL_IN: Final = "Fill in the form"
READ: Final = "Read the invitation"


def text_of(shape: str) -> str:
    """Return an invitation's text."""
    return (FOLDER / f"{shape}.ics").read_bytes().decode()


def open_invitation(page: Page, server: SiteServer) -> Locator:
    """Open the page and its part for the invitation."""
    open_page(page, server)
    page.get_by_text(SUMMARY, exact=True).click()
    return page.locator("[data-invitation]")


def field(page: Page, label: str) -> Locator:
    """Return a field of the form; what is offered has its label too."""
    return page.get_by_role("form", name="Your interview").get_by_label(label)


def choose(page: Page, shape: str) -> None:
    """Choose a file as a person does, and wait until it is shown."""
    page.get_by_label("The invitation", exact=True).set_input_files(FOLDER / f"{shape}.ics")
    expect(says(page)).to_be_visible(timeout=60_000)


def paste(page: Page, text: str) -> None:
    """Paste a text and have it read."""
    page.get_by_label("Or its text").fill(text)
    page.get_by_role("button", name=READ).click()


def says(page: Page) -> Locator:
    """Return the part that shows what was read."""
    return page.get_by_role("region", name="This is what it says")


def drop(page: Page, target: str, *names: str, text: str) -> None:
    """Drop files of some names and one text on an element."""
    files = page.evaluate_handle(
        """([names, text]) => {
            const transfer = new DataTransfer();
            for (const name of names) transfer.items.add(new File([text], name));
            return transfer;
        }""",
        [names, text],
    )
    page.dispatch_event(target, "dragover", {"dataTransfer": files})
    expect(page.locator("[data-invitation][data-over]")).to_have_count(1)
    page.dispatch_event(target, "drop", {"dataTransfer": files})
    expect(page.locator("[data-invitation][data-over]")).to_have_count(0)


def expect_google(page: Page) -> None:
    """Expect the form to hold what the one invitation says."""
    expect(field(page, "Date of the interview")).to_have_value("2026-03-05")
    expect(field(page, "When it started")).to_have_value("14:00")
    expect(field(page, "Length in minutes")).to_have_value("45")
    expect(field(page, "Time zone of the interview")).to_have_value("Europe/London")
    expect(field(page, "Company")).to_have_value("Harbour Clinic")
    expect(field(page, "Role")).to_have_value("Ward Nurse")
    expect(person(page, 1).get_by_label("Their name")).to_have_value("Dana Whitfield")
    expect(person(page, 1).get_by_label("Their email")).to_have_value("dana.whitfield@harbour-clinic.example")
    expect(person(page, 2).get_by_label("Their name")).to_have_value("Ruth Adeyemi")
    expect(page.get_by_role("group", name="Person 3", exact=True)).to_have_count(0)


def test_a_chosen_file_fills_the_form_when_asked(page: Page, server: SiteServer) -> None:
    """Each value is shown with its source, and the form changes at the button only."""
    open_invitation(page, server)
    choose(page, "google")
    expect(page.get_by_role("heading", name="This is what it says")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("The invitation is read.")
    offers = says(page).get_by_role("list", name="What it says").get_by_role("listitem")
    expect(offers).to_have_count(6)
    assert [" ".join(text.split()) for text in offers.all_inner_texts()] == [
        "When it started: Thursday 5 March 2026, 14:00 in London From the invitation's start.",
        "Length in minutes: 45 minutes From the invitation's start and end.",
        "Company: Harbour Clinic A guess from the invitation's title.",
        "Role: Ward Nurse A guess from the invitation's title.",
        "Person 1: Dana Whitfield, dana.whitfield@harbour-clinic.example From the invitation's organizer.",
        (
            "Person 2: Ruth Adeyemi, ruth.adeyemi@harbour-clinic.example "
            "From the invitation's guest list; the name is a guess from the address."
        ),
    ]
    expect(field(page, "Company")).to_have_value("")
    page.get_by_role("button", name=FILL_IN).click()
    expect_google(page)
    notice = page.get_by_role("group", name="About this form")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("What you took from the invitation is in the form.")
    expect(page.get_by_role("status")).to_contain_text("What you took from the invitation is in the form.")
    expect(page.get_by_label("The invitation", exact=True)).to_be_hidden()
    field(page, "Your name").fill("Amara Cole")
    expect(page.locator('[data-message="thank-you-2"]')).to_be_visible()
    assert "Ward Nurse" in str(letters(page))


def test_it_can_be_undone(page: Page, server: SiteServer) -> None:
    """What was in the form before comes back at a press, and the added person goes."""
    open_invitation(page, server)
    field(page, "Your name").fill("Amara Cole")
    field(page, "Company").fill("Quay Press")
    choose(page, "google")
    page.get_by_role("button", name=FILL_IN).click()
    expect(field(page, "Role")).to_have_value("Ward Nurse")
    page.get_by_role("button", name="Bring back what I typed").click()
    expect(field(page, "Company")).to_have_value("Quay Press")
    expect(field(page, "Your name")).to_have_value("Amara Cole")
    expect(field(page, "Role")).to_have_value("")
    expect(field(page, "Date of the interview")).to_have_value("")
    expect(page.get_by_role("group", name="Person 2", exact=True)).to_have_count(0)


def test_what_was_typed_gives_way_only_when_ticked(page: Page, server: SiteServer) -> None:
    """A field that holds something else is shown with both and an empty tick; ticked, it changes."""
    open_invitation(page, server)
    field(page, "Company").fill("Quay Press")
    field(page, "Role").fill("Porter")
    choose(page, "google")
    company = page.get_by_role("checkbox", name="Company: replace “Quay Press”")
    role = page.get_by_role("checkbox", name="Role: replace “Porter”")
    expect(company).not_to_be_checked()
    expect(role).not_to_be_checked()
    role.check()
    page.get_by_role("button", name=FILL_IN).click()
    expect(field(page, "Role")).to_have_value("Ward Nurse")
    expect(field(page, "Company")).to_have_value("Quay Press")
    expect(field(page, "Date of the interview")).to_have_value("2026-03-05")


def test_a_person_left_out_leaves_no_gap(page: Page, server: SiteServer) -> None:
    """Who is unticked is not added, and the next one takes the place."""
    open_invitation(page, server)
    choose(page, "google")
    page.get_by_role("checkbox", name="Person 1: Dana Whitfield").uncheck()
    page.get_by_role("button", name=FILL_IN).click()
    expect(person(page, 1).get_by_label("Their name")).to_have_value("Ruth Adeyemi")
    expect(page.get_by_role("group", name="Person 2", exact=True)).to_have_count(0)


def test_a_form_that_changed_is_looked_at_again(page: Page, server: SiteServer) -> None:
    """What is typed after the invitation was read is not overwritten either."""
    open_invitation(page, server)
    choose(page, "google")
    field(page, "Company").fill("Quay Press")
    page.get_by_role("button", name=FILL_IN).click()
    expect(page.get_by_role("status")).to_contain_text("The form has changed since.")
    expect(page.get_by_role("checkbox", name="Company: replace “Quay Press”")).not_to_be_checked()
    expect(field(page, "Role")).to_have_value("")
    page.get_by_role("button", name=FILL_IN).click()
    expect(field(page, "Role")).to_have_value("Ward Nurse")
    expect(field(page, "Company")).to_have_value("Quay Press")


def test_a_pasted_invitation_is_read(page: Page, server: SiteServer) -> None:
    """The pasted text is as good as the file, and read a second time it changes nothing."""
    open_invitation(page, server)
    paste(page, text_of("google"))
    page.get_by_role("button", name=FILL_IN).click()
    expect_google(page)
    page.get_by_text(SUMMARY, exact=True).click()
    expect(page.get_by_label("Or its text")).to_have_value("")
    paste(page, text_of("google"))
    expect(says(page)).to_contain_text("There is nothing in it that the form does not have.")
    expect(page.get_by_role("button", name=FILL_IN)).to_be_hidden()
    page.get_by_role("button", name="Leave the form as it is").click()
    expect(page.locator("[data-invitation] summary")).to_be_focused()
    expect_google(page)


def test_a_dropped_invitation_is_read(page: Page, server: SiteServer) -> None:
    """A file dropped on the closed part opens it, and is the one that the control then names."""
    open_page(page, server)
    drop(page, "[data-invitation] summary", "invitation.ics", text=text_of("google"))
    expect(says(page)).to_be_visible()
    assert page.locator("#invitation-file").evaluate("input => input.files[0].name") == "invitation.ics"
    page.get_by_role("button", name=FILL_IN).click()
    expect_google(page)


def test_one_of_several_is_chosen(page: Page, server: SiteServer) -> None:
    """Of several events none is taken until one is chosen, and then that one only."""
    open_invitation(page, server)
    choose(page, "several")
    expect(page.get_by_role("status")).to_have_text("3 events are read. Choose your interview.")
    group = page.get_by_role("group", name="Which one is your interview?")
    expect(group.get_by_role("radio")).to_have_count(3)
    expect(page.get_by_role("button", name=FILL_IN)).to_be_hidden()
    group.get_by_role("radio", name="Dentist").check()
    expect(says(page)).to_contain_text("Monday 9 March 2026, 10:00 in Dublin")
    group.get_by_role("radio", name="Shop Supervisor").check()
    page.get_by_role("button", name=FILL_IN).click()
    expect(field(page, "Company")).to_have_value("Larch & Sons Ltd")
    expect(field(page, "Date of the interview")).to_have_value("2026-03-10")
    expect(field(page, "Time zone of the interview")).to_have_value("Europe/Dublin")


def test_a_cancelled_interview_is_said(page: Page, server: SiteServer) -> None:
    """A cancelled event is named as such, and only a button that says so fills the form in."""
    open_invitation(page, server)
    choose(page, "cancelled")
    expect(says(page).get_by_text("It says that this was cancelled.")).to_be_visible()
    expect(page.get_by_role("button", name=FILL_IN, exact=True)).to_have_count(0)
    page.get_by_role("button", name="Fill in the form all the same").click()
    expect(field(page, "Company")).to_have_value("Oakhand Ltd")


def test_errors_stand_beside_their_control(page: Page, server: SiteServer) -> None:
    """Each way to go wrong is said beside the control that it is about, which has the focus, and is heard."""
    open_invitation(page, server)
    file, text = page.get_by_label("The invitation", exact=True), page.get_by_label("Or its text")
    page.get_by_role("button", name=READ).click()
    expect_error(page, file, "Choose the invitation, or paste its text below.")
    file.set_input_files(
        {"name": "large.ics", "mimeType": "text/calendar", "buffer": b"x" * (1024 * 1024 + 1)}
    )
    expect_error(page, file, "This file is larger than 1 MB. Choose the invitation alone.")
    file.set_input_files({"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    expect_error(page, file, "This is not a calendar invitation.")
    drop(page, "[data-invitation]", "one.ics", "two.ics", text=text_of("google"))
    expect_error(page, file, "These are several files. Drop the invitation alone.")
    paste(page, "Dear Amara, your interview is on Thursday at 14:00.")
    expect_error(page, text, "This is not a calendar invitation.")
    expect(file).not_to_have_attribute("aria-invalid", "true")
    paste(page, "BEGIN:VCALENDAR\nEND:VCALENDAR")
    expect_error(page, text, "There is no event in this file.")
    paste(page, text_of("google"))
    expect(says(page)).to_be_visible()
    expect(page.locator("[data-invitation] [aria-invalid]")).to_have_count(0)


def expect_error(page: Page, control: Locator, words: str) -> None:
    """Expect a control to be described by its message, to have the focus, and the message to be announced."""
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(control).to_have_accessible_description(re.compile(re.escape(words)))
    expect(control).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text(words)
    expect(says(page)).to_be_hidden()


def test_the_keyboard_is_enough(page: Page, server: SiteServer) -> None:
    """Opened, read, ticked and filled in with Tab, Space and Enter alone."""
    open_page(page, server)
    field(page, "Role").fill("Porter")
    page.locator("[data-invitation] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("The invitation", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.insert_text(text_of("several"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=READ)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="This is what it says")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Shop Supervisor")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Role: replace “Porter”")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Person 1: Nora Byrne")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=FILL_IN)).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page, "Role")).to_have_value("Shop Supervisor")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Bring back what I typed")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page, "Role")).to_have_value("Porter")


def test_it_waits_for_python(page: Page, server: SiteServer) -> None:
    """Chosen while Python is on its way, the invitation is read once it is there, and the page says so."""
    server.override("python.bin", Override(delay=3))
    page.goto(server.url("write/"))
    page.get_by_text(SUMMARY, exact=True).click()
    page.get_by_label("The invitation", exact=True).set_input_files(FOLDER / "google.ics")
    waits = page.locator("[data-invitation]").get_by_text("Python is still starting.")
    expect(waits).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Python is still starting.")
    expect(says(page)).to_be_visible(timeout=60_000)
    expect(waits).to_be_hidden()


@pytest.mark.console_errors
def test_without_python_it_says_so(page: Page, server: SiteServer) -> None:
    """Where Python failed to start, the invitation's own place says so; after “Try again” it is read."""
    server.block("python.bin")
    page.goto(server.url("write/"))
    page.get_by_text(SUMMARY, exact=True).click()
    file = page.get_by_label("The invitation", exact=True)
    file.set_input_files(FOLDER / "google.ics")
    expect_error(page, file, "This cannot be read, because Python is not running.")
    server.reset()
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("button", name=READ).click()
    expect(says(page)).to_be_visible(timeout=60_000)


def test_nothing_of_it_is_kept(page: Page, server: SiteServer) -> None:
    """An invitation that was read and not filled in leaves nothing in the tab's storage or in the form."""
    open_invitation(page, server)
    choose(page, "google")
    page.get_by_role("button", name="Leave the form as it is").click()
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "Whitfield" not in kept
    assert "Harbour" not in kept
    expect(field(page, "Company")).to_have_value("")


def test_a_hostile_file_does_not_hold_the_page(page: Page, server: SiteServer) -> None:
    """What a name or title holds is shown as text, and a file of a megabyte is answered."""
    open_invitation(page, server)
    markup = "<img src=x onerror=document.title='gone'>"
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{markup}", "DTSTART:20260304T090000Z",
             f'ATTENDEE;CN="{markup} Roy":mailto:ana@acme.example', "DESCRIPTION:" + "<" * 900_000,
             "END:VEVENT", "END:VCALENDAR"]  # fmt: skip
    file = page.get_by_label("The invitation", exact=True)
    file.set_input_files({"name": "x.ics", "mimeType": "text/calendar", "buffer": "\n".join(lines).encode()})
    expect(says(page)).to_be_visible(timeout=5_000)
    expect(page.locator("[data-invitation] img")).to_have_count(0)
    assert "gone" not in page.title()
