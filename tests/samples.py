"""The interview that the tests change one thing about, as values, as a document and as a filled form."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, Final

from generator.interview import Appointment, Interview, Interviewer

NOW: Final = dt.datetime(2026, 3, 5, 18, 0, tzinfo=dt.UTC)
APPOINTMENT: Final = Appointment(
    date=dt.date(2026, 3, 5), start=dt.time(14, 30), minutes=45, time_zone="Europe/London"
)
DANA: Final = Interviewer(
    name="Dana Whitfield",
    title="ward manager",
    email="dana@example.com",
    detail="how the night team hands over to the day team",
)
INTERVIEW: Final = Interview(
    your_name="Amara Cole",
    your_email="amara@example.com",
    your_phone="+44 7700 900123",
    company="Harbour Street Clinic",
    role="ward nurse",
    appointment=APPOINTMENT,
    interviewers=(DANA,),
    thankful_for="showing me round the ward",
    fit="five years on a busy surgical ward",
    excited_about="a team that trains its own people",
)


def interview(**changes: Any) -> Interview:
    """Return the sample interview with some fields changed."""
    return replace(INTERVIEW, **changes)


AWKWARD: Final = interview(
    company="Société Générale d’Énergie 🙂 日本支社; plc, Ltd \\ Co.",
    role="ingénieure des réseaux électriques et hydrauliques à très longue distance",
    interviewers=(
        Interviewer(name="山田 太郎", detail="太陽光発電の見通しと、これからの電力網についての長い話" * 3),
        Interviewer(
            name="Zoë 👩🏽\u200d💻 O’Neill",
            email="zoe@example.com",
            detail="naïve café façades; coöperation, twice",
        ),
    ),
    second_follow_up=True,
)


def interview_at(date: str, start: str, minutes: int, time_zone: str, **changes: Any) -> Interview:
    """Return the sample interview at another time and place."""
    appointment = Appointment(
        date=dt.date.fromisoformat(date),
        start=dt.time.fromisoformat(start),
        minutes=minutes,
        time_zone=time_zone,
    )
    return interview(appointment=appointment, **changes)


def panel(*people: Interviewer | str, **changes: Any) -> Interview:
    """Return the sample interview with other people, each given whole or by name."""
    met = tuple(
        Interviewer(name=one, detail=f"what {one} does all day") if isinstance(one, str) else one
        for one in people
    )
    return interview(interviewers=met, **changes)


def document(**changes: Any) -> dict[str, Any]:
    """Return the sample interview as a parsed document with some keys changed."""
    return {
        "your_name": "Amara Cole",
        "your_email": "amara@example.com",
        "your_phone": "+44 7700 900123",
        "company": "Harbour Street Clinic",
        "role": "ward nurse",
        "date": "2026-03-05",
        "start": "14:30",
        "minutes": 45,
        "time_zone": "Europe/London",
        "interviewers": [
            {
                "name": "Dana Whitfield",
                "title": "ward manager",
                "email": "dana@example.com",
                "detail": "how the night team hands over to the day team",
            }
        ],
        "thankful_for": "showing me round the ward",
        "fit": "five years on a busy surgical ward",
        "excited_about": "a team that trains its own people",
    } | changes


def fields(changes: dict[str, str] | None = None) -> dict[str, str]:
    """Return the sample interview as the values of the form's inputs, with some changed."""
    whole = document()
    (person,) = whole.pop("interviewers")
    return (
        {name: str(value) for name, value in whole.items()}
        | {f"interviewers-0-{name}": value for name, value in person.items()}
        | (changes or {})
    )
