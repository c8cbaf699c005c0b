"""Not just "thank you": the letter says what for. Source: Work It Daily, 2020.

Looked for: a sentence of thanks with a word in it that would not stand after any other interview, or one that
thanks for what the sentence before or behind it says.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.content import answered, telling_words
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.interview import THANK_YOU_KINDS

THANKS = Cues("""
    thank~  (cheers|ta) (for|to)  a (real |rare |great |proper |true |special )?(treat|gift|privilege)
    grateful~  gratitude  appreciat~  indebted  obliged
    (mean|meant) (so much|very much|a great deal|a good deal|a lot)
    glad (of|for|that|to have|you|because|I)
    (kind|generous|good|thoughtful|nice|decent|lovely|big) of (you|them|the|everyone)
    your (kindness|generosity|patience|openness|candour|candor|honesty|frankness)
""")
# "Thank you for that": the reason stands before.
BACKWARDS = Cues("for (this|that|which|it|all of it|both|these|those)")
# "Thank you for today. You explained …": it follows.
FORWARDS = Cues("you")
# Warm words that are a reason, though they could stand in another letter too.
REASON = Cues("welcom(e|ing|ed)  kindness  honest(y)?  explain(ed|ing)  patience  show(ing|ed)")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    known = draft.interview
    if known and answered(known.thankful_for, "thankful_for", draft):
        return
    if not draft.made and _has_a_reason(draft):
        return
    thanks = next((one.span for one in draft.parts.sentences if THANKS.search(one.text)), None)
    yield "Say what you are thankful for, so that the thanks are for something.", thanks


def _has_a_reason(draft: Draft) -> bool:
    said = [sentence.text for sentence in draft.parts.sentences]
    greeting = draft.parts.greeting.text if draft.parts.greeting else ""
    # "Hi Dana and thank you," is thanks for what comes first.
    if said and THANKS.search(greeting):
        said[0] = f"{greeting} {said[0]}"
    for before, text, behind in zip(["", *said], said, [*said[1:], ""], strict=False):
        if THANKS.search(text):
            told = [text, before if BACKWARDS.search(text) else "", behind if FORWARDS.match(behind) else ""]
            if telling_words(THANKS.left_out(" ".join(told)), draft) or REASON.search(" ".join(told)):
                return True
    return False


WITHOUT = {
    ", and for letting me sit at the front desk during its busiest hour": "",
    "I'm thankful for the chance to interview at Harbour Clinic, because": "I saw that",
}
GENERAL = {"Thank you for meeting me": "Thank you so much for the great opportunity to interview"}
CHECK = Check(
    id="say-why",
    kinds=THANK_YOU_KINDS,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    failing=(thank_you(WITHOUT), thank_you(WITHOUT, **met()), thank_you({**WITHOUT, **GENERAL})),
    passing=(thank_you(), thank_you(**met()), thank_you({"Thank you for": "I appreciate you"})),
)
