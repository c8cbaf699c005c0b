import datetime as dt

import pytest

from generator.advice import advise, summarise
from generator.plan import Plan, make_plan
from tests.samples import interview, interview_at, panel


def plan_at(now: str, **changes: object) -> Plan:
    """Make the sample's plan at a moment."""
    return make_plan(interview(second_follow_up=True, **changes), now=dt.datetime.fromisoformat(now))


@pytest.mark.parametrize(
    ("now", "place", "status_words", "sentence"),
    [
        (
            "2026-03-05T15:00+00:00", 0, "not yet",
            ("Send it Thursday 5 March, 17:15 in London. Not before Thursday 5 March, 15:15 in London, "
            "and at the latest Friday 6 March, 15:15 in London."),
        ),
        (
            "2026-03-05T15:15+00:00", 0, "open now",
            ("Send it Thursday 5 March, 17:15 in London, or sooner if that suits you. "
            "It is in good time until Friday 6 March, 15:15 in London."),
        ),
        (
            "2026-03-05T17:15+00:00", 0, "open now",
            "Send it now. It is in good time until Friday 6 March, 15:15 in London.",
        ),
        (
            "2026-03-06T15:16+00:00", 0, "late",
            ("Its 24 hours are over (Friday 6 March, 15:15 in London). "
            "Send it now all the same: late thanks are still thanks."),
        ),
        (
            "2026-03-06T15:16+00:00", 1, "not yet",
            ("Send it Thursday 12 March, 9:30 in London. Not before Thursday 12 March, "
            "and at the latest the end of Thursday 19 March."),
        ),
        (
            "2026-03-12T09:30+00:00", 1, "open now",
            "Send it now. It is in good time until the end of Thursday 19 March.",
        ),
        (
            "2026-03-20T00:00+00:00", 1, "late",
            "Its best days are over (the end of Thursday 19 March). Send it now, once, and then let it go.",
        ),
        (
            "2026-03-27T00:00+00:00", 2, "late",
            "Its days are over (the end of Thursday 26 March). It is kinder to yourself to let this one go.",
        ),
    ],
)  # fmt: skip
def test_each_step_says_what_to_do_now(now: str, place: int, status_words: str, sentence: str) -> None:
    """Before, in and after its window, each step has one line that says what to do."""
    advice = advise(plan_at(now))[place]
    assert (advice.status_words, advice.sentence) == (status_words, sentence)


def test_a_late_note_on_the_day_of_the_decision_is_told_its_two_hours() -> None:
    """How long there was is the window of the step's own rule, also over a change of the clocks."""
    late = advise(plan_at("2026-03-05T18:15+00:00", situation="same-day-decision"))[0].sentence
    assert late.startswith("Its two hours are over (Thursday 5 March, 17:15 in London). Send it now")
    met = interview_at("2026-03-28", "10:00", 60, "Europe/London")
    late = advise(make_plan(met, now=dt.datetime(2026, 3, 30, tzinfo=dt.UTC)))[0].sentence
    assert late.startswith("Its 24 hours are over (Sunday 29 March, 12:00 in London).")


def test_one_line_a_step_however_many_letters() -> None:
    """A panel's letters share their step's line."""
    plan = make_plan(panel("Ruth", "Paul"), now=dt.datetime(2026, 3, 5, 18, tzinfo=dt.UTC))
    assert [(one.step, one.title, one.when) for one in advise(plan)] == [
        ("thank-you", "Thank-you", "Send by Friday 6 March, 15:15 in London"),
        ("follow-up", "Follow-up", "Thursday 12 March, 9:30 in London"),
    ]


@pytest.mark.parametrize(
    ("now", "when"),
    [
        ("2026-03-05T15:00+00:00", "Thursday 5 March, 17:15 in London"),
        ("2026-03-05T17:00+00:00", "Thursday 5 March, 17:15 in London"),
        ("2026-03-05T17:15+00:00", "Send by Friday 6 March, 15:15 in London"),
        ("2026-03-06T15:16+00:00", "Was due by Friday 6 March, 15:15 in London"),
    ],
)
def test_the_time_that_counts_is_not_one_that_has_passed(now: str, when: str) -> None:
    """Until its best time a step shows that; from then on, when it has to be sent."""
    assert advise(plan_at(now))[0].when == when


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-05T15:00+00:00", "3 letters · next on Thu 5 Mar, 17:15"),
        ("2026-03-05T18:00+00:00", "3 letters · send by Fri 6 Mar, 15:15"),
        ("2026-03-07T00:00+00:00", "3 letters · next on Thu 12 Mar, 9:30"),
        ("2026-03-12T00:00+00:00", "3 letters · send by Thu 19 Mar, 23:59"),
        ("2026-03-28T00:00+00:00", "3 letters"),
    ],
)
def test_summary_says_what_is_next(now: str, expected: str) -> None:
    """How many letters, and until or from when."""
    assert summarise(plan_at(now)) == expected


def test_without_a_date_there_is_no_advice_on_when() -> None:
    """While the date is not known, only the number of letters is."""
    plan = plan_at("2026-03-05T15:00+00:00", appointment=None)
    assert (advise(plan), summarise(plan)) == ((), "3 letters")


def test_a_clock_that_skips_the_end_of_a_day_is_said_as_it_is() -> None:
    """A last minute that a clock change moved past midnight is said by its own day and time."""
    met = interview_at("2026-03-14", "10:00", 60, "America/Nuuk")
    advice = advise(make_plan(met, now=dt.datetime(2026, 3, 15, tzinfo=dt.UTC)))[1]
    assert advice.sentence.endswith("at the latest Sunday 29 March, 0:59 in Nuuk.")
