"""Python's calendar packages as readers: each takes a calendar's text and returns the events that it sees."""

from __future__ import annotations

import datetime as dt

import ics  # type: ignore[import-untyped] # it says nothing of its types
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.readers.calendars import Seen


def read_with_icalendar(text: str) -> list[Seen]:
    """Read with icalendar, which wrote the file."""
    events = Calendar.from_ical(text).events
    assert not any(event.errors for event in events)
    return [
        Seen(
            uid=event.uid,
            starts=event.start,
            ends=event.end,
            summary=event.summary,
            description=event.description,
            triggers=tuple(time.alarm.TRIGGER for time in event.alarms.times),
        )
        for event in events
    ]


def read_with_vobject(text: str) -> list[Seen]:
    """Read with vobject, which looks for the properties that must be there."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    return [
        Seen(
            uid=event.uid.value,
            starts=event.dtstart.value.astimezone(dt.UTC),
            ends=event.dtend.value.astimezone(dt.UTC),
            summary=event.summary.value,
            description=event.description.value,
            triggers=tuple(alarm.trigger.value for alarm in event.valarm_list),
        )
        for event in calendar.vevent_list
    ]


def read_with_ics(text: str) -> list[Seen]:
    """Read with ics, which is strict about ends and alarms."""
    return [
        Seen(
            uid=event.uid,
            starts=event.begin.datetime,
            ends=event.end.datetime,
            summary=event.name,
            description=event.description,
            triggers=tuple(alarm.trigger for alarm in event.alarms),
        )
        for event in ics.Calendar(text).events
    ]


def read_with_ical(text: str) -> list[Seen]:
    """Read with ical, which is strict about alarms."""
    return [
        Seen(
            uid=event.uid,
            starts=event.dtstart,
            ends=event.dtend,
            summary=event.summary,
            description=event.description,
            triggers=tuple(alarm.trigger for alarm in event.alarm),
        )
        for event in IcsCalendarStream.calendar_from_ics(text).events
    ]
