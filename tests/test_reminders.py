"""The calendar file, held against each row of what calendars were seen to accept."""

import datetime as dt
import re
import time
from typing import Final

import pytest
from icalendar import Calendar, Event

from generator.calendar_file import calendar_file
from generator.handoff import plain_text
from generator.interview import Interview
from generator.letters import write_letters
from generator.reminders import Reminder, remind
from generator.schedule import steps
from tests.samples import AWKWARD, NOW, interview, interview_at, panel

WHOLE: Final = interview(second_follow_up=True)


def reminders_of(met: Interview) -> tuple[Reminder, ...]:
    """Make the reminders of an interview."""
    return remind(steps(met), write_letters(met), met)


def file_of(met: Interview) -> str:
    """Make the combined calendar file of an interview."""
    return calendar_file(reminders_of(met), stamp=NOW)


def unfolded(text: str) -> list[str]:
    """Undo the folding by hand."""
    return text.replace("\r\n ", "").split("\r\n")


def events(met: Interview) -> list[Event]:
    """Read the file back with the library that wrote it."""
    return [one for one in Calendar.from_ical(file_of(met)).walk("VEVENT") if isinstance(one, Event)]


@pytest.fixture(params=[WHOLE, AWKWARD, interview(discreet=True)], ids=["whole", "foreign", "discreet"])
def text(request: pytest.FixtureRequest) -> str:
    """Return the calendar file of one of several interviews."""
    return file_of(request.param)


def test_lines_end_with_crlf_only(text: str) -> None:
    """Every line, the last too, ends with CRLF; no CR and no LF stands elsewhere."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert not re.search(r"\r(?!\n)|(?<!\r)\n", text)


def test_lines_are_75_octets_at_most(text: str) -> None:
    """No physical line is longer than 75 octets, and long text is folded, not cut."""
    lines = text.encode().split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert max(len(line) for line in unfolded(text)) > 75


def test_folds_never_break_a_character(text: str) -> None:
    """Each physical line is whole UTF-8 by itself."""
    for line in text.encode().split(b"\r\n"):
        line.decode("utf-8", errors="strict")


def test_alarm_is_last_in_its_event(text: str) -> None:
    """Nothing but the event's end stands behind its one alarm."""
    lines = unfolded(text)
    ends = [place for place, line in enumerate(lines) if line == "END:VALARM"]
    assert len(ends) == lines.count("BEGIN:VEVENT") == lines.count("BEGIN:VALARM")
    assert all(lines[place + 1] == "END:VEVENT" for place in ends)


