"""The follow-up closes with a forward-looking sentence. Source: Work It Daily, 2020.

Looked for: words that look ahead, in one of the last two sentences before the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import follow_up
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.interview import FOLLOW_UP_KINDS

AHEAD = Cues("""
    (look|looking|looks) * (forward|ahead)  (hope|hoping) * (to|we|we'll|you|that|I|I'll|for)  hopefully
    I hope  fingers crossed  hear(ing)? * (from you|news|more|next|back|how)  until (then|we|our)  see you
    (speak|talk|catch up) soon  soon  before long  next (step|steps|conversation|time|talk)
    (glad|happy|lovely|good|delighted|love|like) * (hear|talk|speak|meet|see you)
    (glad|happy|delighted|love|like) * (come|continue|join|work)  whenever  in touch  what comes next
    one of these days  when you (know|are ready|have)  (speaking|talking|meeting|working) with you
    the chance to (talk|speak|meet|work|join)  your news  from here  continue  resume  pick up where
    would be * (wonderful|lovely|great|good|nice|a joy|a pleasure)  eager for  eagerly  here's hoping
    with luck  (meet|speak|talk) again  curious (to|how|what)
    (trust|believe|sure) * we * (speak|hear|meet|talk)
""")
LAST = 2


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    sentences = [one for one in draft.parts.sentences if not FAREWELL_THANKS.fullmatch(one.text)]
    if not any(AHEAD.search(one.text) for one in sentences[-LAST:]):
        yield "Close with a sentence that looks ahead.", sentences[-1].span if sentences else None


# "Thank you again." may stand between the last sentence and the name.
FAREWELL_THANKS = re.compile(r"(?:many |with )?thank[^.?!]{0,60}[.!]?|p\.? ?s\b.*", re.IGNORECASE | re.DOTALL)
ENDS = "I look forward to hearing from you."
CHECK = Check(
    id="look-forward",
    kinds=FOLLOW_UP_KINDS,
    level="must",
    pages=("follow-up",),
    ask=_ask,
    asks_made=False,
    failing=(
        follow_up({ENDS: "Sorry to take up your day like this."}),
        follow_up({ENDS: "My number has not changed."}),
    ),
    passing=(follow_up(), follow_up({ENDS: "I hope that we can talk again. Thank you once more."})),
)
