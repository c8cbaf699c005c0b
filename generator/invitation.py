"""A calendar invitation into what it tells of an interview: when, how long, where, with whom, for what."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icalendar.prop import vDuration

from generator.calendar_text import Part, read_calendars
from generator.form import FIRST_DATE, LAST_DATE, MOST_MINUTES, SHORTEST_MINUTES
from generator.guesses import (
    RECRUITER,
    Known,
    company_of,
    folded,
    guess_from_title,
    labelled,
    plain_title,
    written_company,
)
from generator.guests import Guest, Guests, one_line, read_guests
from generator.invitation_times import EventTime, place_time, read_time
from generator.words import clock, full_day, place
from generator.zones import zone_names

LENGTH = re.compile(r"\+?P(?:0D)?T(?=[0-9])(?:[0-9]{1,2}H)?(?:[0-9]{1,4}M)?(?:[0-9]{1,5}S)?")
CANCELLED = re.compile(r"^\W*cancell?ed\b", re.IGNORECASE)
LINE_ENDS = re.compile(r"<\s*(?:br|/p|/div|/li)\b[^<>]{0,200}>", re.IGNORECASE)
MARKUP = re.compile(r"<[^<>]{1,400}>")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was taken from one place.

    Args:
        fields: values by the names of the form's fields.
        words: the same to be shown.
        source: where it was found, in words.
    """

    fields: Mapping[str, str]
    words: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Event:
    """An event of an invitation, with all that the form can take from it."""

    title: str
    when: str
    cancelled: bool
    taken: tuple[Taken, ...]
    people: tuple[Guest, ...]
    notes: tuple[str, ...]


def read_invitation(
    text: str, *, zone: str = "", your_name: str = "", your_email: str = ""
) -> tuple[Event, ...]:
    """Read the events of a calendar file or of its pasted text, at least one.

    Args:
        text: the file's.
        zone: the reader's own time zone, for times that name none.
        your_name: the reader's, who is no one that they met.
        your_email: the reader's.

    Raises:
        InvitationError: it is no invitation, or larger than one is; the message says what to do.
    """
    reader_zone = zone if zone in zone_names() else ""
    return tuple(
        _event(part, calendar, reader_zone, your_name=your_name, your_email=your_email)
        for calendar in read_calendars(text)
        for part in calendar.parts
        if part.name == "VEVENT"
    )


def _event(part: Part, calendar: Part, reader_zone: str, *, your_name: str, your_email: str) -> Event:
    title = one_line(part.text("SUMMARY"), 300)
    description = _plain(part.text("DESCRIPTION"))
    guests = read_guests(part, description, your_name=your_name, your_email=your_email)
    line = part.first("DTSTART")
    start = read_time(line) if line else None
    taken: list[Taken] = []
    notes: list[str] = []
    when = "no date that can be read"
    if line is None or start is None or not FIRST_DATE <= start.date() <= LAST_DATE:
        notes.append("The invitation has no date that can be read. Type the date and the time yourself.")
    elif "T" not in line.value:
        when = f"{_day(start)}, all day"
        taken.append(_taken({"date": start.date().isoformat()}, _day(start), "from the invitation's date"))
        notes.append("The invitation is for a whole day. Type the time when the interview started.")
    else:
        time = place_time(start, line, calendar, reader_zone)
        where = f" {place(time.zone)}" if time.zone else ""
        when = f"{_day(time.local)}, {clock(time.local.time())}{where}"
        moment = {"date": time.local.date().isoformat(), "start": time.local.strftime("%H:%M")}
        moment |= {"time_zone": time.zone} if time.zone else {}
        taken.append(_taken(moment, when, "from the invitation's start"))
        taken += _length(part, time, calendar, reader_zone)
        notes += [time.note] if time.note else []
    if part.first("RRULE") or part.first("RDATE"):
        notes.append(
            "The event repeats, and this is its first date. Change the date if yours was a later one."
        )
    taken += _company_and_role(part, title, description, guests, your_name)
    if guests.contact:
        fields = {"contact_name": guests.contact.name, "contact_email": guests.contact.email}
        given = {name: value for name, value in fields.items() if value}
        taken.append(_taken(given, ", ".join(given.values()), guests.contact.source))
    return Event(
        title=plain_title(title) or "An event without a title",
        when=when,
        cancelled=_is_cancelled(part, calendar, title),
        taken=tuple(taken),
        people=guests.met,
        notes=(*notes, *guests.notes),
    )


