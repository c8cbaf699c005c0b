"""Every expected time here was worked out by hand from the date table, with its offset for that day."""

import datetime as dt
from itertools import pairwise

import pytest

from generator import schedule
from generator.schedule import (
    FOLLOW_UP,
    FOLLOW_UP_AFTER_TIME_FRAME,
    SECOND_FOLLOW_UP,
    THANK_YOU,
    Step,
    StepName,
    steps,
    working_day,
)
from tests.samples import INTERVIEW, interview, interview_at

LONDON, NEW_YORK = "Europe/London", "America/New_York"


def moment(text: str) -> dt.datetime:
    """Read an aware time."""
    when = dt.datetime.fromisoformat(text)
    assert when.tzinfo
    return when


def window(step: Step) -> tuple[str, str, str]:
    """Return a step's three times as text with their offsets."""
    return step.earliest.isoformat(), step.suggested.isoformat(), step.latest.isoformat()


def at(*times: str) -> tuple[str, ...]:
    """Complete hand-written times with their seconds."""
    return tuple(f"{time[:16]}:00{time[16:]}" for time in times)


@pytest.mark.parametrize(
    ("date", "start", "minutes", "zone", "expected"),
    [
        pytest.param(
            "2026-03-05", "14:30", 45, LONDON,
            at("2026-03-05T15:15+00:00", "2026-03-05T17:15+00:00", "2026-03-06T15:15+00:00"),
            id="afternoon",
        ),
        pytest.param(
            "2026-03-05", "17:00", 60, LONDON,
            at("2026-03-05T18:00+00:00", "2026-03-05T20:00+00:00", "2026-03-06T18:00+00:00"),
            id="exactly-20:00-is-still-today",
        ),
        pytest.param(
            "2026-03-05", "17:01", 60, LONDON,
            at("2026-03-05T18:01+00:00", "2026-03-06T08:30+00:00", "2026-03-06T18:01+00:00"),
            id="20:01-is-the-next-morning",
        ),
        pytest.param(
            "2026-03-05", "04:30", 60, LONDON,
            at("2026-03-05T05:30+00:00", "2026-03-05T08:30+00:00", "2026-03-06T05:30+00:00"),
            id="ends-05:30-so-07:30-waits-for-08:30",
        ),
        pytest.param(
            "2026-03-05", "05:00", 59, LONDON,
            at("2026-03-05T05:59+00:00", "2026-03-05T08:30+00:00", "2026-03-06T05:59+00:00"),
            id="07:59-waits-for-08:30",
        ),
        pytest.param(
            "2026-03-05", "05:00", 60, LONDON,
            at("2026-03-05T06:00+00:00", "2026-03-05T08:00+00:00", "2026-03-06T06:00+00:00"),
            id="exactly-08:00-stays",
        ),
        pytest.param(
            "2026-03-05", "22:30", 60, LONDON,
            at("2026-03-05T23:30+00:00", "2026-03-06T08:30+00:00", "2026-03-06T23:30+00:00"),
            id="two-hours-later-is-past-midnight",
        ),
        pytest.param(
            "2026-03-05", "23:30", 60, LONDON,
            at("2026-03-06T00:30+00:00", "2026-03-06T08:30+00:00", "2026-03-07T00:30+00:00"),
            id="interview-itself-passes-midnight",
        ),
        pytest.param(
            "2026-03-05", "12:00", 720, LONDON,
            at("2026-03-06T00:00+00:00", "2026-03-06T08:30+00:00", "2026-03-07T00:00+00:00"),
            id="twelve-hours-end-at-midnight",
        ),
        pytest.param(
            "2026-03-06", "17:30", 60, LONDON,
            at("2026-03-06T18:30+00:00", "2026-03-07T08:30+00:00", "2026-03-07T18:30+00:00"),
            id="friday-evening-is-saturday-morning",
        ),
        pytest.param(
            "2026-03-07", "10:00", 60, LONDON,
            at("2026-03-07T11:00+00:00", "2026-03-07T13:00+00:00", "2026-03-08T11:00+00:00"),
            id="saturday-is-saturday",
        ),
        pytest.param(
            "2026-03-08", "10:00", 60, LONDON,
            at("2026-03-08T11:00+00:00", "2026-03-08T13:00+00:00", "2026-03-09T11:00+00:00"),
            id="sunday-is-sunday",
        ),
        pytest.param(
            "2026-03-07", "18:45", 60, NEW_YORK,
            at("2026-03-07T19:45-05:00", "2026-03-08T08:30-04:00", "2026-03-08T20:45-04:00"),
            id="24-hours-across-the-spring-change",
        ),
        pytest.param(
            "2026-10-31", "19:00", 60, NEW_YORK,
            at("2026-10-31T20:00-04:00", "2026-11-01T08:30-05:00", "2026-11-01T19:00-05:00"),
            id="24-hours-across-the-autumn-change",
        ),
        pytest.param(
            "2026-03-08", "02:30", 60, NEW_YORK,
            at("2026-03-08T04:30-04:00", "2026-03-08T08:30-04:00", "2026-03-09T04:30-04:00"),
            id="start-in-the-spring-gap-is-03:30",
        ),
        pytest.param(
            "2026-03-08", "01:30", 60, NEW_YORK,
            at("2026-03-08T03:30-04:00", "2026-03-08T08:30-04:00", "2026-03-09T03:30-04:00"),
            id="interview-runs-over-the-spring-gap",
        ),
        pytest.param(
            "2026-11-01", "01:30", 30, NEW_YORK,
            at("2026-11-01T01:00-05:00", "2026-11-01T08:30-05:00", "2026-11-02T01:00-05:00"),
            id="start-that-happens-twice-is-the-first",
        ),
        pytest.param(
            "2026-03-05", "16:45", 30, "Asia/Kolkata",
            at("2026-03-05T17:15+05:30", "2026-03-05T19:15+05:30", "2026-03-06T17:15+05:30"),
            id="half-hour-zone",
        ),
        pytest.param(
            "2026-05-04", "10:30", 120, "Asia/Kathmandu",
            at("2026-05-04T12:30+05:45", "2026-05-04T14:30+05:45", "2026-05-05T12:30+05:45"),
            id="quarter-hour-zone",
        ),
        pytest.param(
            "2026-04-04", "16:00", 60, "Australia/Lord_Howe",
            at("2026-04-04T17:00+11:00", "2026-04-04T19:00+11:00", "2026-04-05T16:30+10:30"),
            id="clock-change-of-half-an-hour",
        ),
        pytest.param(
            "2011-12-29", "18:30", 60, "Pacific/Apia",
            at("2011-12-29T19:30-10:00", "2011-12-31T08:30+14:00", "2011-12-31T19:30+14:00"),
            id="next-day-does-not-exist",
        ),
        pytest.param(
            "2026-12-31", "17:30", 60, LONDON,
            at("2026-12-31T18:30+00:00", "2027-01-01T08:30+00:00", "2027-01-01T18:30+00:00"),
            id="year-end",
        ),
        pytest.param(
            "2028-02-28", "18:00", 45, LONDON,
            at("2028-02-28T18:45+00:00", "2028-02-29T08:30+00:00", "2028-02-29T18:45+00:00"),
            id="leap-day",
        ),
    ],
)  # fmt: skip
def test_thank_you_is_within_24_hours_and_between_8_and_20(
    date: str, start: str, minutes: int, zone: str, expected: tuple[str, ...]
) -> None:
    """From the end of the interview; suggested 2 hours later by day, else 08:30; 24 elapsed hours at most."""
    step = steps(interview_at(date, start, minutes, zone))[0]
    assert (step.name, step.rule) == ("thank-you", "thank-you")
    assert window(step) == expected


