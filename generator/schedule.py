"""When to send what: the date rules as named data, and the steps that they give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.interview import Appointment, Interview, Kind, Situation

Status = Literal["upcoming", "open", "late"]
StepName = Literal["thank-you", "follow-up", "second-follow-up"]


@dataclass(frozen=True, kw_only=True)
class HoursRule:
    """A step counted in hours from the end of the interview.

    ``wait`` is how long to leave it, ``within`` how long there is. A suggestion outside
    ``day_begins`` to ``day_ends`` (both included) moves to the next ``morning``.
    """

    name: str
    wait: dt.timedelta
    day_begins: dt.time
    day_ends: dt.time
    morning: dt.time
    within: dt.timedelta


@dataclass(frozen=True, kw_only=True)
class DaysRule:
    """A step counted in days from a day: the interview's, the time frame's last or an earlier step's.

    A working day is Monday to Friday; a rule for one moves a weekend to its Monday. ``latest_days`` count
    from the same day unless ``latest_from_suggested``, and never end before the suggested day does.
    """

    name: str
    earliest_days: int
    earliest_on_working_day: bool
    suggested_days: int
    latest_days: int
    latest_from_suggested: bool = False
    suggested_at: dt.time = dt.time(9, 30)


# Source: the rule `within-24-hours`; an email sent within minutes reads as written beforehand.
THANK_YOU = HoursRule(
    name="thank-you",
    wait=dt.timedelta(hours=2),
    day_begins=dt.time(8, 0),
    day_ends=dt.time(20, 0),
    morning=dt.time(8, 30),
    within=dt.timedelta(hours=24),
)
# Source: the advice for a decision on the same day, a short note within two hours.
SAME_DAY_THANK_YOU = HoursRule(
    name="same-day-thank-you",
    wait=dt.timedelta(hours=1),
    day_begins=dt.time.min,
    day_ends=dt.time.max,
    # The day begins and ends at midnight, so nothing moves to it.
    morning=dt.time(8, 30),
    within=dt.timedelta(hours=2),
)
# Source: the rule `one-to-two-weeks`; counted from the interview's date.
FOLLOW_UP = DaysRule(
    name="follow-up", earliest_days=7, earliest_on_working_day=False, suggested_days=7, latest_days=14
)
# Source: the rule `respect-the-time-frame`; counted from the last day of the time frame.
FOLLOW_UP_AFTER_TIME_FRAME = DaysRule(
    name="follow-up-after-time-frame",
    earliest_days=1,
    earliest_on_working_day=True,
    suggested_days=1,
    latest_days=7,
)
# Source: the rule `do-not-annoy`; counted from the day suggested for the follow-up.
SECOND_FOLLOW_UP = DaysRule(
    name="second-follow-up",
    earliest_days=7,
    earliest_on_working_day=True,
    suggested_days=7,
    latest_days=7,
    latest_from_suggested=True,
)

FRIDAY = 4
# When a letter is sent that is not named as its step.
STEP_OF: dict[Kind, StepName] = {
    "thank-you": "thank-you",
    "coordinator": "thank-you",
    "recruiter": "thank-you",
    "address-request": "thank-you",
    "follow-up": "follow-up",
    "second-follow-up": "second-follow-up",
}
# What is left to do where the thank-you was sent long ago. The other moments' letters have no date but now.
STEPS_LEFT: dict[Situation, tuple[StepName, ...]] = {
    "date-passed": ("follow-up", "second-follow-up"),
    "second-follow-up": ("second-follow-up",),
    "missed-call": (),
    "rejection": (),
    "withdrawal": (),
}
ALL_STEPS: tuple[StepName, ...] = ("thank-you", "follow-up", "second-follow-up")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to send, with its window in the interview's own time zone.

    ``rule`` names the rule that gave the window, ``zone`` the zone by its IANA name;
    ``earliest <= suggested <= latest``.
    """

    name: StepName
    rule: str
    zone: str
    earliest: dt.datetime
    suggested: dt.datetime
    latest: dt.datetime

    @property
    def length(self) -> dt.timedelta:
        """How long the window is in time that really passes."""
        return dt.timedelta(seconds=self.latest.timestamp() - self.earliest.timestamp())

    def status(self, now: dt.datetime) -> Status:
        """Say where ``now`` (aware) stands: before the window, in it (both ends included) or after it."""
        # Timestamps, because Python compares two times of one zone by their wall clock,
        # which runs backwards for an hour each autumn.
        if now.timestamp() < self.earliest.timestamp():
            return "upcoming"
        return "open" if now.timestamp() <= self.latest.timestamp() else "late"

    def send_now(self, now: dt.datetime) -> bool:
        """Say whether the advice is "now": the suggested time has come, so there is nothing to wait for."""
        return self.suggested.timestamp() <= now.timestamp()


