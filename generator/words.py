"""Dates and times as a person says them, the same whatever the machine's language."""

from __future__ import annotations

import datetime as dt

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SMALL_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip


def weekday(day: dt.date) -> str:
    """Name the day of the week.

    >>> weekday(dt.date(2026, 3, 10))
    'Tuesday'
    """
    return WEEKDAYS[day.weekday()]


def day_and_month(day: dt.date) -> str:
    """Say a date without its weekday.

    >>> day_and_month(dt.date(2026, 3, 10))
    '10 March'
    """
    return f"{day.day} {MONTHS[day.month - 1]}"


def full_day(day: dt.date) -> str:
    """Say a date with its weekday.

    >>> full_day(dt.date(2026, 3, 10))
    'Tuesday 10 March'
    """
    return f"{weekday(day)} {day_and_month(day)}"


def clock(time: dt.time) -> str:
    """Say a time of day by the 24-hour clock.

    >>> clock(dt.time(9, 30))
    '9:30'
    """
    return f"{time.hour}:{time.minute:02}"


def place(zone: str) -> str:
    """Say where a zone's clock hangs, to stand after a time.

    >>> place("America/Argentina/Buenos_Aires"), place("UTC")
    ('in Buenos Aires', 'UTC')
    """
    area, _, city = zone.partition("/")
    if not city or area == "Etc":
        return zone
    return "in " + city.rpartition("/")[2].replace("_", " ")


def short_day(day: dt.date) -> str:
    """Say a date in the width of a phone's table.

    >>> short_day(dt.date(2026, 3, 10))
    'Tue 10 Mar'
    """
    return f"{weekday(day)[:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def short_moment(when: dt.datetime) -> str:
    """Say a date and time in the space of a phone's bottom bar.

    >>> short_moment(dt.datetime(2026, 3, 10, 9, 30))
    'Tue 10 Mar, 9:30'
    """
    return f"{short_day(when.date())}, {clock(when.time())}"


def not_before(when: dt.datetime, zone: str) -> str:
    """Say the start of a window; at midnight the day alone says it.

    >>> not_before(dt.datetime(2026, 3, 10), "Europe/London")
    'Tuesday 10 March'
    """
    return full_day(when.date()) if when.time() == dt.time(0, 0) else moment(when, zone)


def at_the_latest(when: dt.datetime, zone: str) -> str:
    """Say the end of a window; a minute before midnight it is the end of the day.

    >>> at_the_latest(dt.datetime(2026, 3, 10, 23, 59), "Europe/London")
    'the end of Tuesday 10 March'
    """
    return f"the end of {full_day(when.date())}" if when.time() == dt.time(23, 59) else moment(when, zone)


def time_given(duration: dt.timedelta) -> str:
    """Say how long there is, to stand before "are over"; so one hour is said in minutes.

    >>> [time_given(dt.timedelta(minutes=minutes)) for minutes in (60, 90, 120, 1440)]
    ['60 minutes', '90 minutes', 'two hours', '24 hours']
    """
    minutes = duration // dt.timedelta(minutes=1)
    hours, rest = divmod(minutes, 60)
    if rest or hours == 1:
        return f"{minutes} minutes"
    return f"{SMALL_NUMBERS[hours - 1] if 0 < hours <= len(SMALL_NUMBERS) else hours} hours"


def moment(when: dt.datetime, zone: str) -> str:
    """Say a local date and time with the place whose clock it is.

    >>> moment(dt.datetime(2026, 3, 10, 9, 30), "Europe/London")
    'Tuesday 10 March, 9:30 in London'
    """
    return f"{full_day(when.date())}, {clock(when.time())} {place(zone)}"
