"""Invitations as calendars write them, and texts that only pretend to be one."""

import json
import time
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.browser import handle
from generator.calendar_text import (
    LARGEST,
    MOST_EVENTS,
    MOST_ZONES,
    NO_EVENT,
    NOT_A_CALENDAR,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY_EVENTS,
    TOO_MANY_LINES,
    InvitationError,
    read_calendars,
)
from generator.form import is_field
from generator.guesses import Guess, Known, guess_from_title
from generator.invitation import Event, read_invitation

FOLDER: Final = Path(__file__).parent / "invitations"
SHAPES: Final = sorted(path.stem for path in FOLDER.glob("*.ics"))
KNOWN: Final = Known(frozenset({"dana whitfield", "amara cole"}), frozenset({"acme"}))
Row = tuple[str, str]


def text_of(shape: str) -> str:
    """Return an invitation as a calendar wrote it, with its line ends."""
    return (FOLDER / f"{shape}.ics").read_bytes().decode()


def read(shape: str, **reader: str) -> tuple[Event, ...]:
    """Read an invitation on a device in London."""
    return read_invitation(text_of(shape), **{"zone": "Europe/London", **reader})


def values(event: Event) -> dict[str, str]:
    """Return what an event gives to the form's fields, without the people."""
    return {name: value for taken in event.taken for name, value in taken.fields.items()}


def sources(event: Event) -> dict[str, str]:
    """Return where each of them comes from."""
    return {name: taken.source for taken in event.taken for name in taken.fields}


def people(event: Event) -> list[Row]:
    """Return the people met, as name and address."""
    return [(guest.name, guest.email) for guest in event.people]


def event(*lines: str) -> str:
    """Write a calendar with one event of some lines."""
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])


def moment(date: str, start: str, zone: str) -> dict[str, str]:
    """Name the fields of a moment."""
    return {"date": date, "start": start, "time_zone": zone}


@pytest.mark.parametrize(
    ("shape", "expected", "met"),
    [
        (
            "google",
            {**moment("2026-03-05", "14:00", "Europe/London"), "minutes": "45", "company": "Harbour Clinic",
             "role": "Ward Nurse"},
            [("Dana Whitfield", "dana.whitfield@harbour-clinic.example"),
             ("Ruth Adeyemi", "ruth.adeyemi@harbour-clinic.example")],
        ),
        (
            "outlook",
            {**moment("2026-03-10", "09:30", "Europe/Berlin"), "minutes": "90", "company": "Nordlicht",
             "role": "Data Analyst"},
            [("Katrin Vogel", "katrin.vogel@nordlicht.example"),
             ("Jonas Okafor", "jonas.okafor@nordlicht.example")],
        ),
        (
            "apple",
            {**moment("2026-03-12", "15:30", "America/New_York"), "minutes": "60", "company": "Quay Press",
             "role": "copy editor"},
            [("Leah Stone", "leah@quaypress.example")],
        ),
        (
            "zoom",
            {**moment("2026-03-06", "11:00", "America/Los_Angeles"), "minutes": "45",
             "company": "Tideline Labs"},
            [("Priya Raman", "")],
        ),
        (
            "teams",
            {**moment("2026-04-01", "15:00", "Europe/London"), "minutes": "60", "role": "Payroll Officer"},
            [("Helen Marsh", "h.marsh@brightwater.example"), ("Tom Eze", "")],
        ),
        (
            "recurring",
            {**moment("2026-03-04", "09:00", "Australia/Sydney"), "minutes": "90",
             "company": "Wattle Grove School", "role": "Primary Teacher"},
            [("Grace Nguyen", "grace@wattlegrove.example")],
        ),
        (
            "cancelled",
            {**moment("2026-03-04", "09:00", "Europe/London"), "minutes": "60", "company": "Oakhand Ltd",
             "role": "Joiner"},
            [("Pat Moran", "pat@oakhand.example")],
        ),
        ("floating", {**moment("2026-03-04", "09:00", "Europe/London"), "minutes": "45"}, []),
        ("all-day", {"date": "2026-03-04"}, []),
        (
            "utc-only",
            {**moment("2026-07-15", "14:00", "Europe/London"), "minutes": "30", "company": "Acme",
             "role": "Data Analyst"},
            [("Sam Ortiz", "sam@acme.example")],
        ),
        (
            "non-ascii",
            {**moment("2026-03-19", "14:30", "Europe/Paris"), "minutes": "60",
             "company": "Clinique de la Forêt-Noire", "role": "Infirmière Nurse"},
            [("Zoë Lefèvre", "zoe.lefevre@clinique-foret.example"),
             ("山田 太郎", "taro@clinique-foret.example")],
        ),
        (
            "x-properties",
            {**moment("2026-03-20", "08:30", "Europe/Berlin"), "minutes": "45", "company": "Talgrund"},
            [("Ina Roth", "ina@talgrund.example")],
        ),
        ("outlook-own-zone", {**moment("2026-06-10", "15:00", "Europe/London"), "minutes": "30"}, []),
    ],
)  # fmt: skip
def test_an_invitation_gives_what_it_says(shape: str, expected: dict[str, str], met: list[Row]) -> None:
    """Each calendar's invitation gives its moment, length, company, role and people, and nothing else."""
    (found,) = read(shape)
    assert values(found) == expected
    assert people(found) == met


