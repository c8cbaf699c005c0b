"""The dates that the guide shows are the schedule's: its examples, its table, its calculator's rules."""

import datetime as dt
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

from generator import schedule
from generator.interview import Appointment, Interview, Interviewer
from generator.schedule import Step, steps
from generator.site.dates import CALCULATOR, TABLE, build_day, put_dates, render_table, rules
from generator.words import MONTHS, clock, full_day

PAGE: Final = Path(__file__).parents[2] / "docs/when.md"
TUESDAY: Final = dt.date(2026, 3, 3)


def tables(heading: str) -> list[tuple[str, ...]]:
    """Return the rows under a heading of the page about dates, without their head."""
    section = re.split(r"^##+ ", PAGE.read_text().split(f"{{ #{heading} }}")[1], flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| (.+) \|$", section, flags=re.MULTILINE)
    assert len(rows) > 2
    return [tuple(row.split(" | ")) for row in rows[1:]]


def date_of(words: str) -> dt.date:
    """Read a date of the examples, all of 2026, and hold its weekday true."""
    found = re.search(r"(\w+day) (\d+) (\w+)", words)
    assert found, words
    day = dt.date(2026, MONTHS.index(found[3]) + 1, int(found[2]))
    assert full_day(day) == found[0]
    return day


def schedule_of(date: dt.date, *, start: dt.time = dt.time(10), **more: object) -> dict[str, Step]:
    """Return the steps of an interview of an hour."""
    appointment = Appointment(date=date, start=start, time_zone="UTC", minutes=60)
    interview = Interview(
        your_name="A",
        company="B",
        role="C",
        interviewers=(Interviewer(name="D"),),
        appointment=appointment,
        second_follow_up=True,
        **more,  # type: ignore[arg-type] # a test's own keywords
    )
    return {step.name: step for step in steps(interview)}


def test_thank_you_examples_hold() -> None:
    """Each example of a thank-you says the hours that the schedule gives."""
    for ended, best, latest in tables("thank-you"):
        hour, minute = map(int, ended.split(", ")[1].split(":"))
        step = schedule_of(date_of(ended), start=dt.time(hour - 1, minute))["thank-you"]
        for words, moment in ((best, step.suggested), (latest, step.latest)):
            assert words == f"{full_day(moment.date())}, {clock(moment.time())}"


def test_follow_up_examples_hold() -> None:
    """Each example of a follow-up without a time frame says the days that the schedule gives."""
    for interview, *window in tables("no-time-frame"):
        step = schedule_of(date_of(interview))["follow-up"]
        assert window == [full_day(one.date()) for one in (step.earliest, step.suggested, step.latest)]


def test_time_frame_examples_hold() -> None:
    """Each example with a time frame, as a date or as days, says the days that the schedule gives."""
    for interview, said, best, latest in tables("time-frame"):
        days = re.fullmatch(r"within (\d+) days", said)
        frame = {"reply_in_days": int(days[1])} if days else {"reply_by": date_of(said)}
        step = schedule_of(date_of(interview), **frame)["follow-up"]
        assert (best, latest) == (full_day(step.suggested.date()), full_day(step.latest.date()))


def test_second_follow_up_examples_hold() -> None:
    """Each example of a second follow-up counts from the day of the first, as the schedule does."""
    for first, best, latest in tables("second-follow-up"):
        found = schedule_of(date_of(first) - dt.timedelta(days=7))
        assert found["follow-up"].suggested.date() == date_of(first)
        step = found["second-follow-up"]
        assert (best, latest) == (full_day(step.suggested.date()), full_day(step.latest.date()))


def test_the_table_begins_on_monday() -> None:
    """From any day of a week it lists the same twenty working days, from that week's Monday."""
    table = render_table(TUESDAY)
    assert table == render_table(TUESDAY + dt.timedelta(days=5))
    assert table != render_table(TUESDAY + dt.timedelta(days=6))
    days = [dt.date.fromisoformat(day) for day in re.findall(r'scope="row"><time datetime="(.+?)"', table)]
    assert days[0] == dt.date(2026, 3, 2)
    assert len(days) == 20
    assert {day.weekday() for day in days} == set(range(5))


def test_the_table_says_the_schedule() -> None:
    """Each row has the first, best and last day that the schedule gives."""
    rows = re.findall(r"<tr><th scope=\"row\">.*</tr>", render_table(TUESDAY))
    assert len(rows) == 20
    for row in rows:
        interview, *window = (dt.date.fromisoformat(day) for day in re.findall(r'datetime="(.+?)"', row))
        step = schedule_of(interview)["follow-up"]
        assert window == [step.earliest.date(), step.suggested.date(), step.latest.date()]


def test_the_calculator_has_the_rules_of_the_schedule() -> None:
    """Its numbers are those of the rules, in the units that its script counts in."""
    told = json.loads(rules())
    assert told["thankYou"]["wait"] == schedule.THANK_YOU.wait.total_seconds() / 60
    assert told["thankYou"]["day_ends"] == 20 * 60
    assert told["followUp"]["latest_days"] == schedule.FOLLOW_UP.latest_days
    assert told["afterTimeFrame"]["earliest_on_working_day"] is True
    assert told["secondFollowUp"]["suggested_at"] == 9 * 60 + 30
    assert told["weekdays"][0] == "Monday"


def test_marks_are_replaced() -> None:
    """A page gets what it asks for, and any other page stays as it is."""
    html = put_dates(f"<p>a</p>{CALCULATOR}{TABLE}", PAGE.parent)
    assert "data-rules" in html
    assert "dates-table" in html
    assert "<!--" not in html
    assert put_dates("<p>a</p>", PAGE.parent) == "<p>a</p>"


def test_the_day_is_the_builds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The day is the one that a reproducible build is told, else the last commit's, else today."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    before = dt.datetime.now(dt.UTC).date()
    assert before <= build_day(tmp_path) <= dt.datetime.now(dt.UTC).date()

    someone = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    when = {**os.environ, "GIT_COMMITTER_DATE": "2026-03-03T23:30:00+00:00"}
    for command in (["init", "--quiet"], [*someone, "commit", "--quiet", "--allow-empty", "--message", "B"]):
        subprocess.run(["git", *command], cwd=tmp_path, env=when, check=True)  # noqa: S607 - the system's own git
    assert build_day(tmp_path) == TUESDAY

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")
    assert build_day(tmp_path) == dt.date(2026, 3, 2)
