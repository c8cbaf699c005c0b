"""Enthusiasm without pressure; a second follow-up only with something new.

Sources: Work It Daily, 2020; careery, impactinterview.

Looked for: words that press, complain or count the days, more than one way to reach them, and in a second
follow-up what has happened since.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up, met
from generator.checks.rule import Check
from generator.drafts.content import answered
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.interview import FOLLOW_UP_KINDS

PRESSING = Cues("""
    (have|has|had) (you|a decision|the decision|anyone) * (decided|made|reached|chosen|hired|filled|
    come to)  have you had (a|the) chance
    (when|how soon|how long) (will|can|do|are|is|might|should|until)
    (have|I've|has|had) (still )?(not|yet to|never) * (heard|hear|received|got|gotten|had)
    (haven't|hasn't|hadn't) * (heard|received|got|had)  still (waiting|not heard|haven't)
    (am|I'm|been) (still )?waiting(?! (tables|at|on tables|staff))  the wait (is|has|was)
    need (an answer|to know|a reply|a decision|to hear)(?! (how|what|who|you|that|of|about|why|where))
    (have|got) to know (by|before|soon|now|if|whether)
    (let (me|us) know|tell me|get back to me|like to (hear|know)) * (by|before) (the )?(end of|this|next|
    tomorrow|noon|
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|[0-9]+)
    (please|kindly) * (reply|respond|answer|get back|advise)
    (please|kindly) * confirm (receipt|my|the (status|date|decision|outcome)|whether|if|(that )?(you|I))
    did (I|you) get (it|the (job|role|position|place|post)|chosen|picked|in|my * (email|message|letter|note))
    (have|am|was|is|has) (I|it) * (got (it|the|this)|been (chosen|selected|rejected)|chosen|selected|rejected|
    successful|still (in|a candidate|open))  who got (it|the)
    please (update me|let me know (today|asap|by|as soon|immediately|urgently|right away|(your|
    the) decision|if I (got|have)))  please let me know (where|when|how|what (the|your)|whether (I|you))
    (reply|answer|respond|know|hear|back|decision|decide|update|response|touch) * as soon as possible  asap
    at your earliest  (is|it's|rather|quite|very|somewhat|most) urgent  urgent (reply|answer|response|matter)
    urgently (need|await|require|ask|request|wait)~  immediate(ly)? (reply|response|answer)
    prompt (reply|response)  (third|fourth|fifth) (time|email|e-mail|message|note|letter)
    several (times|emails|messages)  again and again
    (sent|left|written|made|tried) (you )?(many|two|three|four|five|multiple|other|several) * (emails|
    messages|voicemails|calls)
    my * (previous|earlier|last|other|two|three|unanswered) (emails?|messages?|voicemails?|calls?)
    (been|being|feel|felt|am|I'm|was|be) ignored  ignoring (me|my|this|us)
    (am|I'm|was|been|is|it's|bit|little|quite|rather|very|but|so|my|find|feel|get|getting) disappoint(ed|ing|
    ment)
    (am|I'm|was|been|is|it's|bit|little|quite|rather|very|but|so|my|find|feel|get|getting) frustrat(ed|ing|
    ion)
    concerned that  unprofessional  unacceptable  (is|it's|find|seems|feels|quite|rather|a bit|a little) rude
    (the|this) silence (is|was|has|since|from|on|makes|worries|hurts)  radio silence
    (your|this|total|complete|long) silence  silence (since|from|on your)
    (left|leave|leaving) (me )?(in the dark|hanging)  ghost(ed|ing)  gone quiet
    no (answer|reply|response|word) (yet|so far|since|back|from (you|anyone|your))
    surprised (that|not|to have not)
    sorry (to|for) * (bother|bothering|disturb~|pester~|trouble|nag)  (bother|pester|nag|bug) you
    other (job )?offers?  another (job )?offer  competing offers?  my other options
    my (own )?deadline  deadline (to|for) * (answer|decide|accept|reply|offer)
    (a|another|their) deadline (from|with|of|by|on)
    (also|already|then|tried|and) * (called|calling|rang|ringing|phoned|phoning|texted|messaged|
    whatsapp~)  (left|leave|sent|send|tried|several|two|three|another) * (voicemails?|voice messages?)
    left * messages?  my (last |first |second )?voicemails?(?! (greeting|box|number))
    (also|message|messaged|write|written|wrote|added|add|contact~|reach~|sent|send|request|note|find|
    found) * (on|
    via|over|through) linkedin
    (call|phone|ring|stop by|drop in|drop by|come by|visit|passing) (you|your|the|at) * (tomorrow|again|
    next week)  (call|phone|ring|stop by|drop in|drop by|come by) * if I (don't|do not)
    if I (don't|do not) hear  (what is|what's) taking  taking so long  messaged you
    (nobody|no one|no-one) * (replies|replied|answers|answered|responds|responded)  heard nothing
    keep (writing|calling|trying|emailing)
""")
# How a second letter says that something is new.
DONE = (
    "finished|completed|passed|started|begun|began|been|written|wrote|built|published|earned|won|put|made|received|"
    "learned|learnt|taken|took|moved|joined|become|became|added|updated|sat|led|agreed|had|done|did|got"
)
NEWS = Cues(f"""
    since ... I ... ({DONE})  (I've|I have) (now |just |also |since )?({DONE})  just ({DONE})
    I * (passed|finished|completed)  and passed
    I ({DONE}|sat) * on (mon|tues|wednes|thurs|fri|satur|sun)day  recently  in the meantime  meanwhile
    new  news  newly  attached  update  one change  (has|have) changed
    (this|last) (week|month|weekend|~day) I  on (mon|tues|wednes|thurs|fri|satur|sun)day I
    now * (have|hold|free|able|available|certified)  (I am|I'm) now
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    for sentence in () if draft.made else draft.parts.sentences:
        found = PRESSING.search(sentence.text)
        if found:
            place = sentence.clause(found.start(), found.end()).span
            yield f"Leave out {quoted(draft.body[slice(*place)])}; it reads as pressure.", place
    if draft.kind == "second-follow-up" and not _has_news(draft):
        yield "Say something new, or let it go: a second letter needs news in it.", None


def _has_news(draft: Draft) -> bool:
    if draft.interview and answered(draft.interview.news, "news", draft):
        return True
    return not draft.made and any(NEWS.search(one.text) for one in draft.parts.sentences)


ENDS = "I look forward to hearing from you."
NEW = "Since we spoke, I have finished the course on booking systems."
CHECK = Check(
    id="do-not-annoy",
    kinds=FOLLOW_UP_KINDS,
    level="should",
    pages=("follow-up",),
    ask=_ask,
    failing=(
        follow_up({ENDS: f"Have you made a decision yet? {ENDS}"}),
        follow_up({ENDS: f"I also left you a message on LinkedIn. {ENDS}"}),
        follow_up(kind="second-follow-up"),
        follow_up(kind="second-follow-up", **met()),
    ),
    passing=(
        follow_up(),
        follow_up({ENDS: f"{NEW} {ENDS}"}, kind="second-follow-up"),
        follow_up(
            {ENDS: f"My course on booking systems is done. {ENDS}"},
            kind="second-follow-up",
            **met(news="my course on booking systems is done"),
        ),
    ),
)