@pytest.mark.parametrize(
    ("date", "zone", "expected"),
    [
        pytest.param(
            "2026-03-05", LONDON,
            at("2026-03-12T00:00+00:00", "2026-03-12T09:30+00:00", "2026-03-19T23:59+00:00"),
            id="thursday",
        ),
        pytest.param(
            "2026-03-06", LONDON,
            at("2026-03-13T00:00+00:00", "2026-03-13T09:30+00:00", "2026-03-20T23:59+00:00"),
            id="friday",
        ),
        pytest.param(
            "2026-03-07", LONDON,
            at("2026-03-14T00:00+00:00", "2026-03-16T09:30+00:00", "2026-03-21T23:59+00:00"),
            id="saturday-opens-on-saturday-and-is-suggested-for-monday",
        ),
        pytest.param(
            "2026-03-08", LONDON,
            at("2026-03-15T00:00+00:00", "2026-03-16T09:30+00:00", "2026-03-22T23:59+00:00"),
            id="sunday",
        ),
        pytest.param(
            "2026-03-24", LONDON,
            at("2026-03-31T00:00+01:00", "2026-03-31T09:30+01:00", "2026-04-07T23:59+01:00"),
            id="summer-time-begins-in-between",
        ),
        pytest.param(
            "2026-04-17", "Africa/Cairo",
            at("2026-04-24T01:00+03:00", "2026-04-24T09:30+03:00", "2026-05-01T23:59+03:00"),
            id="cairo-has-no-midnight-that-day",
        ),
        pytest.param(
            "2026-10-15", "Africa/Cairo",
            at("2026-10-22T00:00+03:00", "2026-10-22T09:30+03:00", "2026-10-29T23:59+03:00"),
            id="cairo-has-23:59-twice-that-day",
        ),
        pytest.param(
            "2018-10-28", "America/Sao_Paulo",
            at("2018-11-04T01:00-02:00", "2018-11-05T09:30-02:00", "2018-11-11T23:59-02:00"),
            id="sao-paulo-has-no-midnight-that-day",
        ),
        pytest.param(
            "2026-03-22", "Asia/Beirut",
            at("2026-03-29T01:00+03:00", "2026-03-30T09:30+03:00", "2026-04-05T23:59+03:00"),
            id="beirut-has-no-midnight-that-day",
        ),
        pytest.param(
            "2026-03-14", "America/Nuuk",
            at("2026-03-21T00:00-02:00", "2026-03-23T09:30-02:00", "2026-03-29T00:59-01:00"),
            id="nuuk-has-no-23:59-that-day",
        ),
        pytest.param(
            "2011-12-23", "Pacific/Apia",
            at("2011-12-31T00:00+14:00", "2011-12-31T09:30+14:00", "2012-01-06T23:59+14:00"),
            id="apia-has-no-such-day",
        ),
        pytest.param(
            "2026-12-28", "Asia/Kolkata",
            at("2027-01-04T00:00+05:30", "2027-01-04T09:30+05:30", "2027-01-11T23:59+05:30"),
            id="year-end",
        ),
        pytest.param(
            "2028-02-22", LONDON,
            at("2028-02-29T00:00+00:00", "2028-02-29T09:30+00:00", "2028-03-07T23:59+00:00"),
            id="leap-day",
        ),
        pytest.param(
            "2100-12-31", LONDON,
            at("2101-01-07T00:00+00:00", "2101-01-07T09:30+00:00", "2101-01-14T23:59+00:00"),
            id="last-date-there-is",
        ),
    ],
)  # fmt: skip
def test_follow_up_is_one_to_two_weeks_later(date: str, zone: str, expected: tuple[str, ...]) -> None:
    """Without a time frame: from +7 days, suggested 09:30 on the first working day, to +14 days."""
    step = steps(interview_at(date, "10:00", 60, zone))[1]
    assert (step.name, step.rule) == ("follow-up", "follow-up")
    assert window(step) == expected


