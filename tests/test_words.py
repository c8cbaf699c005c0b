# ruff: noqa: DTZ001 - words are made of what a clock shows, whatever its zone
import datetime as dt

import pytest

from generator.words import at_the_latest, full_day, moment, not_before, place, short_moment


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/London", "in London"),
        ("America/New_York", "in New York"),
        ("America/Argentina/Buenos_Aires", "in Buenos Aires"),
        ("America/North_Dakota/New_Salem", "in New Salem"),
        ("UTC", "UTC"),
        ("EST", "EST"),
        ("Etc/GMT+3", "Etc/GMT+3"),
    ],
)
def test_place_of_a_clock(zone: str, expected: str) -> None:
    """A zone is said by its city; one that is named after no place is said as it is."""
    assert place(zone) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (dt.datetime(2026, 3, 10, 9, 30), "Tuesday 10 March, 9:30 in London"),
        (dt.datetime(2026, 3, 1, 0, 0), "Sunday 1 March, 0:00 in London"),
        (dt.datetime(2026, 12, 31, 23, 5), "Thursday 31 December, 23:05 in London"),
    ],
)
def test_moment(when: dt.datetime, expected: str) -> None:
    """Weekday, day, month, and the time with two digits for its minutes."""
    assert moment(when, "Europe/London") == expected


def test_every_weekday_and_month_by_its_name() -> None:
    """The names are English whatever the machine's language, and Monday comes first."""
    said = [full_day(dt.date(2026, 6, 1) + dt.timedelta(days=n)) for n in range(7)]
    assert said == [
        "Monday 1 June", "Tuesday 2 June", "Wednesday 3 June", "Thursday 4 June", "Friday 5 June",
        "Saturday 6 June", "Sunday 7 June",
    ]  # fmt: skip
    assert [full_day(dt.date(2026, month, 1)).split()[2] for month in range(1, 13)] == [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]  # fmt: skip


def test_ends_of_a_window() -> None:
    """Midnight and the last minute are said as days, any other time as it is."""
    assert not_before(dt.datetime(2026, 3, 10), "Europe/London") == "Tuesday 10 March"
    assert not_before(dt.datetime(2026, 4, 24, 1, 0), "Africa/Cairo") == "Friday 24 April, 1:00 in Cairo"
    assert at_the_latest(dt.datetime(2026, 3, 10, 23, 59), "UTC") == "the end of Tuesday 10 March"
    assert at_the_latest(dt.datetime(2026, 3, 10, 15, 15), "UTC") == "Tuesday 10 March, 15:15 UTC"


def test_short_moment() -> None:
    """A day and month of three letters, for a phone."""
    assert short_moment(dt.datetime(2026, 9, 3, 18, 5)) == "Thu 3 Sep, 18:05"
