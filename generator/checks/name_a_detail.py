"""The letter names something that was talked about with this person. Source: Work It Daily, 2020.

Looked for: a sentence about the talk, or about something of theirs, with two words that would not stand after
any other interview; with the interview, words of what was talked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.content import answered, echoes, telling_words
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.interview import ONLY_THANK_YOU

# How a sentence shows that it is about the talk.
TALK = Cues("""
    (enjoy|enjoyed|enjoying|liked|liking|loved|loving)  pleasure  interesting  fascinat~  struck
    (stayed|stays) with me
    (talk|speak|chatt|discuss|hear|learn|see|watch|meet|visit|walk|tour|touch|show|listen|lett|explain|
    describ|shar)ing
    we * (talked|spent|spoke|discussed|covered|touched|got|looked|walked|went|met|chatted|agreed|laughed|saw|
    tried)
    (you|they|he|she) * (said|told|mentioned|described|explained|showed|shown|shared|asked|raised|talked|
    spoke|walked)  (you|they|he|she) * (pointed|brought up|outlined|put it|laid out|gave|let)
    (our|your) * (talk|conversation|discussion|chat|tour|visit|question|story|point|example|
    description|explanation)
    (our|your) * (account|remark|comment|view|idea|plans|plan|advice|thoughts|walk|walkthrough|
    demonstration)  the (tour|story|example|demonstration|walk|walkthrough|visit)
    I * (saw|heard|learned|learnt|noticed|watched|noted|took away|came away|remember|realised|realized)
    I * (didn't know|did not know|keep thinking|kept thinking|can't get over|am still thinking)
    (left|leave|came away|come away|went home|go home|walked out) * (with|thinking|knowing|wanting|wondering)
    (minutes|hours?|morning|afternoon|day) (with|at|in|among|on) (the|your)  been (thinking|reading)
    new to me  to (learn|hear) (that|how|why|about|of|more)  impressed by
""")
# These may be about the talk, in a sentence that does not begin with oneself.
PERHAPS = Cues("""
    (you|they|he|she) * (do|did|have|had|keep|run|use|are|were)  I * (thought|met|can't stop)  you're
    lik(ed|ing)  to (learn|hear|see|know|watch|try)  how  why
""")
# A name, and what its bearer did: "Dr. Obi showed me".
THEY = re.compile(
    r"(?<![\w'-])[A-Z][\w'-]+ "
    r"(?:said|told|mentioned|described|explained|showed|shared|asked|raised|walked|pointed)\b"
)
# What was talked about, said as such: one word of its own is enough.
TALKED_ABOUT = Cues("""
    (talk~|speak~|spoke|chat~|discuss~|hear~|learn~|told me|explain~|describ~) * (about|how|why|that|what)
""")
LEAST_SAID = 4
# Something of theirs: "your rule that …", "your six-bed bays".
THEIRS = re.compile(r"\byour (?:[\w'-]+ ?){1,3}", re.IGNORECASE)
# A sentence that begins with oneself, and is about the way there or home.
ONES_OWN = Cues("""
    I * (pulled|felt|feel|drove|parked|was|talked|told|went home|got home|look forward)  my  I've  I have
    I'd  I would  I am  I'm
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if draft.to and answered(draft.to.detail, "detail", draft):
        return
    if not draft.made and any(_is_detail(one.text, draft) for one in draft.parts.sentences):
        return
    yield f"Name one thing you talked about{f' with {draft.to.name}' if draft.to else ''}.", None


def _is_detail(text: str, draft: Draft) -> bool:
    if draft.to and echoes(draft.to.detail, "detail", text, draft):
        return True
    if any(telling_words(theirs[0], draft) for theirs in THEIRS.finditer(text)):
        return len(telling_words(text, draft)) > 1
    told = None if ONES_OWN.match(text) else TALKED_ABOUT.search(text)
    if told and len(text[told.end() :].split()) >= LEAST_SAID and telling_words(text[told.end() :], draft):
        return True
    about = TALK.search(text) or THEY.search(text) or (None if ONES_OWN.match(text) else PERHAPS.search(text))
    return about is not None and len(telling_words(text[about.start() :], draft)) > 1


THANKS = (
    "Thank you for meeting me on Tuesday, and for letting me sit at the front desk during its busiest hour."
)
VAGUE = {
    "I enjoyed talking about why Mondays are so full, and how the new reminder letters may help. ": (
        "I enjoyed learning more about your company. "
    ),
    THANKS: "",
    "because the people who answer the phones there also plan the rota": (
        "since the bus from my home stops at its front door, and my children went to school in that street"
    ),
}
CHECK = Check(
    id="name-a-detail",
    kinds=ONLY_THANK_YOU,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    failing=(thank_you(VAGUE), thank_you(VAGUE, **met(thankful_for="the chance"))),
    passing=(thank_you(), thank_you(**met()), thank_you({"I enjoyed talking about why": "You told me why"})),
)