@pytest.mark.parametrize(
    ("frame", "zone", "expected"),
    [
        pytest.param(
            {"reply_by": dt.date(2026, 3, 12)}, LONDON,
            at("2026-03-13T00:00+00:00", "2026-03-13T09:30+00:00", "2026-03-19T23:59+00:00"),
            id="ends-on-thursday",
        ),
        pytest.param(
            {"reply_by": dt.date(2026, 3, 13)}, LONDON,
            at("2026-03-16T00:00+00:00", "2026-03-16T09:30+00:00", "2026-03-20T23:59+00:00"),
            id="ends-on-friday",
        ),
        pytest.param(
            {"reply_by": dt.date(2026, 3, 14)}, LONDON,
            at("2026-03-16T00:00+00:00", "2026-03-16T09:30+00:00", "2026-03-21T23:59+00:00"),
            id="ends-on-saturday",
        ),
        pytest.param(
            {"reply_by": dt.date(2026, 3, 15)}, LONDON,
            at("2026-03-16T00:00+00:00", "2026-03-16T09:30+00:00", "2026-03-22T23:59+00:00"),
            id="ends-on-sunday",
        ),
        pytest.param(
            {"reply_by": dt.date(2026, 3, 5)}, LONDON,
            at("2026-03-06T00:00+00:00", "2026-03-06T09:30+00:00", "2026-03-12T23:59+00:00"),
            id="ends-on-the-day-of-the-interview",
        ),
        pytest.param(
            {"reply_by": dt.date(2026, 3, 6)}, NEW_YORK,
            at("2026-03-09T00:00-04:00", "2026-03-09T09:30-04:00", "2026-03-13T23:59-04:00"),
            id="clock-change-in-the-weekend",
        ),
        pytest.param(
            {"reply_in_days": 1}, LONDON,
            at("2026-03-09T00:00+00:00", "2026-03-09T09:30+00:00", "2026-03-13T23:59+00:00"),
            id="within-1-day-which-is-friday",
        ),
        pytest.param(
            {"reply_in_days": 10}, LONDON,
            at("2026-03-16T00:00+00:00", "2026-03-16T09:30+00:00", "2026-03-22T23:59+00:00"),
            id="within-10-days-which-is-sunday",
        ),
        pytest.param(
            {"reply_in_days": 120}, LONDON,
            at("2026-07-06T00:00+01:00", "2026-07-06T09:30+01:00", "2026-07-10T23:59+01:00"),
            id="within-120-days-which-is-friday-3-july",
        ),
    ],
)  # fmt: skip
def test_follow_up_waits_for_the_time_frame(
    frame: dict[str, dt.date | int], zone: str, expected: tuple[str, ...]
) -> None:
    """With a time frame that ends on day D: from the first working day after D, to D + 7 days."""
    step = steps(interview_at("2026-03-05", "14:30", 45, zone, **frame))[1]
    assert (step.name, step.rule) == ("follow-up", "follow-up-after-time-frame")
    assert window(step) == expected