def test_an_agency_is_who_arranged_it() -> None:
    """A recruiter is taken as the contact, said so, and their house is not the company."""
    (found,) = read("agency", your_email="Amara@Example.org")
    assert values(found)["contact_name"] == "Robin Hale"
    assert values(found)["contact_email"] == "robin@northgate-recruitment.example"
    assert values(found)["company"] == "Calder Logistics"
    assert people(found) == [("Joan Pike", "joan.pike@calder-logistics.example")]
    assert any("Robin Hale looks like a recruiter" in note for note in found.notes)


def test_several_events_are_all_there() -> None:
    """A calendar with several events gives each, in its order; a task is none."""
    assert [found.title for found in read("several")] == [
        "Dentist",
        "Interview: Shop Supervisor at Larch & Sons Ltd",
        "Interview: Night Porter at the Crown",
    ]
    dentist, shop, porter = map(values, read("several"))
    assert (shop["company"], shop["role"]) == ("Larch & Sons Ltd", "Shop Supervisor")
    assert not {"company", "role"} & (dentist.keys() | porter.keys())


@pytest.mark.parametrize("shape", SHAPES)
def test_only_what_was_called_off_is_cancelled(shape: str) -> None:
    """A cancelled event says so, and no other does."""
    assert next(found.cancelled for found in read(shape)) == (shape == "cancelled")


@pytest.mark.parametrize("shape", SHAPES)
def test_every_value_is_one_that_the_form_takes(shape: str) -> None:
    """Whatever is read can stand in a field of its name, and says where it was found."""
    for found in read(shape):
        assert all(is_field(name) and value for name, value in values(found).items())
        assert all(source.startswith(("from ", "a guess from ")) for source in sources(found).values())


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ("recurring", "The event repeats, and this is its first date."),
        ("floating", "The invitation names no time zone. This takes your device's, in London."),
        ("utc-only", "The invitation gives its time in UTC. Here it is by your device's clock, in London."),
        ("all-day", "The invitation is for a whole day."),
        ("google", "Dana Whitfield sent the invitation."),
        ("google", "Amara Cole is left out, because that looks like you."),
        ("apple", "Marcus Bell is left out, because they declined the invitation."),
        ("outlook-own-zone", "The invitation's time zone is Customized Time Zone."),
    ],
)
def test_what_was_assumed_is_said(shape: str, words: str) -> None:
    """A conversion, a person left out and a first date are each said in a note."""
    assert any(note.startswith(words) for note in read(shape)[0].notes)


@pytest.mark.parametrize(("start", "hour"), [("20260604T140000Z", "16:00"), ("20260604T140000", "14:00")])
def test_a_calendar_has_a_zone_of_its_own(start: str, hour: str) -> None:
    """A time without a zone is by its calendar's clock, wherever the device is; UTC is no place."""
    text = event(f"DTSTART:{start}").replace("BEGIN:VEVENT", "X-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT")
    (found,) = read_invitation(text, zone="Europe/London")
    assert values(found) == moment("2026-06-04", hour, "Europe/Berlin")
    assert any("its calendar's" in note and "Berlin" in note for note in found.notes)
    for unknown in ("UTC", "Nowhere", ""):
        (found,) = read_invitation(text.replace("Europe/Berlin", unknown), zone="Europe/London")
        assert values(found)["time_zone"] == "Europe/London"


