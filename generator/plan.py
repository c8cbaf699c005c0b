"""The one use case: an interview in, a plan out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.checks import Finding, review
from generator.drafts import Draft
from generator.handoff import TOO_LONG, mail_link
from generator.interview import Interview
from generator.letters import MOST_REMEMBERED, Letter, read_by, write_letters
from generator.reminders import Reminder, remind
from generator.schedule import STEP_OF, Status, Step, StepName, steps

VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Message:
    """A letter with its window, its findings and its mail link.

    ``step`` and ``status`` are None while the interview's date is not known.
    """

    letter: Letter
    step: Step | None
    status: Status | None
    findings: tuple[Finding, ...]
    mailto: str | None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All there is to send after one interview, as it stands at ``now``."""

    interview: Interview
    now: dt.datetime
    messages: tuple[Message, ...]
    reminders: tuple[Reminder, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that there are letters for, in order."""
        return tuple({message.step.name: message.step for message in self.messages if message.step}.values())


def make_plan(interview: Interview, *, now: dt.datetime, reviewed: bool = True, subject: str = "") -> Plan:
    """Write the letters of an interview, say when to send them, and review them.

    Args:
        interview: what happened, as far as it is known.
        now: an aware time; the same interview and time give the same plan.
        reviewed: False for somebody who waits to see the letters and asks again at once; nothing is found.
        subject: as for the letters.

    >>> from generator.interview import Interviewer
    >>> met = (Interviewer(name="Dana Whitfield"),)
    >>> interview = Interview(your_name="Amara Cole", company="Acme", role="baker", interviewers=met)
    >>> plan = make_plan(interview, now=dt.datetime(2026, 3, 3, tzinfo=dt.UTC))
    >>> [message.letter.id for message in plan.messages]
    ['thank-you-1', 'follow-up']
    """
    by_name = {step.name: step for step in steps(interview)}
    letters = write_letters(interview, subject)
    return Plan(
        interview=interview,
        now=now,
        messages=tuple(
            Message(
                letter=letter,
                step=(step := _step(letter, by_name)),
                status=step.status(now) if step else None,
                findings=review_letter(letter, read_by(letter, interview)) if reviewed else (),
                mailto=mail_link(letter),
            )
            for letter in letters
        ),
        reminders=remind(by_name.values(), letters, interview),
    )


def make_reminders(
    interview: Interview, letters: Iterable[Letter], *, page: str = ""
) -> tuple[Reminder, ...]:
    """Make a plan's reminders alone: they depend on no review, and not on when they are asked for.

    Args:
        interview: what happened.
        letters: what stands in them, which somebody may have changed.
        page: the writing page's address, for a link back.
    """
    return remind(steps(interview), letters, interview, page=page)


@lru_cache(maxsize=MOST_REMEMBERED)
def review_letter(letter: Letter, interview: Interview) -> tuple[Finding, ...]:
    """Review a letter that was made from an interview's answers."""
    return review(
        Draft(
            kind=letter.kind,
            body=letter.body,
            subject=letter.subject,
            interview=interview,
            to=letter.to,
            made=True,
        )
    )


def plan_document(plan: Plan) -> dict[str, Any]:
    """Return the plan document, version 1, as docs/project/plan-file.md describes it."""
    return {
        "version": VERSION,
        "messages": [_message_document(message) for message in plan.messages],
        "reminders": [
            {
                "step": reminder.step,
                "uid": reminder.uid,
                "starts": _utc(reminder.starts),
                "ends": _utc(reminder.ends),
                "summary": reminder.summary,
                "file": reminder.file,
            }
            for reminder in plan.reminders
        ],
    }


def _step(letter: Letter, by_name: Mapping[StepName, Step]) -> Step | None:
    name = STEP_OF.get(letter.kind)
    return by_name.get(name) if name else None


def _message_document(message: Message) -> dict[str, Any]:
    letter, step = message.letter, message.step
    return {
        "id": letter.id,
        "kind": letter.kind,
        "to": {"name": letter.to.name, "email": letter.to.email},
        "subject": letter.subject,
        "body": letter.body,
        "earliest": step.earliest.isoformat() if step else None,
        "suggested": step.suggested.isoformat() if step else None,
        "latest": step.latest.isoformat() if step else None,
        "status": message.status,
        "mailto": message.mailto,
        "mailto_reason": None if message.mailto else TOO_LONG,
        "sentences": list(_sentences(letter)),
        "findings": [finding.document() for finding in message.findings],
    }


def _sentences(letter: Letter) -> Iterator[dict[str, Any]]:
    """Yield each sentence with its rule, its fields and its place in the body."""
    end = 0
    for sentence in letter.sentences:
        start = letter.body.index(sentence.text, end)
        end = start + len(sentence.text)
        yield {
            "text": sentence.text,
            "rule": sentence.rule or None,
            "fields": list(sentence.fields),
            "span": [start, end],
        }


def _utc(when: dt.datetime) -> str:
    return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