def _is_cancelled(part: Part, calendar: Part, title: str) -> bool:
    return (
        part.text("STATUS").strip().upper() == "CANCELLED"
        or calendar.text("METHOD").strip().upper() == "CANCEL"
        or CANCELLED.match(title) is not None
    )


def _taken(fields: dict[str, str], words: str, source: str) -> Taken:
    return Taken(fields=fields, words=words, source=source)


def _day(day: dt.date) -> str:
    return f"{full_day(day)} {day.year}"


def _plain(text: str) -> str:
    """Return a description without the markup that some calendars write into it."""
    text = MARKUP.sub(" ", LINE_ENDS.sub("\n", text)) if "<" in text else text
    return text.replace("&nbsp;", " ").replace("&amp;", "&")


def _length(part: Part, start: EventTime, calendar: Part, reader_zone: str) -> Iterator[Taken]:
    end, length = part.first("DTEND"), part.text("DURATION").strip().upper()
    lasts, source = None, "from the invitation's start and end"
    if end:
        written = read_time(end)
        if written and FIRST_DATE <= written.date() <= LAST_DATE:
            stop = place_time(written, end, calendar, reader_zone)
            if start.instant and stop.instant:
                lasts = stop.instant - start.instant
            elif start.tzid == stop.tzid and start.written.tzinfo is stop.written.tzinfo:
                lasts = stop.written - start.written
    elif LENGTH.fullmatch(length):
        lasts = vDuration.from_ical(length)  # type: ignore[no-untyped-call] # icalendar's
        source = "from the invitation's length"
    minutes = int(lasts.total_seconds() // 60) if lasts else 0
    if SHORTEST_MINUTES <= minutes <= MOST_MINUTES:
        yield _taken({"minutes": str(minutes)}, f"{minutes} minutes", source)


def _company_and_role(
    part: Part, title: str, description: str, guests: Guests, your_name: str
) -> Iterator[Taken]:
    houses = {company_of(guest.email) for guest in guests.others} - {""}
    employers = {house for house in houses if not RECRUITER.search(house)}
    if guests.contact and len(employers) > 1:
        employers -= {company_of(guests.contact.email)}
    people = {" ".join(folded(word) for word in name.split()) for name in _names(guests, your_name)}
    known = Known(frozenset(people), frozenset(house.replace("-", "") for house in houses))
    guess = guess_from_title(title, known)
    named = one_line(labelled("company", description))
    if named:
        yield _taken({"company": named}, named, "from a line of the invitation's text")
    elif company := one_line(guess.company):
        yield _taken({"company": company}, company, "a guess from the invitation's title")
    elif len(employers) == 1 and not _is_agency(guests, employers):
        (house,) = employers
        written = one_line(written_company(house, [title, one_line(part.text("LOCATION"), 300), description]))
        if written:
            yield _taken({"company": written}, written, "a guess from the invitation's addresses")
    named = one_line(labelled("role", description))
    if named or one_line(guess.role):
        source = "from a line of the invitation's text" if named else "a guess from the invitation's title"
        yield _taken({"role": named or one_line(guess.role)}, named or guess.role, source)


def _is_agency(guests: Guests, employers: set[str]) -> bool:
    """Say whether the only house that is named may be the agency's that arranged it."""
    return (
        guests.contact is not None
        and guests.contact.is_organizer
        and not any(company_of(guest.email) in employers for guest in guests.met)
    )


def _names(guests: Guests, your_name: str) -> Iterator[str]:
    yield your_name
    for guest in guests.others:
        yield guest.name
        yield " ".join(re.findall(r"[a-z]+", guest.email.partition("@")[0].lower()))
