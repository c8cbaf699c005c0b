"""A thank-you long enough to say something and short enough to be read. Sources: faraday, interview-prep."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.length import outside
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.interview import ONLY_THANK_YOU

USUAL = (75, 180)
BRIEF = (45, 110)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    known = draft.interview
    if known is None:
        # The text alone does not tell whether short is the person's style.
        perhaps = len(draft.text.split()) >= BRIEF[0]
        return outside(draft, *USUAL, unless=", unless short is your style" if perhaps else "")
    # A note that has to arrive before they decide the same day is a short one.
    brief = known.tone == "brief" or known.situation == "same-day-decision"
    return outside(draft, *(BRIEF if brief else USUAL))


LONG = {"most of it by phone.": "most of it by phone, " + "one call after the other, " * 20 + "day by day."}
CHECK = Check(
    id="thank-you-length",
    kinds=ONLY_THANK_YOU,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    failing=(thank_you(LONG), thank_you(LONG, **met())),
    passing=(thank_you(), thank_you(**met()), thank_you(**met(tone="brief"))),
)
