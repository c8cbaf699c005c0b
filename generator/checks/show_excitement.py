"""Every letter says that the person would like to work there. Source: Work It Daily, 2020.

Looked for: the words of somebody who wants the job, in a thank-you behind its first sentence. "Interested"
alone is not among them, nor is being glad to send papers or to have met.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up, met, thank_you
from generator.checks.rule import Check
from generator.drafts.content import answered
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.interview import FOLLOW_UP_KINDS, THANK_YOU_KINDS

EXCITED = Cues("""
    excit(ed|es|ing|ement|edly)  thrill(ed|s|ing)  eager(ly|ness)?  enthus~  keen(er|ly)?
    (can't|cannot) wait  stoked  pumped  fired up  buzzing  psyched  over the moon  overjoyed  chuffed
    ecstatic  raring  itching  elated  jazzed  hooked  hyped  energi[sz]ed  heart (is )?set  dying to
    dream of  no doubt  inspired  grin~  good mood  stuck in my head
    more (interested|certain|sure|convinced|determined)  strong interest
    can't stop (thinking|smiling|telling)  nothing * (please|like|rather|better|more)  taken with
    (very|really|deeply|genuinely|extremely|highly|so|truly|most|keenly|strongly) (much )?interested
    exactly what I * looking for  mean~ the world  over any other  motivated to
    right (place|job|role|work) for me  see myself  where I * want to
    (fascinat|delight|thrill|tempt|attract)~ me  appeals to me  stopped thinking  always wanted
    (have|I've) wanted to  count me in  the one you (choose|pick)  fancy (this|it|the|working|a)
    up for (it|this|the)  (I would|I'd) (choose|pick|say yes|accept|sign)  all in
    right up my (street|alley)  made for me  my kind of (place|work|people|job|team)
    suit(s)? me (well|perfectly|to the ground|down)  drawn to  can imagine (myself|working)
    picture myself  feel(s)? (right|at home)  where I belong  it will work out  it works out  wild about
    crazy about  mad about  made up my mind  first choice  top of my list  in love with  fallen for
    hungry for  there in a heartbeat  in a heartbeat  tempt(ed|ing)  longing to  long to
    would give (a lot|anything|much)  burning to  captivated  passion for
    (idea|thought|prospect) of ~ing(?! (you|again|from))  sooner work  heart is in  want it  want this
    very willing  (I would|I'd|would) (start tomorrow|get up|move|happily)  I'd take the
    hope~ to get (it|the job|this)  in a good way
""")
GLAD = (
    "happy|happier|happiness|glad|gladly|delight~|joy~|honou?r~|pleasure|pleased|privilege~|proud|"
    "wonderful|lovely|love|jump|brilliant|fantastic|great|amazing|marvell?ous|dream|lucky|"
    "like (very much )?to|like this|like nothing"
)
WANT = "want|wanting|wanted|wish|hope|hoping|like|love|forward"
# Gladness counts where it is about what may come: "I would be glad to join", "it makes me happy".
TO_COME = Cues(f"""
    (would|I'd|it'd|that'd|could|should|will|I'll) ... ({GLAD})
    (thought|idea|prospect|chance|possibility) ... makes? ... ({GLAD})
    ({GLAD}) ... (if I (could|can|were|get|got)|to be (chosen|asked|offered|part|one))
    ({WANT}) * (work|working|join|joining|be part|being part|be there|do this|do it|take|stay|start|
    starting|teach|build|come|help build|look after|serve)
    ({WANT}) * (get this|role|job|contribut~|chance|position|place)
    (job|place|role|work|team|position) (that )?I * want
    forward to the (possibility|prospect|chance|idea)  can't think of * place  cannot think of * place
""")
# What anybody is glad to do, what one was glad of before, and what others are.
MEET = (
    "meet|have met|speak|talk|interview|hear|learn (more|about|that|of|how)|know|"
    "see(?! (out|through|myself))|come in|receive|read|"
    "thank|say (that|thank)|be considered|be interviewed|be invited"
)
SEND = (
    "send|provide|answer|discuss|share|supply|bring the|come back|continue|clarify|chat|be in touch|"
    "call|reply|show|let|do so|explain|wait|tell|give|check|follow|forward|offer|arrange|visit|catch|"
    "help(?= with| in| out| you| if|[.,!?]|$)"
)
COURTESY = Cues(f"""
    (excited|eager|keen|thrilled|stoked|pumped|{GLAD}|hope|want|happily),? * (to|and) ({MEET})([^.?!,;]*)
    ({GLAD}|hope|want|happily),? * (to|and) ((gladly|also|then) )?({SEND})([^.?!,;]*)
    (you|they|he|she|team|everyone|everybody|people|~s) (are|is|were|was|feel|felt|seem|seemed|
    sounded) * (excited|thrilled)
    (you|they|he|she|team|everyone|everybody|people) (are|is|were|was|feel|felt|seem|seemed|
    sounded) * (keen|happy|proud|glad)  your * (enthusiasm|excitement)
    (would|I'd) like to (thank|say|express|know|ask|take this)
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    known = draft.interview
    if known and answered(known.excited_about, "excited_about", draft):
        return
    later = draft.parts.sentences[1:] if draft.kind in THANK_YOU_KINDS else draft.parts.sentences
    if not draft.made and any(_is_excited(one.text) for one in later):
        return
    yield "Say what you are excited about.", None


def _is_excited(text: str) -> bool:
    text = COURTESY.left_out(text)
    return bool(EXCITED.search(text) or TO_COME.search(text))


CALM = {
    "I'm excited about the chance to work with you all. ": "I remain interested in any suitable position. "
}
STILL = {"I'm still excited about the chance to work at Harbour Clinic.": "It was good to see the clinic."}
CHECK = Check(
    id="show-excitement",
    kinds=THANK_YOU_KINDS | FOLLOW_UP_KINDS,
    level="must",
    pages=("thank-you", "follow-up"),
    ask=_ask,
    failing=(thank_you(CALM), thank_you(CALM, **met()), follow_up(STILL), follow_up(STILL, **met())),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({"I'm excited about the chance": "I would love"}),
        follow_up({"I'm still excited about the chance": "I would still be glad"}),
        follow_up(**met()),
    ),
)
