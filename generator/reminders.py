"""Steps into reminders: when to send which letters, in words that a calendar can show."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from generator.handoff import plain_text
from generator.interview import Interview
from generator.letters import Letter
from generator.schedule import STEP_OF, Step, StepName
from generator.words import at_the_latest, moment, not_before

# Any fixed value serves: it keeps these ids apart from other users of name-based UUIDs.
NAMESPACE = uuid.UUID("0f3c9f6e-5a2b-5d0e-9c57-6f3d1f1f7a10")
LENGTH = dt.timedelta(minutes=15)
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


def remind(
    steps: Iterable[Step], letters: Iterable[Letter], interview: Interview, *, page: str = ""
) -> tuple[Reminder, ...]:
    """Make one reminder a step.

    The letters to send are in it, and a link that opens the interview on the writing `page`, unless the
    person asked for discretion.
    """
    letters = tuple(letters)
    back = f"Open it again: {page}#interview={quote(interview.id, safe='')}" if page and interview.id else ""
    return tuple(
        _remind(step, [one for one in letters if STEP_OF.get(one.kind) == step.name], interview, back)
        for step in steps
    )


def _remind(step: Step, letters: list[Letter], interview: Interview, back: str) -> Reminder:
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
        description=_description(step, letters, interview, back),
        file=f"reminders/{step.name}.ics",
    )


def _description(step: Step, letters: list[Letter], interview: Interview, back: str) -> str:
    zone = step.zone
    lines = [
        f"Send it: {moment(step.suggested, zone)} ({zone}).",
        f"Not before: {not_before(step.earliest, zone)}.",
        f"At the latest: {at_the_latest(step.latest, zone)}.",
    ]
    if interview.discreet:
        return "\n".join(lines)
    texts = (plain_text(letter).rstrip() for letter in letters)
    return "\n\n".join(filter(None, ["\n".join(lines), back, *texts]))


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
