"""A panel gets one email each; above seven people, one goes to whoever arranged the day.

Sources: Princeton, Stetson. Looked for: a greeting of more than one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.drafts.whom import is_named, names_of
from generator.interview import ONLY_THANK_YOU

MANY = re.compile(
    r"\b(?:all|everyone|everybody|team|both|panel|committee|members|folks|colleagues|gentlemen|ladies|interviewers)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r",\s?(?=\w)|\s(?:and|&|\+)\s|\s?/\s?", re.IGNORECASE)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    greeting = draft.parts.greeting
    if not greeting:
        return
    people = draft.interview.interviewers if draft.interview else ()
    greeted = [one for one in people if is_named(one.name, greeting.text)]
    # One person may be called "Tim and Co", and a family name may be two people's.
    one_person = draft.to is not None and greeted == [draft.to]
    pieces = [piece for piece in BETWEEN.split(" ".join(greeting.words)) if names_of(piece)]
    if MANY.search(greeting.text) or (len(pieces) > 1 and not one_person):
        yield "Write to each person alone, with what you talked about with them.", greeting.span


CHECK = Check(
    id="one-each",
    kinds=ONLY_THANK_YOU,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({"Dear Helen,": "Dear Helen and Aisha,"}),
        thank_you({"Dear Helen,": "Dear Helen, Aisha and Tom,"}),
        thank_you({"Dear Helen,": "Dear Helen and team,"}, **met()),
    ),
    passing=(thank_you(), thank_you({"Dear Helen,": "Dear Dr. Brandt, MD,"}), thank_you(**met())),
)
