"""The follow-up asks whether there is anything else they need. Source: Work It Daily, 2020.

Looked for: something that is offered or asked about, beside a word of needing, sending or helping.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.interview import ONLY_FOLLOW_UP

MORE = (
    "need|needed|useful|help|helpful|send|provide|supply|share|show|like|from me|missing|add|want|"
    "require|further|more|after"
)
PAPERS = (
    "information|details?|documents?|references?|referees?|papers|materials?|questions?|samples?|"
    "examples?|paperwork|certificates?|portfolio|forms?|copies|copy|work"
)
GIVE = (
    "send|provide|supply|share|bring|forward|show|answer|help|offer|get you|arrange|organi[sz]e|come in|"
    "come by|come back|clarify|put you"
)
OFFER = Cues(f"""
    (anything|something|whatever|what|whatever's)( else)? * ({MORE})  anything further
    (any|further|additional|more|other|extra|some|another) * ({PAPERS})
    (can|could|may|should|shall) I * ({GIVE}|add)  (need|want|like|require|wish) * from me
    (glad|happy|pleased|ready|gladly|delighted|easy) * ({GIVE})
    I( can|'ll|'d| could| will| would| shall| may) * ({GIVE})
    if * (can|need|want|like|wish|helps?|useful|handy) * ({GIVE}|more(?! time)|else|from me|ask|know)
    (if|when) you ... (need|want|like|wish) ... I (bring|send|show|come|write|call|have (it|them))
    (say the word|need only say|only have to (ask|say)|just (say|ask|shout|tell me)|please (ask|say|
    tell me)|tell me and)  (if|would|should) ... (help|helps|helpful|useful|of use|handy|welcome)
    (give me a|just) (shout|call|ring|nudge)  whatever else  at your disposal
    should you (need|wish|want|require|like)  know if you need  (need|want) anything
    (want|like|need) me to ({GIVE}|come|do|add|try)
    (if you'd|if you would|would you) like  a gap  in case (it|they|that|these|those) (help|helps)
    I'd gladly  I would gladly  feel free to (ask|call|write)
""")
# Asking for news is not offering anything.
NOT_AN_OFFER = Cues("""
    any( further| more| other)? (news|updates?|decisions?|feedback|information (about|on|regarding) (the|
    your))  if (there is|there's|there are|you have) (any|an|some) * (news|updates?|decision|progress)
    (an|any) update  (more|further|additional) information (about|on|regarding) (the|your|my)
    what (the|your|happens|is|are) * (next|steps)
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if not any(OFFER.search(NOT_AN_OFFER.left_out(one.text)) for one in draft.parts.sentences):
        yield "Ask whether there is anything else they need from you.", None


ASKED = "Is there anything else you need from me? I would be glad to send it."
CHECK = Check(
    id="offer-more",
    kinds=ONLY_FOLLOW_UP,
    level="must",
    pages=("follow-up",),
    ask=_ask,
    asks_made=False,
    failing=(
        follow_up({ASKED: "I know that these decisions take time, and I am patient."}),
        follow_up({ASKED: "I would love to see more information about the role, and about your clinic."}),
    ),
    passing=(
        follow_up(),
        follow_up({ASKED: "If a reference would help you decide, I can send one the same day."}),
    ),
)
