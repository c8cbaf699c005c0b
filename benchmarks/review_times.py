"""Time the review of some drafts, on this Python or inside Pyodide: `review_times.py TEXTS ANSWER`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.browser import handle
from generator.checks import CHECKS, DRAFT_KINDS
from generator.checks.length import MOST_CHARACTERS
from generator.drafts import Draft, read_draft

REPETITIONS = 7
# As long as a text is that is put to every rule, and twice that.
SHORT = MOST_CHARACTERS


def milliseconds(work: Callable[[], object], repetitions: int) -> list[float]:
    """Return how long each repetition takes."""
    taken = []
    for _ in range(repetitions):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken)


def every_rule(text: str) -> None:
    """Put a text to every rule for its kind, also one that is too long to be."""
    for kind in DRAFT_KINDS:
        draft = Draft(kind=kind, body=read_draft(text).body)
        for check in CHECKS:
            if kind in check.kinds:
                list(check.find(draft))


def figures(text: str) -> dict[str, Any]:
    """Return one text's: the answer that the page gets, and how all rules grow when the text is doubled."""
    request = {"version": 1, "request": "check", "kind": "thank-you", "draft": text}
    once, twice = (text[:SHORT], (text * 2)[: 2 * SHORT])
    return {
        "characters": len(text),
        "answer": milliseconds(lambda: handle(json.dumps(request)), REPETITIONS),
        "growth": milliseconds(lambda: every_rule(twice), 3)[0]
        / milliseconds(lambda: every_rule(once), 3)[0],
    }


if __name__ == "__main__":
    texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    Path(sys.argv[2]).write_text(json.dumps({name: figures(text) for name, text in texts.items()}), "utf-8")
