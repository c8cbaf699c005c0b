"""When an event of an invitation is, by a clock that the form knows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from icalendar.prop import vDDDTypes
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from generator.calendar_text import Part, Property, read_zone
from generator.guests import one_line
from generator.words import place
from generator.zones import load_zone, zone_names

TIME = re.compile(r"[0-9]{8}(?:T[0-9]{6}Z?)?")
# An instant without a place.
UTC_NAMES = frozenset({"UTC", "GMT", "Etc/UTC", "Etc/GMT", "Zulu", "Z", "Etc/Zulu", "Universal"})


@dataclass(frozen=True, kw_only=True)
class EventTime:
    """A time as it is written, and by the clock that the form is to have; its ``zone`` may be unknown."""

    written: dt.datetime
    tzid: str
    local: dt.datetime
    zone: str
    note: str

    @property
    def instant(self) -> dt.datetime | None:
        """The same aware; None where no clock is known."""
        if self.zone:
            return self.local.replace(tzinfo=load_zone(self.zone))
        return self.written if self.written.tzinfo else None


def read_time(line: Property) -> dt.datetime | None:
    """Read a date, or a time that is aware where it is in UTC."""
    value = line.value.strip().upper()
    if not TIME.fullmatch(value):
        return None
    try:
        read = vDDDTypes.from_ical(value.removesuffix("Z"))  # type: ignore[no-untyped-call] # icalendar's
    except ValueError:
        return None
    if not isinstance(read, dt.datetime):
        return dt.datetime.combine(read, dt.time()) if isinstance(read, dt.date) else None
    return read.replace(tzinfo=dt.UTC if value.endswith("Z") else None)


def place_time(written: dt.datetime, line: Property, calendar: Part, reader_zone: str) -> EventTime:
    """Find the clock of a time: the invitation's, or the reader's where it names none that is known."""
    tzid = line.params.get("TZID", "").strip("\"' ")
    name = _zone_name(tzid, calendar)
    local, zone, note = written, name, ""
    names_a_place = _names_a_place(name)
    home, whose = ("", "") if names_a_place else _home(calendar, reader_zone)
    if written.tzinfo or name in UTC_NAMES:
        zone = name if names_a_place else home or "UTC"
        local = written.replace(tzinfo=written.tzinfo or dt.UTC).astimezone(load_zone(zone))
        if not names_a_place and zone != "UTC":
            note = f"The invitation gives its time in UTC. Here it is by {whose} clock, {place(zone)}."
    elif not tzid:
        zone = home
        note = "The invitation names no time zone."
        note += f" This takes {whose}, {place(zone)}. Change it if it was elsewhere." if zone else ""
    elif not name:
        offset = _offset(written, tzid, calendar)
        shown = one_line(tzid) or "its own"
        if offset is not None and reader_zone:
            zone = reader_zone
            local = written.replace(tzinfo=dt.timezone(offset)).astimezone(load_zone(zone))
            note = f"The invitation's time zone is {shown}. Its time is here by your device's clock, "
            note += f"{place(zone)}."
        else:
            note = f"This page does not know the invitation's time zone, {shown}. Pick the place yourself."
    return EventTime(written=written, tzid=tzid, local=local.replace(tzinfo=None), zone=zone, note=note)


def _home(calendar: Part, reader_zone: str) -> tuple[str, str]:
    """Return the zone for times without one, and whose it is: the calendar's own, or the reader's."""
    zone = _zone_name(calendar.text("X-WR-TIMEZONE").strip("\"' "), calendar)
    return (zone, "its calendar's") if _names_a_place(zone) else (reader_zone, "your device's")


def _names_a_place(zone: str) -> bool:
    return zone not in UTC_NAMES | {""}


def _zone_name(tzid: str, calendar: Part) -> str:
    """Return the IANA name of a zone, where it is one, Windows' name for one, or has one in it."""
    if not tzid:
        return ""
    located = [part.text("X-LIC-LOCATION") for part in _zones(tzid, calendar)]
    parts = tzid.strip("/").split("/")[:8]
    for name in ["/".join(parts[start:]) for start in range(len(parts))] + located:
        iana = WINDOWS_TO_OLSON.get(name, name)
        if iana in zone_names():
            return iana
    return ""


def _zones(tzid: str, calendar: Part) -> Iterator[Part]:
    for part in calendar.parts:
        if part.name == "VTIMEZONE" and part.text("TZID").strip("\"' ") == tzid:
            yield part


def _offset(written: dt.datetime, tzid: str, calendar: Part) -> dt.timedelta | None:
    """Return how far a zone that the file describes itself is from UTC at a time."""
    for part in _zones(tzid, calendar):
        try:
            described = read_zone(part)
            return (
                written.replace(tzinfo=described.to_tz(lookup_tzid=False)).utcoffset() if described else None
            )
        except (ValueError, OverflowError):
            return None
    return None
