"""A follow-up is a reply in the thread that is there. Looked for: "Re:" at the front of a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import follow_up
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.interview import FOLLOW_UP_KINDS

# As mail programs of several languages write it.
REPLY = re.compile(r"\s*(?:re|aw|sv|vs|antw|odp|rv|ref|回复|答复|回覆)\s*(?:\[\d+\]\s*)?[:：]", re.IGNORECASE)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if draft.subject and not REPLY.match(draft.subject):
        yield "Reply to your own thank-you, so that the subject begins with “Re:”.", None


CHECK = Check(
    id="same-thread",
    kinds=FOLLOW_UP_KINDS,
    level="should",
    pages=("follow-up",),
    ask=_ask,
    failing=(
        follow_up({"Re: Thank you: ": ""}),
        follow_up({"Re: Thank you: ": "Fwd: Thank you: "}),
    ),
    passing=(
        follow_up(),
        follow_up({"Re: ": "AW: "}),
        follow_up({"Subject: Re: Thank you: Scheduling Coordinator interview\n": ""}),
    ),
)
