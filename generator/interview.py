"""What happened: the frozen values that everything else is made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from generator.zones import load_zone

Tone = Literal["warm", "formal", "brief"]
# What the letters are for. All but the first are the advice's other moments.
Situation = Literal[
    "interview", "same-day-decision", "recruiter", "no-address", "repair", "missed-call", "date-passed",
    "second-follow-up", "rejection", "withdrawal",
]  # fmt: skip
# What a letter is. The first three are an interview's; the others belong to one situation each,
# and the coordinator's to a panel that is too large for one each.
Kind = Literal[
    "thank-you", "follow-up", "second-follow-up", "coordinator", "recruiter", "address-request",
    "missed-call", "rejection-reply", "withdrawal",
]  # fmt: skip
# What is asked of several kinds at once.
ONLY_THANK_YOU: frozenset[Kind] = frozenset({"thank-you"})
THANK_YOU_KINDS: frozenset[Kind] = ONLY_THANK_YOU | {"coordinator", "recruiter"}
ONLY_FOLLOW_UP: frozenset[Kind] = frozenset({"follow-up"})
FOLLOW_UP_KINDS: frozenset[Kind] = ONLY_FOLLOW_UP | {"second-follow-up"}
EVERY_KIND: frozenset[Kind] = frozenset(get_args(Kind))


@dataclass(frozen=True, kw_only=True)
class Interviewer:
    """One person who was met.

    ``title`` is their job title. ``detail`` completes "I enjoyed talking about …".
    The follow-up goes to the interviewer that ``decides``.
    """

    name: str
    title: str = ""
    email: str = ""
    detail: str = ""
    decides: bool = False


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """When the interview was, in the wall-clock time of its own zone.

    Args:
        minutes: how long it took, in elapsed minutes.
        time_zone: an IANA name that :func:`generator.zones.load_zone` knows.
    """

    date: dt.date
    start: dt.time
    time_zone: str
    minutes: int = 60

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone that the date and time are in."""
        return load_zone(self.time_zone)


@dataclass(frozen=True, kw_only=True)
class Interview:
    """Everything the person typed about one interview.

    ``appointment`` is None only while a form is half filled: letters can be written
    then, dates cannot. ``thankful_for``, ``fit`` and ``excited_about`` complete
    "Thank you for …", "I would bring …" and "I am excited about …". ``reply_by`` is
    the last day of the time frame they gave; while what was typed about it cannot be read, it is
    ``time_frame_unclear``, and a follow-up has no date rather than one that may be too early.

    The contact is the recruiter or coordinator in between. The rest belongs to one situation each:
    ``better_answer`` is a sentence that repairs an answer, ``call_date`` and ``call_time`` when a call was
    promised, ``news`` completes "Since we spoke, I have …", ``question`` "I would be grateful to know …" and
    ``reason`` "I am withdrawing because …".
    """

    your_name: str
    company: str
    role: str
    interviewers: tuple[Interviewer, ...]
    appointment: Appointment | None = None
    your_email: str = ""
    your_phone: str = ""
    thankful_for: str = ""
    fit: str = ""
    excited_about: str = ""
    reply_by: dt.date | None = None
    reply_in_days: int | None = None
    time_frame_unclear: bool = False
    tone: Tone = "warm"
    second_follow_up: bool = False
    discreet: bool = False
    id: str = ""
    situation: Situation = "interview"
    contact_name: str = ""
    contact_email: str = ""
    better_answer: str = ""
    call_date: dt.date | None = None
    call_time: dt.time | None = None
    news: str = ""
    question: str = ""
    reason: str = ""

    @property
    def decider(self) -> Interviewer:
        """The interviewer who gets the follow-up: the one that decides, else the first."""
        return next((person for person in self.interviewers if person.decides), self.interviewers[0])

    def known_to(self, person: Interviewer) -> Interview:
        """Return the interview without what was talked about with anybody but this person."""
        if person not in self._told:
            pairs = zip(self.interviewers, self._without_details, strict=True)
            people = tuple(one if one == person else other for one, other in pairs)
            self._told[person] = replace(self, interviewers=people)
        return self._told[person]

    @cached_property
    def _told(self) -> dict[Interviewer, Interview]:
        # A letter is written for each and reviewed, with every key press.
        return {}

    @cached_property
    def _without_details(self) -> tuple[Interviewer, ...]:
        return tuple(replace(one, detail="") for one in self.interviewers)

    @property
    def has_second_follow_up(self) -> bool:
        """Whether one is wanted: asked for, or what this is about."""
        return self.second_follow_up or self.situation == "second-follow-up"

    @property
    def contact(self) -> Interviewer:
        """The recruiter or coordinator in between; the name is empty while nobody was named."""
        return Interviewer(name=self.contact_name, email=self.contact_email)

    @property
    def time_frame_ends(self) -> dt.date | None:
        """The last day of the time frame they gave; None when they gave none or the date is not known yet."""
        if self.reply_by is not None:
            return self.reply_by
        if self.reply_in_days is not None and self.appointment is not None:
            return self.appointment.date + dt.timedelta(days=self.reply_in_days)
        return None
