"""A follow-up is short. Sources: Work It Daily, 2020; the figures are ai-job-search's and career-ops'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up
from generator.checks.length import outside
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.interview import FOLLOW_UP_KINDS

FEWEST, MOST, LIMIT = 40, 120, 150


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    return outside(draft, FEWEST, MOST, limit=LIMIT)


CHATTY = {
    "I would be glad to send it.": "I would be glad to send it. " + "I have papers of many kinds here. " * 14
}
CHECK = Check(
    id="short",
    kinds=FOLLOW_UP_KINDS,
    level="should",
    pages=("follow-up",),
    ask=_ask,
    failing=(follow_up(CHATTY),),
    passing=(follow_up(),),
)