def test_many_zones_are_soon_read() -> None:
    """A time is looked for among a few zones, whatever a file holds: as quick with thousands of them."""
    zones = "BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\n" * 14_000
    events = (
        "BEGIN:VEVENT\r\nDTSTART:20260304T090000\r\nDTEND:20260304T100000\r\nEND:VEVENT\r\n" * MOST_EVENTS
    )
    text = f"BEGIN:VCALENDAR\r\n{zones}{events}END:VCALENDAR\r\n"
    (calendar,) = read_calendars(text)
    assert len(calendar.parts) == MOST_ZONES + MOST_EVENTS
    assert len(read_invitation(text, zone="Europe/London")) == MOST_EVENTS


def test_sources_tell_facts_from_guesses() -> None:
    """A start is from the start, a role from the text where it stands, and the rest is called a guess."""
    google, teams, apple = (sources(read(shape)[0]) for shape in ("google", "teams", "apple"))
    assert google["start"] == "from the invitation's start"
    assert google["company"] == "a guess from the invitation's title"
    assert teams["role"] == "from a line of the invitation's text"
    assert apple["company"] == "a guess from the invitation's addresses"
    guessed = [guest.source for guest in read("google")[0].people if guest.name == "Ruth Adeyemi"]
    assert guessed == ["from the invitation's guest list; the name is a guess from the address"]


def test_the_reader_is_nobody_they_met() -> None:
    """Who is known to be the reader is left out by address or by name, whatever the other addresses."""
    both = event(
        "DTSTART:20260304T090000Z",
        "ATTENDEE;CN=Ana Roy:mailto:ana@acme.example",
        "ATTENDEE;CN=Amara Cole:mailto:amara@acme.example",
    )
    by_email = read_invitation(both, your_email="AMARA@acme.example")
    by_name = read_invitation(both, your_name="amara  cole")
    assert people(by_email[0]) == people(by_name[0]) == [("Ana Roy", "ana@acme.example")]
    (nobody_knows,) = read_invitation(both)
    assert len(nobody_knows.people) == 2
    assert "If one of these people is you, leave that one out." in nobody_knows.notes


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CN=no-reply:mailto:no-reply@acme.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Dana:mailto:dana@acme.example",
        "ATTENDEE:mailto:c_1@resource.calendar.google.com",
        "ATTENDEE:mailto:abc@group.calendar.google.com",
        "ATTENDEE;CN=Talent Team:mailto:x@acme.example",
        "ATTENDEE:mailto:careers@acme.example",
        "ATTENDEE:mailto:",
        "ATTENDEE:",
        "ATTENDEE;CN=:/o=Exchange/ou=First/cn=x",
    ],
)
def test_rooms_and_programs_are_nobody(line: str) -> None:
    """A room, a mailbox, a group and a program are not people met."""
    assert people(read_invitation(event("DTSTART:20260304T090000Z", line))[0]) == []


def test_too_many_guests_are_not_a_panel() -> None:
    """More people than the form takes are none, and the page says so."""
    guests = [f"ATTENDEE:mailto:p{number}@acme.example" for number in range(30)]
    (found,) = read_invitation(event("DTSTART:20260304T090000Z", *guests))
    assert people(found) == []
    assert any("30 people, too many" in note for note in found.notes)