def test_ids_are_unique(text: str) -> None:
    """Each event has one id, and no two have the same."""
    uids = [line for line in unfolded(text) if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == text.count("BEGIN:VEVENT")
    assert all(re.fullmatch(r"UID:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", uid) for uid in uids)


def test_times_are_utc(text: str) -> None:
    """Every time ends in Z; there is no zone to look up."""
    assert "TZID" not in text
    assert "VTIMEZONE" not in text
    times = [line for line in unfolded(text) if line.startswith(("DTSTART", "DTEND", "DTSTAMP"))]
    assert len(times) == 3 * text.count("BEGIN:VEVENT")
    assert all(re.fullmatch(r"DT(?:START|END|STAMP):\d{8}T\d{6}Z", line) for line in times)


def test_events_are_the_reminders(text: str) -> None:
    """Events only: no task, no journal, and one alarm each that shows its text 15 minutes before."""
    assert not re.search(r"VTODO|VJOURNAL|VFREEBUSY", text)
    lines = unfolded(text)
    for begin in (place for place, line in enumerate(lines) if line == "BEGIN:VALARM"):
        alarm = lines[begin : lines.index("END:VALARM", begin)]
        assert alarm[1] == "ACTION:DISPLAY"
        assert alarm[2].startswith("DESCRIPTION:Send your ")
        assert alarm[3:] == ["TRIGGER:-PT15M"]


@pytest.mark.parametrize(
    "name",
    ["METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE", "X-ALT-DESC", "ATTENDEE", "ORGANIZER", "RRULE",
     "DURATION", "LOCATION", "URL"],
)  # fmt: skip
def test_what_readers_stumble_over_is_left_out(text: str, name: str) -> None:
    """No property that some calendar misreads or that invites somebody."""
    assert not any(re.match(rf"{name}[:;]", line) for line in unfolded(text))


@pytest.mark.parametrize(
    "line", ["TRANSP:TRANSPARENT", "CLASS:PRIVATE", "SEQUENCE:0", "DTSTAMP:20260305T180000Z"]
)  # fmt: skip
def test_every_event_carries(text: str, line: str) -> None:
    """Each event is private, leaves its time free, and has a version and a stamp."""
    assert unfolded(text).count(line) == text.count("BEGIN:VEVENT")


def test_calendar_says_what_made_it(text: str) -> None:
    """Version and product stand once, first."""
    lines = unfolded(text)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[2].startswith("PRODID:-//")
    assert sum(line.startswith(("VERSION", "PRODID")) for line in lines) == 2


def test_text_is_escaped() -> None:
    """Commas, semicolons, backslashes and line ends are escaped as RFC 5545 says."""
    (summary,) = {line for line in unfolded(file_of(AWKWARD)) if line.startswith("SUMMARY:Send your follow")}
    assert summary == (
        "SUMMARY:Send your follow-up email: Société Générale d’Énergie 🙂 日本支社\\; plc\\, Ltd \\\\ Co."
    )
    description = next(line for line in unfolded(file_of(WHOLE)) if line.startswith("DESCRIPTION:Send it"))
    assert "\\n\\nDear Dana\\,\\n\\n" in description
    assert not re.search(r"(?<!\\)[,;]", description)


def test_reminders_ring_when_to_send() -> None:
    """Each event lasts 15 minutes from the suggested time, in UTC by that day's offset."""
    met = interview_at("2026-03-07", "18:45", 60, "America/New_York", second_follow_up=True)
    assert [(one.step, one.starts.isoformat(), one.ends.isoformat()) for one in reminders_of(met)] == [
        ("thank-you", "2026-03-08T12:30:00+00:00", "2026-03-08T12:45:00+00:00"),
        ("follow-up", "2026-03-16T13:30:00+00:00", "2026-03-16T13:45:00+00:00"),
        ("second-follow-up", "2026-03-23T13:30:00+00:00", "2026-03-23T13:45:00+00:00"),
    ]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this machine has one zone")
def test_the_machines_own_zone_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reminder is in UTC wherever it is made."""
    expected = [
        (one.starts.isoformat(), one.ends.isoformat(), one.description) for one in reminders_of(WHOLE)
    ]
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "XYZ-5:45")
        time.tzset()
        made = [
            (one.starts.isoformat(), one.ends.isoformat(), one.description) for one in reminders_of(WHOLE)
        ]
    time.tzset()
    assert made == expected


def test_description_has_the_local_time_and_zone() -> None:
    """The times that the person lives by, with the place and the zone, stand first."""
    met = interview_at("2026-03-05", "14:30", 45, "America/Argentina/Buenos_Aires")
    thank_you, follow_up = (one.description.splitlines()[:3] for one in reminders_of(met))
    assert thank_you == [
        "Send it: Thursday 5 March, 17:15 in Buenos Aires (America/Argentina/Buenos_Aires).",
        "Not before: Thursday 5 March, 15:15 in Buenos Aires.",
        "At the latest: Friday 6 March, 15:15 in Buenos Aires.",
    ]
    assert follow_up == [
        "Send it: Thursday 12 March, 9:30 in Buenos Aires (America/Argentina/Buenos_Aires).",
        "Not before: Thursday 12 March.",
        "At the latest: the end of Thursday 19 March.",
    ]


def test_description_carries_the_letters_of_its_step() -> None:
    """All thank-yous in the first, the follow-up in the second, and each letter whole."""
    met = panel("Ruth", "Paul", second_follow_up=True)
    letters = {letter.id: plain_text(letter).rstrip() for letter in write_letters(met)}
    found = {one.step: one.description for one in reminders_of(met)}
    carried = {
        step: [name for name, whole in letters.items() if whole in text] for step, text in found.items()
    }
    assert carried == {
        "thank-you": ["thank-you-1", "thank-you-2"],
        "follow-up": ["follow-up"],
        "second-follow-up": ["second-follow-up"],
    }


def test_summary_says_how_many() -> None:
    """The title says email for one thank-you, and emails for several."""
    assert [one.summary for one in reminders_of(panel("Ruth", "Paul", second_follow_up=True))] == [
        "Send your thank-you emails: Harbour Street Clinic",
        "Send your follow-up email: Harbour Street Clinic",
        "Send your second follow-up email: Harbour Street Clinic",
    ]
    assert reminders_of(WHOLE)[0].summary == "Send your thank-you email: Harbour Street Clinic"


@pytest.mark.parametrize("people", [("Dana Whitfield",), ("Ruth", "Paul", "Mei")], ids=len)
def test_discreet_reminders_tell_nobody(people: tuple[str, ...]) -> None:
    """Neither company nor role nor people nor a word of a letter; the times are there all the same."""
    met = panel(*people, discreet=True, second_follow_up=True, id="harbour-street")
    text = "\n".join(unfolded(file_of(met)))
    typed = [
        met.company, met.role, met.your_name, met.your_email, met.your_phone, met.thankful_for, met.fit,
        met.excited_about, met.id, "Harbour", "Clinic", "nurse", "Dear", "Amara", "interview,", *people,
    ]  # fmt: skip
    assert [word for word in typed if word in text] == []
    assert "in London (Europe/London)" in text
    assert [one.summary for one in reminders_of(met)][1:] == [
        "Send your follow-up email", "Send your second follow-up email",
    ]  # fmt: skip


def test_same_document_and_step_keep_their_id() -> None:
    """What only changes the words keeps the ids, so that a calendar replaces and does not double."""
    first = [one.uid for one in reminders_of(WHOLE)]
    for met in (WHOLE, interview(second_follow_up=True, fit="more", tone="formal", discreet=True)):
        assert [one.uid for one in reminders_of(met)] == first
    assert [one.uid for one in reminders_of(interview())] == first[:2]


def test_document_id_keeps_the_ids_whatever_changes() -> None:
    """With an id, even another company and date keep the ids."""
    one = reminders_of(interview(id="7c1e"))
    other = reminders_of(interview_at("2027-01-05", "09:00", 30, "Asia/Tokyo", company="Other", id="7c1e"))
    assert [reminder.uid for reminder in one] == [reminder.uid for reminder in other]


@pytest.mark.parametrize(
    "other",
    [
        interview(company="Another"),
        interview(role="another"),
        interview(your_name="Another"),
        interview_at("2026-03-06", "14:30", 45, "Europe/London"),
        interview_at("2026-03-05", "14:31", 45, "Europe/London"),
        interview_at("2026-03-05", "14:30", 45, "Europe/Dublin"),
        panel("Another"),
        interview(id="one"),
        interview(id="other"),
    ],
    ids=["company", "role", "name", "date", "start", "zone", "people", "id", "other-id"],
)
def test_other_documents_have_other_ids(other: Interview) -> None:
    """Another interview, or the same with an id of its own, never shares an id."""
    taken = {one.uid for met in (interview(), interview(id="onetwo")) for one in reminders_of(met)}
    assert not taken & {one.uid for one in reminders_of(other)}


def test_without_a_page_there_is_no_way_back() -> None:
    """Made by the command, a reminder has no link, whether the interview has an id or not."""
    assert not any("Open it again" in one.description for one in reminders_of(interview(id="7c1e")))


def test_no_reminders_without_a_date() -> None:
    """While the date is not known there is nothing to ring."""
    assert reminders_of(interview(appointment=None)) == ()


def test_one_file_a_step() -> None:
    """A reminder's own file holds its event alone, the same as in the combined file."""
    reminders = reminders_of(WHOLE)
    assert [one.file for one in reminders] == [
        "reminders/thank-you.ics", "reminders/follow-up.ics", "reminders/second-follow-up.ics",
    ]  # fmt: skip
    combined = calendar_file(reminders, stamp=NOW)
    for one in reminders:
        alone = calendar_file([one], stamp=NOW)
        assert alone.count("BEGIN:VEVENT") == 1
        event = alone[alone.index("BEGIN:VEVENT") : alone.index("END:VCALENDAR")]
        assert event in combined


def test_stamp_is_the_time_given() -> None:
    """The stamp is the time passed in, in UTC to the second, and nothing else in the file changes."""
    reminders = reminders_of(WHOLE)
    one = calendar_file(reminders, stamp=NOW)
    stamp = dt.datetime.fromisoformat("2026-03-06T09:00:00.250+05:30")
    other = calendar_file(reminders, stamp=stamp)
    assert "DTSTAMP:20260306T033000Z\r\n" in other
    assert one.replace("20260305T180000Z", "20260306T033000Z") == other
    assert calendar_file(reminders, stamp=NOW) == one


@pytest.mark.parametrize("met", [WHOLE, AWKWARD], ids=["whole", "foreign"])
def test_icalendar_reads_the_same_back(met: Interview) -> None:
    """The library that wrote it finds every time and text as it was."""
    read = [
        (str(event["UID"]), event.start, event.end, str(event["SUMMARY"]), str(event["DESCRIPTION"]))
        for event in events(met)
    ]
    assert read == [
        (one.uid, one.starts, one.ends, one.summary, one.description) for one in reminders_of(met)
    ]
    assert not any(event.errors for event in events(met))


def test_nothing_typed_becomes_a_property() -> None:
    """Text that looks like a calendar's own lines stays text."""
    met = interview(company="X END:VEVENT", role="ATTENDEE:mailto:eve@example.com \\nMETHOD:REQUEST")
    assert [line for line in unfolded(file_of(met)) if line.startswith(("ATTENDEE", "METHOD"))] == []
    assert len(events(met)) == 2


@pytest.mark.parametrize("company", ["C:\\Notes", "\\N", "a\\\\N b\\N\\n; c,"])
def test_a_backslash_is_a_backslash(company: str) -> None:
    """What reads like a calendar's line end stays as it was typed."""
    (first, *_) = reminders_of(interview(company=company))
    event = Calendar.from_ical(calendar_file([first], stamp=NOW)).walk("VEVENT")[0]
    assert (str(event["summary"]), str(event["description"])) == (first.summary, first.description)
    assert "\\" in first.summary
