"""A letter short enough to be read and long enough to say something.

Sources: faraday and interview-prep (thank-you), ai-job-search and career-ops (follow-up).
"""

from __future__ import annotations

from generator.checks.rule import FOLLOW_UP as FOLLOW_UPS
from generator.checks.rule import THANK_YOU as THANK_YOUS
from generator.checks.rule import Check, Draft

# Words of a whole body, greeting and signature included: (fewest, most).
THANK_YOU_WORDS = (75, 180)
BRIEF_THANK_YOU_WORDS = (45, 110)
FOLLOW_UP_WORDS = (40, 120)


def _ask_thank_you(draft: Draft) -> str | None:
    return _outside(draft, *(BRIEF_THANK_YOU_WORDS if draft.interview.tone == "brief" else THANK_YOU_WORDS))


def _ask_follow_up(draft: Draft) -> str | None:
    return _outside(draft, *FOLLOW_UP_WORDS)


def _outside(draft: Draft, fewest: int, most: int) -> str | None:
    words = len(draft.letter.body.split())
    if words > most:
        return f"Shorten it to {most} words or fewer; it has {words}."
    if words < fewest:
        return f"Say a little more: {fewest} words or more; it has {words}."
    return None


THANK_YOU = Check(
    id="thank-you-length", kinds=THANK_YOUS, level="should", page="thank-you", ask=_ask_thank_you
)
FOLLOW_UP = Check(id="short", kinds=FOLLOW_UPS, level="should", page="follow-up", ask=_ask_follow_up)