@pytest.mark.parametrize(
    ("title", "company", "role"),
    [
        ("Interview: Ward Nurse at Harbour Clinic", "Harbour Clinic", "Ward Nurse"),
        ("Interview with Acme", "Acme", ""),
        ("Acme <> Amara: Data Analyst", "Acme", "Data Analyst"),
        ("Amara Cole / Acme - Interview", "Acme", ""),
        ("Phone Interview - Software Engineer", "", "Software Engineer"),
        ("Interview for the position of Head of Finance at Blue Ltd, Leeds", "Blue Ltd", "Head of Finance"),
        ("Interview for Baker at Quay Bread", "Quay Bread", "Baker"),
        ("Final Round: Backend Engineer (remote)", "", "Backend Engineer"),
        ("Interview | Marketing Manager | Acme", "Acme", "Marketing Manager"),
        ("Your interview for Ward nurse", "", "Ward nurse"),
        ("Updated invitation: Interview with Dana Whitfield at Acme", "Acme", ""),
        *(
            (title, "", "")
            for title in (
                "", "Interview", "Interview with Dana", "Interview with Priya", "Interview: Amara Cole",
                "Interview - Dana Whitfield", "Phone screen", "Interview @ 2pm", "Interview at 14:00",
                "Interview at Head Office", "Interview: Ann Baker at Quay Bread", "Job interview",
                "Meet the team", "Coffee with Dana", "Interview with the CTO", "Interview - Hiring Manager",
                "Dentist", "Manager meeting", "Assessment day, Ferris College",
                "Interview at The Crown Hotel",
            )
        ),
    ],
)  # fmt: skip
def test_a_title_is_guessed_from_where_it_is_clear(title: str, company: str, role: str) -> None:
    """Titles as people write them give a company and a role, or nothing."""
    assert guess_from_title(title, KNOWN) == Guess(company, role)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART;TZID=GMT Standard Time:20260704T090000", moment("2026-07-04", "09:00", "Europe/London")),
        (
            "DTSTART;TZID=Eastern Standard Time:20260704T090000",
            moment("2026-07-04", "09:00", "America/New_York"),
        ),
        ("DTSTART;TZID=UTC:20260704T090000", moment("2026-07-04", "10:00", "Europe/London")),
        ("DTSTART;TZID=Europe/Berlin:20260704T090000Z", moment("2026-07-04", "11:00", "Europe/Berlin")),
        ("DTSTART;TZID=/vendor/Europe/Rome:20260704T090000", moment("2026-07-04", "09:00", "Europe/Rome")),
        ("DTSTART;TZID=Nowhere:20260704T090000", {"date": "2026-07-04", "start": "09:00"}),
        ("DTSTART;TZID=../../etc/passwd:20260704T090000", {"date": "2026-07-04", "start": "09:00"}),
        ("DTSTART;TZID=Europe:20260704T090000", {"date": "2026-07-04", "start": "09:00"}),
        ("DTSTART:19990704T090000Z", {}),
        ("DTSTART:00010101T000000Z", {}),
        ("DTSTART:99991231T235959Z", {}),
        ("DTSTART:20260230T090000", {}),
        ("DTSTART:tomorrow", {}),
        ("DTSTART:", {}),
        ("SUMMARY:Interview", {}),
    ],
)
def test_a_start_is_read_by_its_own_clock(start: str, expected: dict[str, str]) -> None:
    """A zone has IANA's, Windows' or a vendor's name; what cannot be read is left out, and said."""
    (found,) = read_invitation(event(start), zone="Europe/London")
    assert values(found) == expected
    assert found.notes or "time_zone" in expected


def test_two_files_may_mean_two_zones_by_one_name() -> None:
    """A zone that a file describes under a name of its own says nothing of the next file's."""
    text = text_of("outlook-own-zone")
    other = text.replace("-0400", "+0300").replace("-0500", "+0200")
    starts = [values(read_invitation(one, zone="Europe/London")[0])["start"] for one in (text, other, text)]
    assert starts == ["15:00", "08:00", "15:00"]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTEND:20260304T094500Z",), "45"),
        (("DTEND;TZID=Europe/Berlin:20260304T110000",), "60"),
        (("DURATION:PT1H30M",), "90"),
        (("DURATION:P0DT1H30M",), "90"),
        (("DURATION:PT0S",), None),
        (("DURATION:P9999999999999999999D",), None),
        (("DURATION:soon",), None),
        (("DTEND:20260304T080000Z",), None),
        (("DTEND:20260309T090000Z",), None),
        ((), None),
    ],
)
def test_a_length_is_one_that_an_interview_has(lines: tuple[str, ...], minutes: str | None) -> None:
    """The length is the time from start to end or the duration, where the form takes it."""
    (found,) = read_invitation(event("DTSTART:20260304T090000Z", *lines), zone="Europe/London")
    assert values(found).get("minutes") == minutes


def test_a_pasted_email_is_read_from_its_calendar_on() -> None:
    """What stands before the calendar, a byte order mark and other line ends do no harm."""
    whole = text_of("google")
    for text in (
        "\ufeff" + whole,
        "Content-Type: text/calendar\r\n\r\n" + whole,
        whole.replace("\r\n", "\n"),
        whole.replace("\r\n", "\r"),
        whole.replace("BEGIN:", "Begin:").replace("DTSTART", "dtstart"),
        whole.removesuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"),
    ):
        assert values(read_invitation(text)[0])["start"] == "14:00"


def test_a_damaged_name_is_left_out() -> None:
    """What lost a letter on its way, or turns the text around, does not get into a letter."""
    (found,) = read_invitation(
        event(
            "DTSTART:20260304T090000Z",
            "SUMMARY:Interview: Nurse at Caf\ufffd Clinic",
            "ATTENDEE;CN=Zo\ufffd:mailto:zoe@acme.example",
            "ATTENDEE;CN=\u202eAna Roy:mailto:ana@acme.example",
        )
    )
    assert people(found) == [("", "zoe@acme.example"), ("Ana Roy", "ana@acme.example")]
    assert "Caf" not in str(values(found))


