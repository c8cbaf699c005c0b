"""Not just "thank you": the letter says what for. Source: Work It Daily, 2020."""

from __future__ import annotations

from generator.checks.rule import THANK_YOU, Check, Draft
from generator.phrases import fit_phrase


def _ask(draft: Draft) -> str | None:
    return (
        None
        if fit_phrase(draft.interview.thankful_for, "thankful_for")
        else "Say what you are thankful for, so that the thanks are for something."
    )


CHECK = Check(id="say-why", kinds=THANK_YOU, level="must", page="thank-you", ask=_ask)