@pytest.mark.parametrize(
    ("date", "zone", "reply_by", "expected"),
    [
        pytest.param(
            "2026-03-05", LONDON, None,
            at("2026-03-19T00:00+00:00", "2026-03-19T09:30+00:00", "2026-03-26T23:59+00:00"),
            id="after-thursday-12",
        ),
        pytest.param(
            "2026-03-07", LONDON, None,
            at("2026-03-23T00:00+00:00", "2026-03-23T09:30+00:00", "2026-03-30T23:59+01:00"),
            id="after-monday-16-across-a-clock-change",
        ),
        pytest.param(
            "2026-03-05", LONDON, "2026-03-13",
            at("2026-03-23T00:00+00:00", "2026-03-23T09:30+00:00", "2026-03-30T23:59+01:00"),
            id="after-a-time-frame",
        ),
        pytest.param(
            "2011-12-23", "Pacific/Apia", None,
            at("2012-01-09T00:00+14:00", "2012-01-09T09:30+14:00", "2012-01-16T23:59+14:00"),
            id="after-a-follow-up-that-a-missing-day-moved-to-saturday",
        ),
    ],
)  # fmt: skip
def test_second_follow_up_is_a_week_after_the_first(
    date: str, zone: str, reply_by: str | None, expected: tuple[str, ...]
) -> None:
    """From the first working day 7 days after the follow-up's suggested day, for 7 days."""
    met = interview_at(
        date, "14:30", 45, zone,
        second_follow_up=True, reply_by=dt.date.fromisoformat(reply_by) if reply_by else None,
    )  # fmt: skip
    step = steps(met)[2]
    assert (step.name, step.rule) == ("second-follow-up", "second-follow-up")
    assert window(step) == expected


def test_second_follow_up_is_only_made_when_asked_for() -> None:
    """The steps stand in order of time, and the second follow-up only when it was asked for."""
    assert [step.name for step in steps(INTERVIEW)] == ["thank-you", "follow-up"]
    asked = steps(interview(second_follow_up=True))
    assert [step.name for step in asked] == ["thank-you", "follow-up", "second-follow-up"]
    assert all(one.suggested < other.suggested for one, other in pairwise(asked))


def test_no_dates_without_an_appointment() -> None:
    """While the date is not known there are no steps."""
    assert steps(interview(appointment=None)) == ()


def test_a_date_given_beats_counted_days() -> None:
    """``reply_by`` is the time frame when a value carries both."""
    both = interview(reply_by=dt.date(2026, 3, 12), reply_in_days=30)
    assert steps(both)[1].earliest == moment("2026-03-13T00:00+00:00")


