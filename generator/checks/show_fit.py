"""Near the end, the letter says again what the person would bring. Source: Work It Daily, 2020.

Looked for: a sentence about the person's own work, with a length of time or with two words that would not
stand in any other letter. Where in the letter it stands is for the reader to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.content import answered, echoes, telling_words
from generator.drafts.cues import Cues, word_list
from generator.drafts.draft import Draft, Span
from generator.interview import THANK_YOU_KINDS

# What people say that they do or did at work.
DID = (
    "led|run|ran|built|build|managed?|designed|taught|teach|handled?|wrote|written|trained|set up|"
    "helped|spent|worked?|cut|grew|grown|looked? after|organi[sz]ed?|planned|launched|introduced|"
    "supported|delivered|coordinated?|reduced|improved|moved|did|done|used|kept|keep|held|hold|owned?|"
    "own|audit|audited|clipped|closed|sold|sell|fixed|repaired|served?|cooked|cared|nursed|supervised?|"
    "analy[sz]ed?|prepared?|completed|drove|driven|drive|opened|made|make|raised|won|earned|passed|"
    "qualified|volunteered|translated?|edited|published|coded|tested|shipped|hired|mentored|coached|"
    "welded|drawn|brought|bring|know|speak|carry|clean|studied|graduated|covered|processed|produced|"
    "founded|started|took over|turned|saved|doubled|halved|(learned|learnt) (to|how)|cop(e|ed) with|"
    "dealt with|negotiated|sat at|answered|painted|sewn|baked|installed|maintained|operated|assembled|"
    "packed|loaded|recruited|advised|represented|interpreted|rebuilt|rewrote|oversaw|overseen|bound|sewed|rode|flew|caught|dug|laid|swum|fought"
)
# Any other verb in the past will do, but for what people do at an interview.
NOT_WORK = (
    "enjoyed|liked|loved|learned|talked|discussed|wanted|hoped|noticed|stayed|appreciated|arrived|walked|pulled|parked|"
    "laughed|asked|looked|tried|thanked|interviewed|applied|listened|watched|visited|toured|seemed|decided|realised|"
    "realized|remembered|stopped|received|promised|wondered|smiled|cried|believed|dreamed|missed|expected|mentioned|"
    "explained|felt|need|feed|agreed|valued|admired|checked|called|emailed|shared|waited|needed|intended|headed|returned"
)
BRINGS = Cues(f"""
    (I|I've|I have) (?!been|({NOT_WORK})( |,))((also|now|still|once|twice|personally|recently) )?(~ed)
    (I|I've|I have) (?!been)((also|now|still|both|always|then|already|just|currently|since|even|once|
    twice|myself|personally) )?({DID})(?! not)  and ({DID})
    (I'd|I would|I could|I can|I will|I'll|I should|let me) * (bring|offer|contribute|help|add|put|use|
    apply|give|start|begin)
    (I'd|I would|I could|I can|I will|I'll|I should|let me) * (build|make|teach|lead|run|carry|clean|
    speak|write|take over)
    (I've|I have|I hold|I had) (got )?(a|an|my|the|two|three|four|five|six|[0-9]+|some|both|every)
    (I've|I have) ((also|now|always|already) )?been (a|an|in|with|at|working|teaching|running|leading|
    building|responsible)
    I can (also |still |even )?(?!(see|understand|imagine|only|hardly|say|tell|think|hear|feel|picture|
    assure|be|come|wait|get|recall|remember)( |,))~
    my * (experience|background|training|years|work|skills?|time|knowledge|degree|practice|record|
    projects?|team|career)
    my * (studies|apprenticeship|internship|job|class|licence|license|certificates?)
    (in|at|from|during|after|through) my * (role|job|position|post|company|employer|placement|firm|school)
    from my side  this (discipline|habit|skill|patience)  right person  as (a|an) * I
""")
# What says it with one word.
I_AM = Cues("""
    (I'm|I am|as) (a|an) (certified|trained|qualified|licensed|registered|chartered|former|experienced|
    native|keen)  way around  (somebody|someone|a person) who (has|have|can|knows)
    my (thesis|dissertation|diploma|degree|final project|certificate)
    (I'm|I am) (fluent|used to|good at|trained|qualified|certified|licensed|at home)
""")
# "Eleven years of welding" speaks for itself.
NUMBERS = (
    "[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|(twenty|thirty|forty|fifty|sixty)(( |-)~)?|several|many|couple of|few"
)
HOW_LONG = Cues(f"({NUMBERS})( ~)? (years?|summers|winters|seasons?|harvests|terms|months)  decades?")
# A first person who did it, or nobody named; not the company or a friend.
ONES_OWN = re.compile(r"\b(?:I|me|my|mine)\b|^(?!you|your|the|that|it)", re.IGNORECASE)
# Praise of oneself is no fact.
PRAISE = word_list("""
    hardworking diligent enthusiastic punctual trustworthy organised organized quickly learner learn adaptable
    ambitious creative honest loyal smart team-player player sure doubt detail-oriented results-driven
    self-starter everything excellently fast
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    known = draft.interview
    if known and answered(known.fit, "fit", draft):
        return
    if not draft.made and any(_is_fact(one.text, draft) for one in draft.parts.sentences):
        return
    yield "Say what you would bring, near the end.", None


def _is_fact(text: str, draft: Draft) -> bool:
    if draft.interview and echoes(draft.interview.fit, "fit", text, draft):
        return True
    own = telling_words(text, draft) - PRAISE
    if own and ((HOW_LONG.search(text) and ONES_OWN.search(text)) or I_AM.search(text)):
        return True
    return bool(BRINGS.search(text)) and len(own) > 1


WEAK = {
    "I would bring six years of booking patients at two dental practices, most of it by phone.": (
        "I am sure that I am right for what you are looking for, and that I would do well with you all."
    )
}
CHECK = Check(
    id="show-fit",
    kinds=THANK_YOU_KINDS,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    failing=(thank_you(WEAK), thank_you(WEAK, **met())),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({"I would bring six years of booking": "In my last job I spent six years booking"}),
    ),
)
