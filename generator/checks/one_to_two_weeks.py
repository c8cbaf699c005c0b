"""A follow-up is sent one to two weeks after the interview, unless they gave a time frame.

Source: Work It Daily, 2020.
Looked for: the time, where it is known; else how long ago the letter says that the interview was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.checks.examples import at, follow_up, met
from generator.checks.respect_the_time_frame import names_a_time_frame
from generator.checks.rule import Check
from generator.drafts.ago import days_since
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.interview import ONLY_FOLLOW_UP, Interview
from generator.schedule import steps
from generator.words import at_the_latest, not_before

ONE_WEEK, TWO_WEEKS = 7, 14


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if names_a_time_frame(draft):
        return
    if draft.interview and draft.now:
        yield from _by_the_clock(draft.interview, draft.now)
        return
    since = days_since(draft)
    if since and not ONE_WEEK <= since[0] <= TWO_WEEKS:
        days, place = since
        words = quoted(draft.body[slice(*place)])
        if days < ONE_WEEK:
            yield f"Wait until a week has passed since the interview; it says {words}.", place
        else:
            yield f"Send it today, once, without {words}; two weeks is the longest to wait.", place


def _by_the_clock(interview: Interview, now: dt.datetime) -> Iterator[tuple[str, Span | None]]:
    step = next((one for one in steps(interview) if one.name == "follow-up"), None)
    if step is None:
        return
    if step.status(now) == "upcoming":
        yield f"Wait until a week has passed: not before {not_before(step.earliest, step.zone)}.", None
    elif step.status(now) == "late":
        yield (
            f"Send it today, once; its two weeks were over at {at_the_latest(step.latest, step.zone)}.",
            None,
        )


DAY = "on Tuesday 3 March"
CHECK = Check(
    id="one-to-two-weeks",
    kinds=ONLY_FOLLOW_UP,
    level="should",
    pages=("follow-up",),
    ask=_ask,
    asks_made=False,
    failing=(
        follow_up({DAY: "yesterday"}),
        follow_up({DAY: "three days ago"}),
        follow_up({DAY: "a month ago"}),
        follow_up(**met(), now=at(6)),
        follow_up(**met(), now=at(25)),
    ),
    passing=(
        follow_up(),
        follow_up({DAY: "a week ago"}),
        follow_up(**met(), now=at(10)),
        follow_up(**met(reply_by=dt.date(2026, 3, 20)), now=at(23)),
    ),
)
