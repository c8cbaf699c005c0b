"""Reminders into a calendar file that rings in every calendar there is.

An event is its own reminder: some calendars drop alarms, none drops an event. The order and
choice of properties follow what calendars were seen to accept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from icalendar import Alarm, Calendar, Event, vText
from icalendar.enums import CLASS, TRANSP

from generator.reminders import Reminder

# The software's name and not a site's: every copy, and the command, writes the same bytes.
PRODUCT = "-//Interview letters//Reminders 1//EN"
ALARM_BEFORE = dt.timedelta(minutes=15)


class _Text(vText):
    r"""A text as it was typed. icalendar makes a line end of ``\N``, which stands in ``C:\Notes``."""

    def to_ical(self) -> bytes:
        """Return it with its marks escaped. Source: RFC 5545, section 3.3.11."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def calendar_file(reminders: Iterable[Reminder], *, stamp: dt.datetime) -> str:
    """Return an iCalendar file (RFC 5545), CRLF lines.

    Args:
        reminders: the events, in order.
        stamp: when the file is made, aware.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    moment_made = stamp.astimezone(dt.UTC).replace(microsecond=0)
    frame, end, rest = str(calendar.to_ical(), "utf-8").rpartition("END:VCALENDAR")
    return "".join([frame, *(_event_text(reminder, moment_made) for reminder in reminders), end, rest])


# An event stands in the file with all of them and in its own; writing it is most of the work.
@lru_cache(maxsize=8)
def _event_text(reminder: Reminder, stamp: dt.datetime) -> str:
    return str(_event(reminder, stamp).to_ical(), "utf-8")


def _event(reminder: Reminder, stamp: dt.datetime) -> Event:
    # The alarm is the event's only component and so stands last: Outlook reads nothing behind an alarm.
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _Text(reminder.summary))
    alarm.add("trigger", -ALARM_BEFORE)
    return Event.new(
        uid=reminder.uid,
        stamp=stamp,
        sequence=0,
        start=reminder.starts,
        end=reminder.ends,
        summary=_Text(reminder.summary),
        description=_Text(reminder.description),
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
        subcomponents=[alarm],
    )
