"""The guide's two letters, to be changed in one place each by the checks' examples.

Tests read these too; they cost the reader a few hundred bytes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from generator.checks.rule import Example
from generator.interview import Appointment, Interview, Interviewer, Kind

HELEN = Interviewer(name="Helen Brandt", detail="why Mondays are so full")
AISHA = Interviewer(name="Aisha Khan")
INTERVIEW = Interview(
    your_name="Amara Osei",
    company="Harbour Clinic",
    role="Scheduling Coordinator",
    interviewers=(HELEN, AISHA),
    appointment=Appointment(date=dt.date(2026, 3, 3), start=dt.time(10), time_zone="Europe/London"),
    thankful_for="letting me sit at the front desk",
    fit="six years of booking patients",
    excited_about="the chance to work with you all",
)
THANK_YOU = """\
Subject: Thank you: Scheduling Coordinator interview

Dear Helen,

Thank you for meeting me on Tuesday, and for letting me sit at the front desk during its busiest hour. \
I'm thankful for the chance to interview at Harbour Clinic, because the people who answer the phones there \
also plan the rota.

I enjoyed talking about why Mondays are so full, and how the new reminder letters may help. \
It was good to meet Aisha Khan and Tom Reyes as well.

I would bring six years of booking patients at two dental practices, most of it by phone.

I'm excited about the chance to work with you all. I look forward to hearing from you.

Amara Osei
"""
FOLLOW_UP = """\
Subject: Re: Thank you: Scheduling Coordinator interview

Dear Helen,

Thank you again for meeting me on Tuesday 3 March about the Scheduling Coordinator role. \
I'm still excited about the chance to work at Harbour Clinic.

Is there anything else you need from me? I would be glad to send it.

I look forward to hearing from you.

Amara Osei
"""


def thank_you(changes: dict[str, str] | None = None, /, **known: Any) -> Example:
    """Return the guide's thank-you with some of its text replaced, and what is known beside it."""
    return _changed("thank-you", THANK_YOU, changes, known)


def follow_up(changes: dict[str, str] | None = None, /, **known: Any) -> Example:
    """Return the guide's follow-up with some of its text replaced, and what is known beside it."""
    return _changed("follow-up", FOLLOW_UP, changes, known)


def met(**changes: Any) -> dict[str, Any]:
    """Return what is known with the guide's interview, some of it changed: the interview, and to whom."""
    interview = replace(INTERVIEW, **changes)
    return {"interview": interview, "to": interview.interviewers[0]}


def at(day: int, hour: int = 9, minute: int = 30) -> dt.datetime:
    """Return a moment in the month of the guide's interview, which was on the 3rd from 10:00 to 11:00 UTC."""
    return dt.datetime(2026, 3, day, hour, minute, tzinfo=dt.UTC)


def _changed(kind: Kind, text: str, changes: dict[str, str] | None, known: dict[str, Any]) -> Example:
    for old, new in (changes or {}).items():
        if old not in text:
            raise ValueError(f"{old!r} is not in the letter")
        text = text.replace(old, new)
    return Example(**{"kind": kind, "text": text, **known})
