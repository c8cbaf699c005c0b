"""What is said of the moment a letter is sent at, where the interview is known."""

import datetime as dt

import pytest

from generator.checks import review
from generator.checks.examples import at, follow_up, met, thank_you
from generator.interview import Appointment

BY_THE_10TH = met(reply_by=dt.date(2026, 3, 10))
# Where the clocks leave out a midnight, a window begins later.
BEIRUT = Appointment(date=dt.date(2026, 3, 22), start=dt.time(10), time_zone="Asia/Beirut")
CAIRO = Appointment(date=dt.date(2026, 3, 3), start=dt.time(10), time_zone="Africa/Cairo")
NUUK = Appointment(date=dt.date(2026, 3, 14), start=dt.time(10), time_zone="America/Nuuk")


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (at(3, 10, 59), "Wait until the interview is over (Tuesday 3 March, 11:00 in London)."),
        (at(3, 11, 0), "Wait an hour or two; sent at once, it reads as if you wrote it before you met."),
        (at(3, 11, 14), "Wait an hour or two; sent at once, it reads as if you wrote it before you met."),
        (at(3, 11, 15), ""),
        (at(4, 11, 0), ""),
        (
            at(4, 11, 1),
            "Send it now all the same; its 24 hours are over (Wednesday 4 March, 11:00 in London).",
        ),
    ],
)  # fmt: skip
def test_a_thank_you_is_told_its_24_hours(now: dt.datetime, message: str) -> None:
    """Not before the end of the interview nor within a quarter of an hour of it, and until 24 hours later."""
    findings = review(thank_you(**met(), now=now).draft)
    assert [one.message for one in findings] == ([message] if message else [])


def test_a_note_on_the_day_of_the_decision_is_told_its_two_hours() -> None:
    """What is over is the window of the step's own rule, and not 24 hours."""
    known = met(situation="same-day-decision")
    messages = [one.message for one in review(thank_you(**known, now=at(3, 14, 0)).draft)]
    assert "Send it now all the same; its two hours are over (Tuesday 3 March, 13:00 in London)." in messages
    in_time = review(thank_you(**known, now=at(3, 13, 0)).draft)
    assert "Send it now" not in "".join(one.message for one in in_time)


@pytest.mark.parametrize(
    ("known", "now", "message"),
    [
        (met(), at(9, 23, 59), "Wait until a week has passed: not before Tuesday 10 March."),
        (met(), at(10, 0, 0), ""),
        (met(), at(17, 23, 59), ""),
        (met(), at(18, 0, 0), "Send it today, once; its two weeks were over at the end of Tuesday 17 March."),
        (
            BY_THE_10TH, at(10, 23, 59),
            "Wait until Wednesday 11 March; you were told to expect news by Tuesday 10 March.",
        ),
        (BY_THE_10TH, at(11, 0, 0), ""),
        (
            met(appointment=BEIRUT), at(25),
            "Wait until a week has passed: not before Sunday 29 March, 1:00 in Beirut.",
        ),
        (
            met(appointment=NUUK), at(30),
            "Send it today, once; its two weeks were over at Sunday 29 March, 0:59 in Nuuk.",
        ),
        (
            met(appointment=CAIRO, reply_by=dt.date(2026, 4, 23)), at(25),
            "Wait until Friday 24 April, 1:00 in Cairo; you were told to expect news by Thursday 23 April.",
        ),
        (
            met(appointment=BEIRUT, reply_by=dt.date(2026, 3, 28)), at(25),
            "Wait until Monday 30 March; you were told to expect news by Saturday 28 March.",
        ),
        (BY_THE_10TH, at(28, 0, 0), ""),
    ],
)  # fmt: skip
def test_a_follow_up_is_told_its_weeks(known: dict[str, object], now: dt.datetime, message: str) -> None:
    """One to two weeks after the interview, or after their time frame and then whenever."""
    findings = review(follow_up(**known, now=now).draft)
    assert [one.message for one in findings] == ([message] if message else [])


@pytest.mark.parametrize(
    "known", [met(appointment=None), met(appointment=None, reply_by=dt.date(2026, 3, 20))]
)
def test_without_a_date_nothing_is_said_of_the_moment(known: dict[str, object]) -> None:
    """While the day of the interview is not known, no letter is early or late."""
    assert review(thank_you(**known, now=at(1)).draft) == ()
    assert review(follow_up(**known, now=at(28)).draft) == ()


SINCE = "on Tuesday 3 March"


@pytest.mark.parametrize(
    ("known", "since", "message"),
    [
        ({}, "six days ago", "Wait until a week has passed since the interview; it says “six days ago”."),
        ({}, "seven days ago", ""),
        ({}, "fourteen days ago", ""),
        (
            {}, "fifteen days ago",
            "Send it today, once, without “fifteen days ago”; two weeks is the longest to wait.",
        ),
        (
            BY_THE_10TH, "seven days ago",
            "Wait until Wednesday 11 March; you were told to expect news by Tuesday 10 March.",
        ),
        (BY_THE_10TH, "eight days ago", ""),
    ],
)  # fmt: skip
def test_what_the_letter_says_counts_without_a_moment(
    known: dict[str, object], since: str, message: str
) -> None:
    """Days ago are counted from the interview: a week to two, or more than their time frame has."""
    draft = follow_up({SINCE: since}, **known).draft
    findings = review(draft)
    assert [one.message for one in findings] == ([message] if message else [])
    assert [draft.body[slice(*one.span)] for one in findings if one.span] == [since] * len(findings)


def test_words_of_somebody_early_are_quoted() -> None:
    """Without a moment and without a count, the sentence that admits it is quoted and marked."""
    early = "I know you said you would decide by the 20th, but I wanted to write."
    draft = follow_up({"Is there": f"{early} Is there"}).draft
    (finding,) = review(draft)
    assert finding.message == (
        "Wait until the time they named has passed; it says “I know you said you would decide by the 20th…”."
    )
    assert finding.span
    assert draft.body[slice(*finding.span)] == early
