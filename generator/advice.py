"""What to do now, in words: the page's line for each step, as it stands at one moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.handoff import NOBODY_NAMED
from generator.interview import Kind
from generator.plan import Message, Plan
from generator.schedule import Status, Step, StepName
from generator.words import at_the_latest, moment, not_before, short_moment, time_given

TITLES: dict[StepName, str] = {
    "thank-you": "Thank-you",
    "follow-up": "Follow-up",
    "second-follow-up": "Second follow-up",
}
STATUS_WORDS: dict[Status, str] = {"upcoming": "not yet", "open": "open now", "late": "late"}
LATE: dict[StepName, str] = {
    "thank-you": "Its {length} are over ({latest}). Send it now all the same: late thanks are still thanks.",
    "follow-up": "Its best days are over ({latest}). Send it now, once, and then let it go.",
    "second-follow-up": "Its days are over ({latest}). It is kinder to yourself to let this one go.",
}
LETTERS: dict[Kind, str] = {
    "thank-you": "Thank-you to {name}",
    "coordinator": "One thank-you for everybody, through {name}",
    "recruiter": "Thank-you through {name}",
    "address-request": "Asking {name} for addresses",
    "follow-up": "Follow-up to {name}",
    "second-follow-up": "Second follow-up to {name}",
    "missed-call": "About the missed call, to {name}",
    "rejection-reply": "Reply to {name}",
    "withdrawal": "Withdrawing, to {name}",
}
# What to do with a letter, before its date or instead of one.
NOTES: dict[Kind, str] = {
    "coordinator": "You met many people. Send this one instead of one each, if you like.",
    "address-request": "Ask once. The letters below wait until you have an address, or go through them.",
    "missed-call": "Send it the same day, once, by email only.",
    "rejection-reply": "Send it when you can mean it. There is no hurry.",
    "withdrawal": "Send it as soon as you are sure.",
}


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One step in words: ``when`` is the time that counts now, ``sentence`` what to do as of now."""

    step: StepName
    title: str
    when: str
    status: Status
    status_words: str
    sentence: str


def advise(plan: Plan) -> tuple[Advice, ...]:
    """Say for each step of a plan, in order, what to do now."""
    return tuple(_advise(step, plan.now) for step in plan.steps)


def head(message: Message, advice: Iterable[Advice]) -> dict[str, str]:
    """Return the title of a letter's sheet, what to do with the letter now, and the step it belongs to."""
    letter = message.letter
    name = letter.to.name or NOBODY_NAMED
    dated = next((one.sentence for one in advice if message.step and one.step == message.step.name), "")
    words = " ".join(filter(None, (NOTES.get(letter.kind, ""), dated)))
    step = message.step.name if message.step else ""
    return {"title": LETTERS[letter.kind].format(name=name), "advice": words, "step": step}


def summarise(plan: Plan) -> str:
    """Say in a few words how many letters there are and what is next.

    The next step is the first that is not late; with none left there is nothing to hurry for.
    """
    count = len(plan.messages)
    letters = f"{count} letters" if count > 1 else "1 letter"
    steps = (message.step for message in plan.messages if message.step)
    upcoming = next((step for step in steps if step.status(plan.now) != "late"), None)
    if upcoming is None:
        return letters
    if upcoming.status(plan.now) == "open":
        return f"{letters} · send by {short_moment(upcoming.latest)}"
    return f"{letters} · next on {short_moment(upcoming.suggested)}"


def _advise(step: Step, now: dt.datetime) -> Advice:
    status = step.status(now)
    return Advice(
        step=step.name,
        title=TITLES[step.name],
        when=_when(step, status, now),
        status=status,
        status_words=STATUS_WORDS[status],
        sentence=_sentence(step, status, now),
    )


def _when(step: Step, status: Status, now: dt.datetime) -> str:
    if status == "late":
        return f"Was due by {at_the_latest(step.latest, step.zone)}"
    if step.send_now(now):
        return f"Send by {at_the_latest(step.latest, step.zone)}"
    return moment(step.suggested, step.zone)


def _sentence(step: Step, status: Status, now: dt.datetime) -> str:
    zone = step.zone
    suggested, latest = moment(step.suggested, zone), at_the_latest(step.latest, zone)
    if status == "late":
        return LATE[step.name].format(latest=latest, length=time_given(step.length))
    if step.send_now(now):
        return f"Send it now. It is in good time until {latest}."
    if status == "open":
        return f"Send it {suggested}, or sooner if that suits you. It is in good time until {latest}."
    return f"Send it {suggested}. Not before {not_before(step.earliest, zone)}, and at the latest {latest}."