def local(day: dt.date, time: dt.time, appointment: Appointment) -> dt.datetime:
    """Put a wall-clock time into the interview's zone.

    A time that a clock change skips moves forward by the gap; one that happens twice is the first.
    """
    wall = dt.datetime.combine(day, time, tzinfo=appointment.zone)
    return wall.astimezone(dt.UTC).astimezone(appointment.zone)


def elapsed(start: dt.datetime, duration: dt.timedelta) -> dt.datetime:
    """Add time that really passes, also across a clock change."""
    return (start.astimezone(dt.UTC) + duration).astimezone(start.tzinfo)


def working_day(day: dt.date) -> dt.date:
    """Return the first Monday-to-Friday day on or after ``day``.

    >>> working_day(dt.date(2026, 3, 14)).isoformat()
    '2026-03-16'
    """
    return day + dt.timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)


def end_of(appointment: Appointment) -> dt.datetime:
    """Return the end of the interview in its own zone."""
    start = local(appointment.date, appointment.start, appointment)
    return elapsed(start, dt.timedelta(minutes=appointment.minutes))


def steps(interview: Interview) -> tuple[Step, ...]:
    """Give the steps of an interview in order, or none while its appointment is not known."""
    appointment = interview.appointment
    if appointment is None:
        return ()
    left = STEPS_LEFT.get(interview.situation, ALL_STEPS)
    return tuple(step for step in _all_steps(interview, appointment) if step.name in left)


def _all_steps(interview: Interview, appointment: Appointment) -> Iterator[Step]:
    same_day = interview.situation == "same-day-decision"
    yield _by_hours("thank-you", SAME_DAY_THANK_YOU if same_day else THANK_YOU, appointment)
    if interview.time_frame_unclear:
        return
    time_frame_ends = interview.time_frame_ends or (appointment.date if same_day else None)
    if time_frame_ends is None:
        follow_up = _by_days("follow-up", FOLLOW_UP, appointment.date, appointment)
    else:
        follow_up = _by_days("follow-up", FOLLOW_UP_AFTER_TIME_FRAME, time_frame_ends, appointment)
    yield follow_up
    if interview.has_second_follow_up:
        yield _by_days("second-follow-up", SECOND_FOLLOW_UP, follow_up.suggested.date(), appointment)


def _by_hours(name: StepName, rule: HoursRule, appointment: Appointment) -> Step:
    end = end_of(appointment)
    latest = elapsed(end, rule.within)
    suggested = elapsed(end, rule.wait)
    if suggested.time() < rule.day_begins:
        suggested = local(suggested.date(), rule.morning, appointment)
    elif suggested.time() > rule.day_ends:
        suggested = local(suggested.date() + dt.timedelta(days=1), rule.morning, appointment)
    return Step(
        name=name,
        rule=rule.name,
        zone=appointment.time_zone,
        earliest=end,
        suggested=suggested,
        latest=latest,
    )


def _by_days(name: StepName, rule: DaysRule, anchor: dt.date, appointment: Appointment) -> Step:
    earliest = anchor + dt.timedelta(days=rule.earliest_days)
    if rule.earliest_on_working_day:
        earliest = working_day(earliest)
    suggested = working_day(anchor + dt.timedelta(days=rule.suggested_days))
    counted_from = suggested if rule.latest_from_suggested else anchor
    latest = max(counted_from + dt.timedelta(days=rule.latest_days), suggested)
    return Step(
        name=name,
        rule=rule.name,
        zone=appointment.time_zone,
        earliest=local(earliest, dt.time.min, appointment),
        suggested=local(suggested, rule.suggested_at, appointment),
        latest=local(latest, dt.time(23, 59), appointment),
    )
