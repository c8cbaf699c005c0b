"""The people who were met are named. Source: Work It Daily, 2020.

Looked for: a name in the greeting, and names where "the team" or "your colleagues" were met or are thanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.drafts.whom import greeted_names, is_named
from generator.interview import ONLY_THANK_YOU

SOME = (
    "team|staff|panel|colleagues|co-workers|coworkers|group|crew|others|people|interviewers|managers|"
    "engineers|nurses|teachers"
)
VAGUE = Cues(f"""
    (the )?(rest|whole|others?|members?) of (the|your) * (team|panel|staff|group|department|office|crew|
    company)
    (the|your) (whole |entire |other |wider |lovely |great |wonderful )?({SOME})
    (a few|some|several|many|two|three|four|five) (other |of the |of your )* ({SOME})
    every(one|body)( else)?  all of (you|them)
""")
MET = Cues("""
    met  meet  meeting  introduc~  say(ing)? hello  shook
    (pass|send|give|convey|extend|say) * (thanks|thank you|regards|best wishes|gratitude|love) * to
    (thank|thanks to) * (team|staff|panel|colleagues|rest|others|everyone|everybody|people|group|crew)
""")
# A capital inside a sentence, where somebody may be named.
A_NAME = re.compile(r"(?<=[\w,;:] )(?!I\b)[^\W\d_a-z][\w'-]+")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    greeting = draft.parts.greeting
    if not greeted_names(draft) and not (draft.to and greeting and is_named(draft.to.name, greeting.text)):
        who = f"Greet {draft.to.name} by name." if draft.to and draft.to.name else "Greet the person by name."
        yield who, greeting.span if greeting else None
    if draft.made:
        return
    others = [one for one in draft.interview.interviewers if one != draft.to] if draft.interview else []
    if any(is_named(one.name, draft.text) for one in others):
        return
    for sentence in draft.parts.sentences:
        vague = VAGUE.search(sentence.text) if MET.search(sentence.text) else None
        if vague and not A_NAME.search(sentence.text):
            place = sentence.part(vague.start(), vague.end()).span
            yield f"Name the people you met, in place of {quoted(draft.body[slice(*place)])}.", place


TEAM = {"It was good to meet Aisha Khan and Tom Reyes as well.": "Please thank the rest of the team."}
CHECK = Check(
    id="name-people",
    kinds=ONLY_THANK_YOU,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you(TEAM),
        thank_you(TEAM, **met()),
        thank_you({"Dear Helen,": "Dear Hiring Manager,"}),
        thank_you({"Dear Helen,": "Hi there,"}, **met()),
    ),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({"It was good to meet Aisha Khan": "It was good to meet the team, Aisha Khan"}),
    ),
)
