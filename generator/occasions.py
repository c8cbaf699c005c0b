"""Which letters a situation calls for, to whom each goes, and which of the wordings each person gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.interview import Interview, Interviewer, Kind, Situation

# More people than this are thanked together, through whoever arranged the day. Source: the rule `one-each`.
MOST_LETTERS = 7

# What an interview is followed by. The rest of a situation's letters are its own.
_AFTER_AN_INTERVIEW: tuple[Kind, ...] = ("thank-you", "coordinator", "follow-up", "second-follow-up")
KINDS: dict[Situation, tuple[Kind, ...]] = {
    "interview": _AFTER_AN_INTERVIEW,
    "same-day-decision": _AFTER_AN_INTERVIEW,
    "recruiter": ("recruiter", "follow-up", "second-follow-up"),
    "no-address": ("address-request", *_AFTER_AN_INTERVIEW),
    "repair": _AFTER_AN_INTERVIEW,
    "missed-call": ("missed-call",),
    "date-passed": ("follow-up", "second-follow-up"),
    "second-follow-up": ("second-follow-up",),
    "rejection": ("rejection-reply",),
    "withdrawal": ("withdrawal",),
}
TO_THE_CONTACT: frozenset[Kind] = frozenset({"coordinator", "recruiter", "address-request"})

# The wordings of a thank-you that begin with thanks, and those that begin with what was talked about.
_THANKS_FIRST = (1, 4, 3, 6)
_DETAIL_FIRST = (2, 5, 7)
VARIANTS = len(_THANKS_FIRST + _DETAIL_FIRST)
# Who answers for the place is thanked first; who works there is first told what the talk was about.
_LEADS = re.compile(
    r"\b(?:head|director|manager|lead|leader|chief|founder|co-founder|owner|principal|president|supervisor|dean"
    r"|matron|partner|officer|c[eotf]o|vp|chair)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """One letter to write: its kind, who gets it and which wording.

    ``field`` is where the recipient's name was typed; ``place`` is theirs in the list of interviewers,
    and None for the contact.
    """

    id: str
    kind: Kind
    to: Interviewer
    field: str
    place: int | None
    variant: int = 1


def occasions(interview: Interview) -> Iterator[Occasion]:
    """Give the letters of an interview's situation, in the order in which they are sent."""
    for kind in KINDS[interview.situation]:
        if kind == "thank-you":
            yield from thank_yous(interview)
        elif _is_due(kind, interview):
            yield _to_one(kind, interview)


def thank_yous(interview: Interview) -> Iterator[Occasion]:
    """Give one thank-you for each interviewer, no two of the same wording while there are enough."""
    unused: list[int] = []
    decider = decider_place(interview)
    thanks_first, detail_first = (_turned(one, interview) for one in (_THANKS_FIRST, _DETAIL_FIRST))
    for place, person in enumerate(interview.interviewers):
        leads = place == decider or _LEADS.search(person.title)
        if not unused:
            unused = list(range(1, VARIANTS + 1))
        preferred = thanks_first + detail_first if leads else detail_first + thanks_first
        variant = next(one for one in preferred if one in unused)
        unused.remove(variant)
        yield Occasion(
            id=f"thank-you-{place + 1}",
            kind="thank-you",
            to=person,
            field=f"interviewers-{place}-name",
            place=place,
            variant=variant,
        )


def _turned(wordings: tuple[int, ...], interview: Interview) -> tuple[int, ...]:
    """Begin at a wording that depends on who writes, since a manager may hear from several."""
    begin = len(interview.your_name.split()[-1]) % len(wordings)
    return wordings[begin:] + wordings[:begin]


def thread(interview: Interview) -> Occasion:
    """Return the letter that a follow-up replies to: the thank-you to the same person."""
    if interview.situation == "recruiter":
        return _to_one("recruiter", interview)
    decider = decider_place(interview)
    return next(one for one in thank_yous(interview) if one.place == decider)


def decider_place(interview: Interview) -> int:
    """Return the place in the list of the interviewer who decides."""
    return interview.interviewers.index(interview.decider)


def _is_due(kind: Kind, interview: Interview) -> bool:
    if kind == "coordinator":
        return len(interview.interviewers) > MOST_LETTERS
    if kind == "second-follow-up":
        return interview.has_second_follow_up
    return True


def _to_one(kind: Kind, interview: Interview) -> Occasion:
    if kind in TO_THE_CONTACT or interview.situation == "recruiter":
        return Occasion(id=kind, kind=kind, to=interview.contact, field="contact_name", place=None)
    place = decider_place(interview)
    return Occasion(id=kind, kind=kind, to=interview.decider, field=f"interviewers-{place}-name", place=place)
