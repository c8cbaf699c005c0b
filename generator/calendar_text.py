"""The text of a calendar file into its events, with a bound on all that a stranger's file may hold.

icalendar reads the lines, their parameters and their values. It is given only the lines that an interview
needs: one of any other kind that is written badly then costs nothing, and no file can keep it busy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from icalendar import Timezone
from icalendar.parser import Contentline, Contentlines

from generator.mail_parts import attached_calendar

LARGEST = 1024 * 1024
MOST_LINES = 30_000
MOST_EVENTS = 50
DEEPEST = 5
# Lines of one name that are read in one part: a panel and its rooms, not a company's mailing list.
MOST_OF_A_NAME = 40
# Each time is looked for among them.
MOST_ZONES = 40
# A description goes on for longer; whatever tells of an interview stands near its beginning.
LONGEST_LINE = 12_000
WANTED = {
    "VCALENDAR": {"METHOD", "X-WR-TIMEZONE"},
    "VEVENT": {
        "ATTENDEE", "DESCRIPTION", "DTEND", "DTSTART", "DURATION", "LOCATION", "ORGANIZER", "RDATE", "RRULE",
        "STATUS", "SUMMARY",
    },
    "VTIMEZONE": {"TZID", "X-LIC-LOCATION"},
    "STANDARD": {"DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "RRULE", "TZOFFSETFROM", "TZOFFSETTO"},
}  # fmt: skip
BEGINNING = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*VCALENDAR[ \t]*$", re.IGNORECASE | re.MULTILINE)
NAME = re.compile(r"[ \t]*([A-Za-z0-9-]{1,40})[ \t]*[;:]")
# Clock changes as zones have them: once a year, on one weekday or day of one month. A rule for every second
# would be followed from its beginning to the interview.
OBSERVANCE = {
    "DTSTART": re.compile(r"(?:1[6-9]|20)\d{6}T\d{6}"),
    "TZOFFSETFROM": re.compile(r"[+-](?:0\d|1[0-5])[0-5]\d(?:00)?"),
    "TZOFFSETTO": re.compile(r"[+-](?:0\d|1[0-5])[0-5]\d(?:00)?"),
    "RRULE": re.compile(
        r"FREQ=YEARLY(?:;(?:INTERVAL=1|BYMONTH=\d\d?|BYDAY=-?[1-5](?:SU|MO|TU|WE|TH|FR|SA)|WKST=[A-Z]{2}"
        r"|BYMONTHDAY=-?\d\d?(?:,\d\d?){0,6}|UNTIL=\d{8}T\d{6}Z?))+"
    ),
}

NOT_A_CALENDAR = (
    "This is not a calendar invitation. Choose the file that ends in .ics, or the email saved as .eml, "
    "or paste its text from BEGIN:VCALENDAR on."
)
TOO_LARGE = "This file is larger than 1 MB. Choose the invitation alone."
TOO_MANY_LINES = "This file has too many lines for an invitation. Choose the invitation alone."
TOO_MANY_EVENTS = f"This file has more than {MOST_EVENTS} events. Choose the invitation alone."
TOO_DEEP = "This file is not built like an invitation. Save it from your calendar or email once more."
NO_EVENT = "There is no event in this file. Choose the invitation to your interview."


class InvitationError(ValueError):
    """The text cannot be read as an invitation; the message says what to do."""


@dataclass(frozen=True)
class Property:
    """A line of a calendar file: its parameters, the first value of each, and its value."""

    params: dict[str, str]
    value: str


@dataclass(frozen=True)
class Part:
    """What stands between a BEGIN and its END, as far as it is wanted."""

    name: str
    properties: dict[str, list[Property]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Return the lines of a name, in order."""
        return self.properties.get(name, [])

    def first(self, name: str) -> Property | None:
        """Return the first line of a name, if there is one."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """Return the value of the first line of a name, or nothing."""
        found = self.first(name)
        return found.value if found else ""


def read_calendars(text: str) -> list[Part]:
    """Read the calendars in a text, which may begin with something else or be a whole email.

    Raises:
        InvitationError: there is none, none has an event, or it is larger than an invitation is.
    """
    if len(text) > LARGEST or len(text.encode("utf-8", "replace")) > LARGEST:
        raise InvitationError(TOO_LARGE)
    lines = _with_line_feeds(text)
    # Of a mail's source, the invitation may be in code; it is never longer than that.
    lines = _with_line_feeds(attached_calendar(lines)) or lines
    if lines.count("\n") > MOST_LINES:
        raise InvitationError(TOO_MANY_LINES)
    beginning = BEGINNING.search(lines)
    if beginning is None:
        raise InvitationError(NOT_A_CALENDAR)
    calendars = list(_calendars(lines[beginning.start() :]))
    if not any(part.name == "VEVENT" for calendar in calendars for part in calendar.parts):
        raise InvitationError(NO_EVENT)
    return calendars


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _calendars(text: str) -> Iterator[Part]:
    open_parts: list[Part] = []
    events = zones = 0
    for line in Contentlines.from_ical(text):  # type: ignore[no-untyped-call] # icalendar's
        found = NAME.match(line)
        name = found[1].upper() if found else ""
        if name == "BEGIN":
            part = Part(_value(line))
            events += part.name == "VEVENT"
            zones += part.name == "VTIMEZONE"
            if len(open_parts) == DEEPEST:
                raise InvitationError(TOO_DEEP)
            if events > MOST_EVENTS:
                raise InvitationError(TOO_MANY_EVENTS)
            if open_parts:
                if part.name in WANTED and (part.name != "VTIMEZONE" or zones <= MOST_ZONES):
                    open_parts[-1].parts.append(part)
            elif part.name == "VCALENDAR":
                yield part
            open_parts.append(part)
        elif name == "END":
            _close(open_parts, _value(line))
        elif open_parts and name in WANTED.get(open_parts[-1].name, ()):
            _add(open_parts[-1], name, line)


def _close(open_parts: list[Part], name: str) -> None:
    """End the innermost part of a name and those within it; an END without its BEGIN is passed over."""
    places = [place for place, part in enumerate(open_parts) if part.name == name]
    if places:
        del open_parts[places[-1] :]


def _value(line: str) -> str:
    return line.partition(":")[2][:40].strip().upper()


def _add(part: Part, name: str, line: str) -> None:
    lines = part.properties.setdefault(name, [])
    if len(lines) < MOST_OF_A_NAME:
        # A line that cannot be read says nothing; the others still do.
        with suppress(ValueError):
            content = Contentline(line[:LONGEST_LINE])  # type: ignore[no-untyped-call] # icalendar's
            _, params, value = content.parts()
            first = {
                key.upper(): one if isinstance(one, str) else one[0] for key, one in params.items() if one
            }
            lines.append(Property(first, value))


def read_zone(part: Part) -> Timezone | None:
    """Return a VTIMEZONE of a file, with the clock changes that are like a zone's.

    Its own name is not passed on: icalendar keeps zones by name, and two files may mean two by one.
    """
    lines = ["BEGIN:VTIMEZONE"]
    for observance in part.parts[:MOST_OF_A_NAME]:
        values = {name: observance.text(name).strip() for name in OBSERVANCE}
        if observance.name not in {"STANDARD", "DAYLIGHT"} or not all(
            pattern.fullmatch(values[name])
            for name, pattern in OBSERVANCE.items()
            if values[name] or name != "RRULE"
        ):
            continue
        written = [f"{name}:{value.removesuffix('Z')}" for name, value in values.items() if value]
        lines += [f"BEGIN:{observance.name}", *written, f"END:{observance.name}"]
    if len(lines) == 1:
        return None
    zone = Timezone.from_ical("\n".join([*lines, "END:VTIMEZONE"]))
    zone["TZID"] = "of the invitation"
    return zone if isinstance(zone, Timezone) else None
