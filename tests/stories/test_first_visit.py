"""The first visit, in every browser: Python starts, an interview is typed, letters and files come."""

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.cli import main
from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW
from tests.stories.story import (
    SHORT,
    letters,
    open_writing,
    sheet,
    type_interview,
    wait_for,
    wait_for_mark,
    wait_for_words,
)
from tests.stories.tab import Tab, until

pytestmark = pytest.mark.browser

CHECK = "Check and read my letters"
WHOSE = "(Thank-you to Dana Whitfield)"


def test_the_letters_and_files_are_those_of_the_command(tab: Tab, server: SiteServer, tmp_path: Path) -> None:
    """Typed by labels and roles, an interview gives the letters, draft and calendar of the command."""
    open_writing(tab, server)
    type_interview(tab, INTERVIEW)
    wait_for(tab, lambda: len(letters(tab)) == 4, what="four letters")
    document = {**INTERVIEW, "id": tab.evaluate("() => document.querySelector('[name=id]').value")}
    (tmp_path / "interview.json").write_text(json.dumps(document))
    out = tmp_path / "out"
    assert main(["plan", str(tmp_path / "interview.json"), "--out", str(out)]) == 0
    plan = json.loads((out / "plan.json").read_text())
    expected = {one["id"]: (one["subject"], one["body"]) for one in plan["messages"]}
    wait_for(tab, lambda: letters(tab) == expected, what="the command's letters")

    tab.evaluate(
        f"() => document.querySelector('{sheet('thank-you-1')} [data-ways]').setAttribute('open', '')"
    )
    draft = tab.save("button", f"Save as a draft file {WHOSE}")
    assert draft.name == "thank-you-1.eml"
    sent, written = (
        message_from_bytes(one, policy=policy.default)
        for one in (draft.content, (out / "thank-you-1.eml").read_bytes())
    )
    assert [sent["To"], sent["Subject"], sent.get_content()] == [
        "Dana Whitfield <dana@example.org>",
        expected["thank-you-1"][0],
        written.get_content(),
    ]

    calendar = tab.save("link", "All reminders in one file")
    assert calendar.name == "reminders.ics"
    assert events(calendar.content) == events((out / "reminders.ics").read_bytes())
    assert len(events(calendar.content)) == 3


def events(calendar: bytes) -> list[list[object]]:
    """Return what counts of each event in a calendar file."""
    return [
        [event[part].to_ical() for part in ("UID", "DTSTART", "DTEND", "SUMMARY")]
        for event in Calendar.from_ical(calendar).walk("VEVENT")
    ]


def test_a_copied_letter_is_checked(tab: Tab, server: SiteServer) -> None:
    """What Copy takes is the letter, as it arrives where it is pasted: here in the checking page."""
    open_writing(tab, server)
    type_interview(tab, SHORT)
    wait_for_words(tab, sheet("thank-you-1"), "how the night team hands over")
    tab.click("button", f"Copy letter {WHOSE}")
    wait_for_words(tab, "[role=status]", "The letter “Thank-you to Dana Whitfield” is copied.")
    letter = letters(tab)["thank-you-1"][1]
    tab.open(server.url("check/"))
    wait_for_mark(tab, "runtime-ready")
    tab.fill("Your draft", "")
    tab.press("Control+v")
    until(lambda: tab.value("Your draft") == letter, what="the letter, pasted")
    # Nobody typed what they are thankful for, and the review says so.
    wait_for_words(tab, "main", "Say what you would bring")


def test_a_bad_field_is_named_and_kept(tab: Tab, server: SiteServer) -> None:
    """Its message comes when it is left, the summary takes the focus, and what is good has its letters."""
    open_writing(tab, server)
    type_interview(tab, SHORT)
    title = tab.evaluate("() => document.title")
    tab.fill("Your email address (optional)", "amara@")
    tab.press("Tab")
    wait_for_words(tab, "#your_email-error", "Type an email address")
    tab.click("button", CHECK)
    wait_for_words(tab, "[role=group]:focus", "Your email address")
    assert tab.evaluate("() => document.title") == f"Error: {title}"
    assert tab.value("Your email address (optional)") == "amara@"
    assert list(letters(tab)) == ["thank-you-1", "follow-up"]
    tab.fill("Your email address (optional)", "amara@example.org")
    wait_for_words(tab, sheet("thank-you-1"), "amara@example.org")
    tab.click("button", CHECK)
    until(lambda: tab.evaluate("() => document.title") == title, what="the title without an error")