def test_rules_are_named_data() -> None:
    """The date table's figures are data, each row under a name of its own."""
    kinds = (schedule.HoursRule, schedule.DaysRule)
    rules = [one for one in vars(schedule).values() if isinstance(one, kinds)]
    assert [rule.name for rule in rules] == [
        "thank-you", "same-day-thank-you", "follow-up", "follow-up-after-time-frame", "second-follow-up",
    ]  # fmt: skip
    assert (THANK_YOU.wait, THANK_YOU.within) == (dt.timedelta(hours=2), dt.timedelta(hours=24))
    assert (THANK_YOU.day_begins, THANK_YOU.day_ends) == (dt.time(8, 0), dt.time(20, 0))
    assert THANK_YOU.morning == dt.time(8, 30)
    days = (FOLLOW_UP, FOLLOW_UP_AFTER_TIME_FRAME, SECOND_FOLLOW_UP)
    assert [(one.earliest_days, one.suggested_days, one.latest_days) for one in days] == [
        (7, 7, 14), (1, 1, 7), (7, 7, 7),
    ]  # fmt: skip
    assert {one.suggested_at for one in days} == {dt.time(9, 30)}
    with pytest.raises(AttributeError):
        THANK_YOU.name = "other"  # type: ignore[misc] # that it is frozen is the claim


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-03-13", "2026-03-13"), ("2026-03-14", "2026-03-16"), ("2026-03-15", "2026-03-16"),
     ("2026-03-16", "2026-03-16"), ("2027-01-02", "2027-01-04")],
)  # fmt: skip
def test_working_days_are_monday_to_friday(day: str, expected: str) -> None:
    """Only a weekend moves, to its Monday."""
    assert working_day(dt.date.fromisoformat(day)).isoformat() == expected


@pytest.mark.parametrize(
    ("now", "status", "send_now"),
    [
        ("2026-03-05T15:14:59.999999+00:00", "upcoming", False),
        ("2026-03-05T15:15:00+00:00", "open", False),
        ("2026-03-05T17:14:59.999999+00:00", "open", False),
        ("2026-03-05T17:15:00+00:00", "open", True),
        ("2026-03-06T15:15:00+00:00", "open", True),
        ("2026-03-06T15:15:00.000001+00:00", "late", True),
        ("2026-03-05T10:15:00-05:00", "open", False),
        ("2026-03-07T01:00:00+14:00", "open", True),
    ],
)
def test_status_changes_at_the_ends_of_the_window(now: str, status: str, send_now: bool) -> None:  # noqa: FBT001 - a row of the table
    """Both ends belong to the window, wherever ``now`` was read; from ``suggested`` on it is "now"."""
    step = steps(INTERVIEW)[0]
    assert step.status(moment(now)) == status
    assert step.send_now(moment(now)) is send_now


@pytest.mark.parametrize(
    ("step", "now", "status"),
    [
        ("follow-up", "2026-03-11T23:59:59+00:00", "upcoming"),
        ("follow-up", "2026-03-12T00:00:00+00:00", "open"),
        ("follow-up", "2026-03-19T23:59:00+00:00", "open"),
        ("follow-up", "2026-03-19T23:59:01+00:00", "late"),
        ("second-follow-up", "2026-03-18T23:59:59+00:00", "upcoming"),
        ("second-follow-up", "2026-03-19T00:00:00+00:00", "open"),
        ("second-follow-up", "2026-03-26T23:59:00+00:00", "open"),
        ("second-follow-up", "2026-03-27T00:00:00+00:00", "late"),
    ],
)
def test_status_of_days(step: StepName, now: str, status: str) -> None:
    """A step counted in days opens at its first midnight and is late after 23:59 of its last day."""
    found = {one.name: one for one in steps(interview(second_follow_up=True))}
    assert found[step].status(moment(now)) == status


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("2026-11-01T01:45:00-04:00", "upcoming"),
        ("2026-11-01T01:29:00-05:00", "upcoming"),
        ("2026-11-01T01:30:00-05:00", "open"),
        ("2026-11-02T01:30:00-05:00", "open"),
        ("2026-11-02T01:30:01-05:00", "late"),
    ],
)
@pytest.mark.parametrize("same_zone", [False, True])
def test_status_in_the_hour_that_happens_twice(now: str, status: str, same_zone: bool) -> None:  # noqa: FBT001 - a parameter
    """Of two moments with one wall-clock time, the earlier one is before a window that opens at the later."""
    step = steps(interview_at("2026-11-01", "01:00", 90, NEW_YORK))[0]
    assert step.earliest.isoformat() == "2026-11-01T01:30:00-05:00"
    seen = moment(now).astimezone(step.earliest.tzinfo) if same_zone else moment(now)
    assert step.status(seen) == status


def test_an_unclear_time_frame_gives_no_follow_up_date() -> None:
    """While their time frame cannot be read, no follow-up date is named: it might be too early."""
    unclear = interview(time_frame_unclear=True, second_follow_up=True)
    assert [step.name for step in steps(unclear)] == ["thank-you"]
