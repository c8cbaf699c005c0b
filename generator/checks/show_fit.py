"""Near the end, the letter says again what the person would bring. Source: Work It Daily, 2020."""

from __future__ import annotations

from generator.checks.rule import THANK_YOU, Check, Draft


def _ask(draft: Draft) -> str | None:
    return None if draft.interview.fit else "Say what you would bring, near the end."


CHECK = Check(id="show-fit", kinds=THANK_YOU, level="must", page="thank-you", ask=_ask)
