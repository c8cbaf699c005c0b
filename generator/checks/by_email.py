"""An email, not a handwritten note. Source: Work It Daily, 2020.

Looked for: words that only a letter by post has, and a postal address or a date at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import thank_you
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.interview import ONLY_THANK_YOU

BY_POST = Cues("""
    hand-?written (note|card|letter|thank~)  hand-?write  by (post|courier)  by mail(?! ?room)
    (in|through) the (post|mail)(?! ?room)
    (this|enclosed|a|the) (little |small )?(thank-you |thank you )card(?! (reader|payment|machine|game|
    account|index|system))
    this card  (this|my) (handwriting|notecard|postcard)  put pen to paper  postage  stamped  envelope
    (I|I've|I have) (enclosed|enclose)  please find enclosed
""")
# A head such as "12 Mill Lane", "London SE1 2AB" or "Springfield, IL 62701".
ADDRESS = re.compile(
    r"^\d+[a-z]? (?:[A-Z][\w'.]+ ){1,4}?(?:St|Street|Ave|Avenue|Road|Rd|Lane|Ln|Drive|Dr|Court|Way|Close"
    r"|Place|Blvd|Boulevard|Square|Terrace|Gardens)\b.*$"
    r"|^.{2,40}\b(?:[A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})$",
    re.MULTILINE,
)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    for sentence in draft.parts.sentences:
        found = BY_POST.search(sentence.text)
        if found:
            place = sentence.part(found.start(), found.end()).span
            yield f"Send it as an email; {quoted(draft.body[slice(*place)])} sounds like post.", place
    greeting = draft.parts.greeting
    found = ADDRESS.search(draft.text, 0, greeting.start) if greeting else None
    if found:
        yield "Begin with the greeting; an email needs no postal address above it.", found.span()


CHECK = Check(
    id="by-email",
    kinds=ONLY_THANK_YOU,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    asks_made=False,
    failing=(
        thank_you({"I look forward": "I put this card in the post on my way home. I look forward"}),
        thank_you({"Dear Helen,": "12 Mill Lane\nLeeds LS1 4AB\n\nDear Helen,"}),
    ),
    passing=(thank_you(), thank_you({"how the new reminder letters may help": "how card payments may help"})),
)
