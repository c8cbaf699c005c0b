"""Use the writing page as a person does: by its labels and roles."""

import time
from typing import Any, Final

from playwright.sync_api import Locator, Page, expect

from tests.browser.server import SiteServer

CHECK: Final = "Check and read my letters"
LABELS: Final = {
    "your_name": "Your name",
    "your_email": "Your email address",
    "your_phone": "Your phone number",
    "company": "Company",
    "role": "Role",
    "date": "Date of the interview",
    "start": "When it started",
    "minutes": "Length in minutes",
    "time_zone": "Time zone of the interview",
    "thankful_for": "What you are thankful for",
    "fit": "What you would bring",
    "excited_about": "What you are excited about",
    "reply_by": "I would hear by",
    "reply_in_days": "Or within this many days",
    "second_follow_up": "Plan a second follow-up",
    "discreet": "Discreet reminders",
}
PERSON_LABELS: Final = {
    "name": "Their name",
    "title": "Their job title",
    "email": "Their email address",
    "detail": "Something you talked about with them",
    "decides": "They decide",
}
# Fictional, as every person in the tests.
INTERVIEW: Final[dict[str, Any]] = {
    "your_name": "Amara Cole",
    "your_email": "amara@example.org",
    "your_phone": "+44 20 7946 0123",
    "company": "Harbour Street Clinic",
    "role": "ward nurse",
    "date": "2026-03-05",
    "start": "14:00",
    "minutes": 45,
    "time_zone": "Europe/London",
    "interviewers": [
        {
            "name": "Dana Whitfield",
            "title": "Ward manager",
            "email": "dana@example.org",
            "detail": "how the night team hands over",
        },
        {"name": "Dr Ana de la Cruz", "detail": "the new frailty clinic", "decides": True},
    ],
    "thankful_for": "showing me round the ward",
    "fit": "five years on a busy surgical ward",
    "excited_about": "a team that trains its own people",
    "reply_by": "2026-03-20",
    "tone": "warm",
    "second_follow_up": True,
}


def open_page(page: Page, server: SiteServer) -> None:
    """Open the writing page and wait until Python has answered."""
    page.goto(server.url("write/"))
    expect(page.locator("[data-starting]")).to_be_hidden(timeout=60_000)
    expect(page.get_by_role("alert")).to_be_hidden()


def wait_for_mark(page: Page, name: str) -> None:
    """Wait for a User Timing mark."""
    page.wait_for_function("name => performance.getEntriesByName(name).length > 0", arg=name, timeout=60_000)


def wait_until(page: Page, question: str, arg: object = None) -> None:
    """Wait until a question about the page is answered with yes, be it by a promise."""
    deadline = time.monotonic() + 60
    while not page.evaluate(question, arg):
        assert time.monotonic() < deadline, f"never true: {question}"
        page.wait_for_timeout(100)


def type_interview(page: Page, interview: dict[str, Any]) -> None:
    """Type an interview document into the form."""
    for key, value in interview.items():
        if key == "tone":
            page.get_by_role("radio", name=value.capitalize()).check()
        elif key == "interviewers":
            for place, person_typed in enumerate(value):
                if place:
                    page.get_by_role("button", name="Add another person").click()
                for part, text in person_typed.items():
                    fill(person(page, place + 1).get_by_label(PERSON_LABELS[part]), text)
        else:
            fill(page.get_by_label(LABELS[key], exact=False), value)


def person(page: Page, number: int) -> Locator:
    """Return the group of fields of one person met."""
    return page.get_by_role("group", name=f"Person {number}", exact=True)


def fill(control: Locator, value: str | int | bool) -> None:  # noqa: FBT001 - a value of the document
    """Put a value into a control of any kind."""
    if isinstance(value, bool):
        control.set_checked(value)
    elif control.evaluate("control => control.tagName") == "SELECT":
        control.select_option(str(value))
    else:
        control.fill(str(value))


def letters(page: Page) -> dict[str, tuple[str, str]]:
    """Return the subject and body of each letter on the page, by message id, in order."""
    return {
        str(sheet.get_attribute("data-message")): (
            sheet.locator('[data-part="subject"]').text_content() or "",
            sheet.locator('[data-part="body"]').text_content() or "",
        )
        for sheet in page.locator("[data-message]").all()
    }


def downloaded(page: Page, name: str) -> bytes:
    """Download a calendar file by its link and return its content."""
    with page.expect_download() as download:
        page.locator(f'a[download="{name}"]').click()
    assert download.value.suggested_filename == name
    return download.value.path().read_bytes()
