"""No clichés. Looked for: the stock phrases below; everybody has read them before.

A company or a product may be called like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.parts import MOST_REMEMBERED
from generator.drafts.plain import quoted
from generator.drafts.typed import typed_names, typed_words
from generator.interview import EVERY_KIND

BEGINNINGS = """
    (I am|I'm) writing * to (express|convey|extend|inform|thank|formally|let you know|reiterate|follow)
    (I am|I'm) writing * in (regard|reference|response)  I write to (express|convey|inform|thank)
    (this|the present) (email|letter|message) is to  to whom it may concern  dear sirs?( (or|and) |/)madam
    dear sirs
    (hope|trust|pray) (that )?(this|my|the) (email|e-mail|message|letter|note|mail) (finds|reaches|
    has found|meets) you
    hope (that )?(you are|you're|all is|everything is|you have been|this finds you) (doing |keeping |
    going )?well
    (would|I'd) like to take (this|the|a) (opportunity|moment)  (please|kindly) (allow|permit) me to
    (?<!\\w\\s)(allow|permit) me to
"""
THANKS = """
    (express|extend|offer|reiterate) my * (gratitude|thanks|appreciation|interest)
    from the bottom of my heart
    (sincere|sincerest|heartfelt|deepest|utmost|profound|warmest) (and ~ )?(gratitude|thanks|appreciation)
    (out of )?your (very |extremely |incredibly )?(busy|hectic|packed) (schedule|day|calendar)
    (valuable|precious) time  (cannot|can't) thank you enough  words cannot express  much obliged
    in advance for your (help|time|consideration)
"""
PRAISE_OF_THEM = """
    esteemed
    (prestigious|renowned|reputable|illustrious|venerable) * (company|organi[sz]ation|institution|firm|
    institute)
    (prestigious|renowned|reputable|illustrious) * (school|university|hospital|establishment|brand|team)
    (industry|market|world)( |-)leading  world( |-)class  best( |-)in( |-)class  cutting( |-)edge
    state( |-)of( |-)the( |-)art
    (dynamic|fast-paced|fast paced|vibrant|thriving) (and ~ )?(environment|team|company|organi[sz]ation|
    workplace|culture)
    (mission|values|vision) * (resonates?|aligns?)  resonated? (deeply|strongly|with me)
"""
PRAISE_OF_ONESELF = """
    leverag(e|es|ed|ing)  hit(ting)? the ground running  team( |-)player  go-getter  self( |-)starter
    people person  (results?|detail|goal|solutions?)( |-)(driven|oriented|orientated)
    (hard-?working|hard working) (and|individual|professional)  hard worker
    (highly|self|very|extremely)( |-)motivated  proven track record  track record of (success|excellence)
    wealth of (experience|knowledge)  (valuable|great|tremendous|huge|invaluable|excellent) asset
    asset to (your|the)  add(ing|ed)? value  value-add(ed)?  (perfect|ideal) (fit|match|candidate)
    (skill ?set|skills|experience|background|values|qualifications) (and ~ )?(perfectly |closely |
    well )?align(s|ed)?
    aligns? (perfectly |closely |well )?with (my|your)  unique (blend|combination|set|skill ?set|mix)
    (strong|excellent|outstanding|superb) * (communication|interpersonal|organi[sz]ational|
    leadership) skills
    core competenc(y|ies)  wear(ing)? many hats  (110|120|150|200) ?(%|percent)  give it my all
    bring(ing)? to the table  to the next level  passion(ate)? for excellence  works? well under pressure
    thrives? (in|under) * (environments?|pressure)  (deeply|extremely|incredibly) passionate
    dream (job|company|role|position|opportunity)  once( |-)in( |-)a( |-)lifetime
"""
OFFICE_TALK = """
    pick(ing)? your brains?  synerg(y|ies|istic|ise|ize)  (think|thinks|thinking) outside (of )?the box
    outside-the-box  mov(e|es|ing) the needle  game( |-)?chang(er|ers|ing)  low( |-)hanging fruit  win-win
    deep( |-)dive  paradigm shift  thought leader(ship)?  next-level  rock ?star  ninja  guru
    value proposition  actionable  best practices  moving forward
"""
ENDINGS = """
    (do not|don't|never) hesitate  at your (earliest|soonest) convenience  rest assured  utmost
    kindly (revert|advise|find|note)
    (as )?per (our|your) (conversation|discussion|request|interview|email|call|meeting)
    please find (attached|enclosed)  invaluable (insights?|experience|opportunity)
    I remain,? (yours|sincerely)
"""
CLICHE = Cues(BEGINNINGS, THANKS, PRAISE_OF_THEM, PRAISE_OF_ONESELF, OFFICE_TALK, ENDINGS)
# Behind it nothing goes on that was begun before.
CLOSED_LINE = re.compile(r"[.?!]\n")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    found = list(_cliches(draft.text))
    if not found:
        return
    names = f"{typed_names(draft.interview)}\n{draft.interview.role if draft.interview else ''}".lower()
    phrases = typed_words(draft.interview)
    for start, end in found:
        said = draft.text[start:end]
        if said.lower() in names or (said in phrases and said.istitle() and " " in said):
            continue
        yield f"Say {quoted(draft.body[start:end])} in your own words, or leave it out.", (start, end)


def _cliches(text: str) -> Iterator[Span]:
    begins = 0
    for ends in (*(found.end() for found in CLOSED_LINE.finditer(text)), len(text)):
        for start, end in _cliches_in(text[begins:ends]):
            yield begins + start, begins + end
        begins = ends


@lru_cache(maxsize=MOST_REMEMBERED)
def _cliches_in(lines: str) -> tuple[Span, ...]:
    return tuple(found.span() for found in CLICHE.each(lines))


FIT = "I would bring six years of booking patients"
CHECK = Check(
    id="own-words",
    kinds=EVERY_KIND,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({"Thank you for meeting": "I am writing to express my gratitude. Thank you for meeting"}),
        thank_you({"at Harbour Clinic": "at your esteemed organisation"}),
        thank_you({FIT: "I would leverage my skills and six years of booking patients"}),
        thank_you({FIT: f"I would love to pick your brain. {FIT}"}),
    ),
    passing=(
        thank_you(),
        thank_you({FIT: f"The training would allow me to start at once. {FIT}"}),
        thank_you({"Harbour Clinic": "Rest Assured"}, **met(company="Rest Assured")),
        thank_you({FIT: f"{FIT} with Best Practices"}, **met(fit="six years of booking with Best Practices")),
    ),
)
