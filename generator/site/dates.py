"""The dates on the page that explains them: the rules for its calculator, and the coming weeks as a table."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from generator.form import FIRST_DATE, LAST_DATE, ONE_TIME_FRAME, InterviewForm
from generator.interview import Appointment, Interview, Interviewer
from generator.schedule import (
    FOLLOW_UP,
    FOLLOW_UP_AFTER_TIME_FRAME,
    SECOND_FOLLOW_UP,
    THANK_YOU,
    DaysRule,
    HoursRule,
    steps,
)
from generator.site.rendering import render
from generator.words import MONTHS, WEEKDAYS, short_day

CALCULATOR: Final = "<!-- dates -->"
TABLE: Final = "<!-- dates: the coming weeks -->"
WEEKS: Final = 4
WORKING_DAYS: Final = 5


@dataclass(frozen=True, kw_only=True)
class Row:
    """One interview day, and the days of its follow-up."""

    interview: dt.date
    earliest: dt.date
    suggested: dt.date
    latest: dt.date


def put_dates(html: str, root: Path) -> str:
    """Put the calculator and the table where a page asks for them."""
    if CALCULATOR in html:
        html = html.replace(CALCULATOR, render_calculator())
    if TABLE in html:
        html = html.replace(TABLE, render_table(build_day(root)))
    return html


def render_calculator() -> str:
    """Render the inputs and answers of the calculator, with the rules that its script follows."""
    return render(
        "dates.html",
        rules=rules(),
        first=FIRST_DATE,
        last=LAST_DATE,
        most_days=InterviewForm().reply_in_days.render_kw["max"],
        one_time_frame=ONE_TIME_FRAME,
    )


def render_table(day: dt.date) -> str:
    """Render the follow-ups of the working days of some weeks, from the Monday on or before a day."""
    monday = day - dt.timedelta(days=day.weekday())
    weeks = [
        [row(monday + dt.timedelta(weeks=week, days=weekday)) for weekday in range(WORKING_DAYS)]
        for week in range(WEEKS)
    ]
    return render("dates-table.html", weeks=weeks, short=short_day)


def row(interview: dt.date) -> Row:
    """Work out the follow-up of an interview on a day, without a time frame."""
    # Any hour of any zone gives the same days.
    appointment = Appointment(date=interview, start=dt.time(10, 0), time_zone="UTC")
    person = Interviewer(name="-")
    plan = steps(
        Interview(your_name="-", company="-", role="-", interviewers=(person,), appointment=appointment)
    )
    step = next(step for step in plan if step.name == "follow-up")
    return Row(
        interview=interview,
        earliest=step.earliest.date(),
        suggested=step.suggested.date(),
        latest=step.latest.date(),
    )


def rules() -> str:
    """Return the rules as JSON, durations and times of day in minutes."""
    named: dict[str, HoursRule | DaysRule] = {
        "thankYou": THANK_YOU,
        "followUp": FOLLOW_UP,
        "afterTimeFrame": FOLLOW_UP_AFTER_TIME_FRAME,
        "secondFollowUp": SECOND_FOLLOW_UP,
    }
    content = {name: asdict(rule) for name, rule in named.items()}
    return json.dumps({**content, "weekdays": WEEKDAYS, "months": MONTHS}, default=_minutes)


def build_day(root: Path) -> dt.date:
    """Return the day the site is made for, the same for each build of one commit.

    It is SOURCE_DATE_EPOCH's where that is set, else the last commit's, else today.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root)
    moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return moment.date()


def _last_commit(root: Path) -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    except OSError:
        return ""
    return result.stdout.strip()


def _minutes(value: object) -> int:
    if isinstance(value, dt.timedelta):
        return value // dt.timedelta(minutes=1)
    if isinstance(value, dt.time):
        return value.hour * 60 + value.minute
    raise TypeError(f"{value!r} has no place in a rule")
