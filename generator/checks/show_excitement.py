"""Both letters say what the person is excited about. Source: Work It Daily, 2020."""

from __future__ import annotations

from generator.checks.rule import FOLLOW_UP, THANK_YOU, Check, Draft
from generator.phrases import fit_phrase


def _ask(draft: Draft) -> str | None:
    return (
        None
        if fit_phrase(draft.interview.excited_about, "excited_about")
        else "Say what you are excited about."
    )


IN_THANK_YOU = Check(id="show-excitement", kinds=THANK_YOU, level="must", page="thank-you", ask=_ask)
IN_FOLLOW_UP = Check(id="show-excitement", kinds=FOLLOW_UP, level="must", page="follow-up", ask=_ask)