BOMB: Final = "RRULE:FREQ=SECONDLY;BYSECOND=" + ",".join(map(str, range(60)))
HOSTILE: Final[dict[str, tuple[str, str | None]]] = {
    "nothing": ("", NOT_A_CALENDAR),
    "a letter": ("Dear Amara,\nyour interview is on 5 March at 14:00.", NOT_A_CALENDAR),
    "zeros": ("\0" * 1000, NOT_A_CALENDAR),
    "no event": ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", NO_EVENT),
    "ends only": ("BEGIN:VCALENDAR\n" + "END:VEVENT\n" * 20_000, NO_EVENT),
    "large": ("BEGIN:VCALENDAR\n" + "x" * LARGEST, TOO_LARGE),
    "large in bytes": ("BEGIN:VCALENDAR\n" + "é" * (LARGEST - 100), TOO_LARGE),
    "lines": ("BEGIN:VCALENDAR\n" + "\n" * 900_000, TOO_MANY_LINES),
    "folds": ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x" + "\n a" * 300_000, TOO_MANY_LINES),
    "deep": ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 30_000, TOO_MANY_LINES),
    "nested": ("BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 20_000, TOO_DEEP),
    "events": ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 14_000, TOO_MANY_EVENTS),
    "one line": (event("DTSTART:20260304T090000Z", "DESCRIPTION:" + "<" * 1_000_000), None),
    "quotes": (event("DTSTART:20260304T090000Z", 'ATTENDEE;CN="' * 70_000), None),
    "parameters": (event("DTSTART" + ";A=b" * 250_000 + ":20260304T090000Z"), None),
    "brackets": (event("SUMMARY:" + "(" * 500_000 + ")" * 400_000), None),
    "digits": (event("DTSTART:" + "9" * 900_000), None),
    "duration": (event("DTSTART:20260304T090000Z", "DURATION:PT" + "9" * 900_000 + "H"), None),
    "guests": (event(*["ATTENDEE;CN=Ana Roy:mailto:ana@acme.example"] * 15_000), None),
    "panel": (event("DESCRIPTION:Interviewers: " + "A B, " * 200_000), None),
    "spaces": (event("SUMMARY:Interview" + " " * 900_000 + "at"), None),
    "colons": (event("SUMMARY:" + "re: " * 200_000), None),
    "tags": (event("DESCRIPTION:" + "<br" * 300_000), None),
    "every second": (
        "\n".join([
            "BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:x",
            *["BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", BOMB,
              "END:STANDARD"] * 200,
            "END:VTIMEZONE", "BEGIN:VEVENT", "DTSTART;TZID=x:20260304T090000", BOMB, "END:VEVENT",
            "END:VCALENDAR",
        ]),
        None,
    ),
    "busy events": (
        "BEGIN:VCALENDAR\n"
        + "\n".join([
            "BEGIN:VEVENT\nDTSTART:20260304T090000Z\nSUMMARY:" + "Interview at X - " * 300
            + "\nDESCRIPTION:" + "Acme at Harbour. " * 500 + "\n"
            + "ATTENDEE;CN=Ana Roy:mailto:ana@harbour-clinic.example\n" * 40 + "END:VEVENT"
        ] * MOST_EVENTS)
        + "\nEND:VCALENDAR",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon(name: str) -> None:
    """A file made to harm is refused with what to do, or read as far as it goes, as soon as a few plain ones.

    Plain ones are the measure, so that a slow machine is not judged.
    """
    text, message = HOSTILE[name]
    begun = time.perf_counter()
    for shape in SHAPES * 3:
        read(shape)
    measure = time.perf_counter() - begun
    begun = time.perf_counter()
    if message is None:
        assert read_invitation(text, zone="Europe/London")
    else:
        with pytest.raises(InvitationError) as caught:
            read_invitation(text, zone="Europe/London")
        assert str(caught.value) == message
    assert time.perf_counter() - begun < 4 * measure


def answer(text: str, fields: dict[str, str] | None = None, zone: str = "Europe/London") -> dict[str, Any]:
    """Ask as the page does, and return the result."""
    request = {"version": 1, "request": "invitation", "text": text, "zone": zone, "fields": fields or {}}
    found = json.loads(handle(json.dumps(request)))
    assert found.keys() == {"version", "result"}
    result: dict[str, Any] = found["result"]
    assert result.keys() == {"events", "message"}
    return result


def test_a_refusal_is_a_result_with_a_message() -> None:
    """What cannot be read is no fault of the page: the result says what to do."""
    assert answer("x") == {"events": [], "message": NOT_A_CALENDAR}


@pytest.mark.parametrize(
    "changes", [{"text": None}, {"text": 7}, {"zone": None}, {"fields": None}, {"fields": []}]
)
def test_a_request_of_another_shape_is_an_error(changes: dict[str, Any]) -> None:
    """The text, the zone and the fields are texts."""
    request = {"version": 1, "request": "invitation", "text": "", "zone": "", "fields": {}} | changes
    assert json.loads(handle(json.dumps(request))).keys() == {"version", "error"}


def changes(found: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return what each offer of the only event would do, and what stands there now."""
    (only,) = found["events"]
    return {offer["label"]: (offer["change"], offer["now"]) for offer in only["offers"]}


def test_an_untouched_form_is_filled() -> None:
    """A form that nobody has typed into, with the page's own zone and length, takes everything."""
    text = text_of("outlook")
    assert changes(
        answer(text, {"time_zone": "Europe/London", "minutes": "60", "tone": "warm", "id": "x"})
    ) == {
        "When it started": ("fill", ""),
        "Length in minutes": ("fill", ""),
        "Company": ("fill", ""),
        "Role": ("fill", ""),
        "Person 1": ("add", ""),
        "Person 2": ("add", ""),
    }


def test_what_was_typed_is_kept_unless_ticked() -> None:
    """What differs is offered beside what is there, and what is the same is named as such."""
    typed = {
        "company": "Nordlicht GmbH",
        "role": "Data Analyst",
        "date": "2026-03-10",
        "start": "10:30",
        "time_zone": "Europe/Paris",
        "minutes": "45",
        "interviewers-0-name": "Someone Else",
        "interviewers-1-name": "Jonas",
        "interviewers-2-detail": "the harbour",
    }
    assert changes(answer(text_of("outlook"), typed)) == {
        "When it started": ("replace", "2026-03-10, 10:30, Europe/Paris"),
        "Length in minutes": ("replace", "45"),
        "Company": ("replace", "Nordlicht GmbH"),
        "Role": ("same", "Data Analyst"),
        "Person 2, their name": ("replace", "Jonas"),
        "Person 2, their email address": ("fill", ""),
        "Person 4": ("add", ""),
    }


def test_an_invitation_read_twice_changes_nothing() -> None:
    """A form that was filled from an invitation has all of it."""
    (first,) = answer(text_of("google"))["events"]
    filled = {name: value for offer in first["offers"] for name, value in offer["fields"].items()}
    again = changes(answer(text_of("google"), filled))
    assert {change for change, _ in again.values()} == {"same"}


def test_a_full_form_takes_nobody_more() -> None:
    """The form's twenty people are all it takes."""
    full = {f"interviewers-{row}-name": f"Person {row}" for row in range(20)}
    assert not any(label.startswith("Person") for label in changes(answer(text_of("google"), full)))


LINES: Final = st.sampled_from([line for shape in SHAPES for line in text_of(shape).splitlines()])
NAMES: Final = st.sampled_from([
    "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "BEGIN:VTIMEZONE", "DTSTART:", "DTSTART;TZID=", "DTEND:",
    "SUMMARY:", "ATTENDEE;CN=", "ORGANIZER:mailto:", "DURATION:", "DESCRIPTION:Role: ", "RRULE:", "STATUS:",
])  # fmt: skip
MADE: Final = st.lists(LINES | st.text() | st.builds(str.__add__, NAMES, st.text(max_size=40)), max_size=30)


@given(
    MADE.map("\n".join) | MADE.map(lambda lines: "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines])),
    st.dictionaries(
        st.sampled_from(["your_name", "your_email", "company", "interviewers-0-name"]), st.text()
    ),
    st.sampled_from(["", "Europe/London", "+00:00", "America/New_York"]),
)
def test_any_text_gives_a_result_or_says_what_to_do(text: str, fields: dict[str, str], zone: str) -> None:
    """Whatever is dropped on the page is answered, with values for its fields or with a message."""
    found = answer(text, fields, zone)
    assert bool(found["events"]) != bool(found["message"])
    for one in found["events"]:
        for offer in one["offers"]:
            assert all(
                is_field(name) and value and "\n" not in value for name, value in offer["fields"].items()
            )
