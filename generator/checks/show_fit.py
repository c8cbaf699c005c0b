"""Near the end, the letter says again what the person would bring. Source: Work It Daily, 2020."""

from __future__ import annotations

from generator.checks.rule import THANK_YOU, Check, Draft
from generator.phrases import fit_phrase


def _ask(draft: Draft) -> str | None:
    return None if fit_phrase(draft.interview.fit, "fit") else "Say what you would bring, near the end."


CHECK = Check(id="show-fit", kinds=THANK_YOU, level="must", page="thank-you", ask=_ask)
