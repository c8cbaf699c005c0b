"""What to do now, in words: the page's line for each step, as it stands at one moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.plan import Plan
from generator.schedule import Status, Step, StepName
from generator.words import at_the_latest, moment, not_before, short_moment

TITLES: dict[StepName, str] = {
    "thank-you": "Thank-you",
    "follow-up": "Follow-up",
    "second-follow-up": "Second follow-up",
}
STATUS_WORDS: dict[Status, str] = {"upcoming": "not yet", "open": "open now", "late": "late"}
LATE: dict[StepName, str] = {
    "thank-you": "Its 24 hours are over ({latest}). Send it now all the same: late thanks are still thanks.",
    "follow-up": "Its best days are over ({latest}). Send it now, once, and then let it go.",
    "second-follow-up": "Its days are over ({latest}). It is kinder to yourself to let this one go.",
}


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One step in words: ``when`` is the suggested time, ``sentence`` what to do as of now."""

    step: StepName
    title: str
    when: str
    status: Status
    status_words: str
    sentence: str


def advise(plan: Plan) -> tuple[Advice, ...]:
    """Say for each step of a plan, in order, what to do now."""
    found = {message.step.name: message.step for message in plan.messages if message.step}
    return tuple(_advise(step, plan.now) for step in found.values())


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
        when=moment(step.suggested, step.zone),
        status=status,
        status_words=STATUS_WORDS[status],
        sentence=_sentence(step, status, now),
    )


def _sentence(step: Step, status: Status, now: dt.datetime) -> str:
    zone = step.zone
    suggested, latest = moment(step.suggested, zone), at_the_latest(step.latest, zone)
    if status == "late":
        return LATE[step.name].format(latest=latest)
    if step.send_now(now):
        return f"Send it now. It is in good time until {latest}."
    if status == "open":
        return f"Send it {suggested}, or sooner if that suits you. It is in good time until {latest}."
    return f"Send it {suggested}. Not before {not_before(step.earliest, zone)}, and at the latest {latest}."
