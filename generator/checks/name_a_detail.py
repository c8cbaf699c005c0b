"""The letter names something that was talked about with this person. Source: Work It Daily, 2020."""

from __future__ import annotations

from generator.checks.rule import THANK_YOU, Check, Draft
from generator.phrases import fit_phrase


def _ask(draft: Draft) -> str | None:
    detail = fit_phrase(draft.letter.to.detail, "detail")
    return None if detail else f"Name one thing you talked about with {draft.letter.to.name}."


CHECK = Check(id="name-a-detail", kinds=THANK_YOU, level="must", page="thank-you", ask=_ask)
