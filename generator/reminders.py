"""Steps into calendar events that ring in every calendar there is.

An event is its own reminder: some calendars drop alarms, none drops an event. The order and
choice of properties follow what calendars were seen to accept.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from icalendar import Alarm, Calendar, Event
from icalendar.enums import CLASS, TRANSP

from generator.handoff import plain_text
from generator.interview import Interview
from generator.letters import Letter
from generator.schedule import STEP_OF, Step, StepName
from generator.words import at_the_latest, moment, not_before

PRODUCT = "-//After the Interview//Reminders 1//EN"
# Any fixed value serves: it keeps these ids apart from other users of name-based UUIDs.
NAMESPACE = uuid.UUID("0f3c9f6e-5a2b-5d0e-9c57-6f3d1f1f7a10")
LENGTH = dt.timedelta(minutes=15)
ALARM_BEFORE = dt.timedelta(minutes=15)
TASKS: dict[StepName, str] = {
    "thank-you": "Send your thank-you email",
    "follow-up": "Send your follow-up email",
    "second-follow-up": "Send your second follow-up email",
}


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One calendar event; ``starts`` and ``ends`` are in UTC, ``file`` is its place beside the plan."""

    step: StepName
    uid: str
    starts: dt.datetime
    ends: dt.datetime
    summary: str
    description: str
    file: str


def remind(steps: Iterable[Step], letters: Iterable[Letter], interview: Interview) -> tuple[Reminder, ...]:
    """Make one reminder a step, with the letters to send in it unless the person asked for discretion."""
    letters = tuple(letters)
    return tuple(
        _remind(step, [one for one in letters if STEP_OF.get(one.kind) == step.name], interview)
        for step in steps
    )


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


# An event stands in the file with all of them and in its own; writing it is most of a plan's work.
@lru_cache(maxsize=8)
def _event_text(reminder: Reminder, stamp: dt.datetime) -> str:
    return str(_event(reminder, stamp).to_ical(), "utf-8")


def _event(reminder: Reminder, stamp: dt.datetime) -> Event:
    # The alarm is the event's only component and so stands last: Outlook reads nothing behind an alarm.
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", reminder.summary)
    alarm.add("trigger", -ALARM_BEFORE)
    return Event.new(
        uid=reminder.uid,
        stamp=stamp,
        sequence=0,
        start=reminder.starts,
        end=reminder.ends,
        summary=reminder.summary,
        description=reminder.description,
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
        subcomponents=[alarm],
    )


def _remind(step: Step, letters: list[Letter], interview: Interview) -> Reminder:
    starts = step.suggested.astimezone(dt.UTC)
    task = TASKS[step.name]
    if step.name == "thank-you" and len(letters) > 1 and not interview.discreet:
        task += "s"
    return Reminder(
        step=step.name,
        uid=_uid(interview, step.name),
        starts=starts,
        ends=starts + LENGTH,
        summary=task if interview.discreet else f"{task}: {interview.company}",
        description=_description(step, letters, interview),
        file=f"reminders/{step.name}.ics",
    )


def _description(step: Step, letters: list[Letter], interview: Interview) -> str:
    zone = step.zone
    lines = [
        f"Send it: {moment(step.suggested, zone)} ({zone}).",
        f"Not before: {not_before(step.earliest, zone)}.",
        f"At the latest: {at_the_latest(step.latest, zone)}.",
    ]
    if interview.discreet:
        return "\n".join(lines)
    return "\n\n".join(["\n".join(lines), *(plain_text(letter).rstrip("\n") for letter in letters)])


def _uid(interview: Interview, step: StepName) -> str:
    """Name an event: by the document's id if it has one, else by what makes this interview this one.

    The letters' words are not part of it, so that a reminder made again after an edit replaces the first.
    """
    appointment = interview.appointment
    whole = [
        interview.your_name,
        interview.your_email,
        interview.company,
        interview.role,
        f"{appointment.date} {appointment.start} {appointment.time_zone}" if appointment else "",
        *(person.name for person in interview.interviewers),
    ]
    identity = [interview.id] if interview.id else whole
    return str(uuid.uuid5(NAMESPACE, "\n".join([*identity, step])))
