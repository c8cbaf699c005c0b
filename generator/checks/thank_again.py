"""And another "thank you" in the follow-up. Source: Work It Daily, 2020.

Looked for: a word of thanks; "thanks in advance" is a request, and "my thank-you note" a reminder.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.interview import FOLLOW_UP_KINDS

THANKS = Cues("thank~  grateful~  gratitude  appreciat~")
NOT_THANKS = Cues("""
    thank~ ... in (advance|anticipation)  thank-you (note|email|e-mail|letter|message|card)
    thank you (note|email|e-mail|letter|card)
    (grateful|appreciat~) (if|any|an|a|your (reply|response|answer|feedback)|hearing|it if)
    (I|I'd|would|I'll) (really |greatly |very much )?(appreciate|be (very |most |really )?(grateful|
    thankful))
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if not THANKS.search(NOT_THANKS.left_out(draft.text)):
        yield "Thank them once more.", None


THANKLESS = {"Thank you again for meeting me": "We met"}
CHECK = Check(
    id="thank-again",
    kinds=FOLLOW_UP_KINDS,
    level="must",
    pages=("follow-up",),
    ask=_ask,
    asks_made=False,
    failing=(
        follow_up(THANKLESS),
        follow_up(
            {**THANKLESS, "I would be glad to send it.": "I would be glad to send it. Thanks in advance."}
        ),
    ),
    passing=(follow_up(), follow_up({"Thank you again for": "I am still grateful to you for"})),
)
