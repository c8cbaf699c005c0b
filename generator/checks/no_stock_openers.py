"""No stock openers in a follow-up. Sources: career-ops, Georgetown.

Looked for: the openers below, anywhere in the letter and in its subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import plain, quoted
from generator.interview import FOLLOW_UP_KINDS

# Said by the person who writes: "how you follow up missed calls" is a thing that was talked about.
OPENER = Cues("""
    checking (back )?in(?! (desk|counter|guests|patients|staff|at|for the flight))
    (just|quickly|only|simply|I|I'd|I'll|wanted to|like to|wish to|thought to) check (back )?in
    (quick|friendly|little|short) check-in  check(ing)? (back|up)( on| with| in)?  checking to see
    check(ing)? (on|about) (the |my )?(status|progress|application)  wanted to check (on|whether|if|where|up)

    (just|simply|only|quickly|briefly) follow(ing)?( |-)?up
    (I am|I'm|am|I was|writing to|wanted to|like to|emailing to|wish to) (just |quickly )?follow(ing)?( |-)?up
    (thought I'd|thought I would|I'd|I will|I'll) (just |quickly |briefly )?follow( |-)?up
    following up (on|about|with|regarding|to|after|from)  to follow up (on|about|with|regarding)
    (quick|short|brief|friendly|gentle|little) follow( |-)?up

    touch(ing)? base  circl(e|ing) (back|around)  loop(ing)? back  reconnect(ing)? (on|about|regarding)
    reach(ing)? out to (see|ask|check|find|learn)  see where (things|we|I|you) (are|stand)

    (gentle|friendly|quick|little|small|kind|polite) (reminder|nudge|ping|bump)  nudg(e|ing) (you|this|my)
    (bump|bumping|float|floating|push|pushing|move|moving|bring|bringing) this  ping(ing)? you
    resurfac(e|ing)  (to|at|on) the top of your inbox  (on|onto) your radar  stay(ing)? top of mind
    in case (you|my (last )?(email|message)|this|it) (missed|got (lost|buried)|slipped)

    (see|know|ask|find out|hear|wondering|enquire|inquire) (if|whether) (there|you) * (updates?|news|progress)
    (about|on|of|regarding|know) (the|my) (current )?(status|progress|state) of * (application|process)
    (about|on|of|regarding|know) (the|my) (current )?(status|progress|state) of * (hiring|position|job|role)
    status update  (is there|are there|have you|do you have) any (updates?|news)
    any (updates?|news) (yet|on|about|regarding|from)
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    in_subject = OPENER.search(plain(draft.subject)) or IN_SUBJECT.search(draft.subject)
    if in_subject:
        yield f"Take {quoted(draft.subject[slice(*in_subject.span())])} out of the subject.", None
    for sentence in draft.parts.sentences:
        found = OPENER.search(sentence.text)
        if found:
            place = sentence.clause(found.start(), found.end()).span
            yield f"Begin with something true, in place of {quoted(draft.body[slice(*place)])}.", place


IN_SUBJECT = Cues("following( |-)up  follow( |-)up  checking in")
THANKS = "Thank you again for meeting me"
CHECK = Check(
    id="no-stock-openers",
    kinds=FOLLOW_UP_KINDS,
    level="should",
    pages=("follow-up",),
    ask=_ask,
    asks_made=False,
    failing=(
        follow_up({THANKS: f"I'm just checking in on my application. {THANKS}"}),
        follow_up({THANKS: f"I wanted to follow up on our talk. {THANKS}"}),
        follow_up({THANKS: f"Touching base once more. {THANKS}"}),
        follow_up({"Re: Thank you: ": "Re: Circling back: "}),
    ),
    passing=(follow_up(), follow_up({THANKS: f"We talked about how you follow up missed calls. {THANKS}"})),
)
