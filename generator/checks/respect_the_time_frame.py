"""If they gave a time frame, no follow-up before it has passed. Source: Work It Daily, 2020.

Looked for: the time, where it is known; else words that say that the letter comes before the time they named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.checks.examples import at, follow_up, met
from generator.checks.rule import Check
from generator.drafts.ago import days_since
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.interview import ONLY_FOLLOW_UP
from generator.schedule import Step, steps
from generator.words import full_day, not_before

SAID = "said|told|mentioned|indicated|expected|hoped|planned|thought|wrote|promised|suggested|estimated|asked"
A_TIME = "by|within|in|until|till|before|after|on|week|weeks|days?|month|next|the end of|about"
# Their words about time, in the letter.
GIVEN = Cues(f"""
    (you|they|she|he|you'd) (had |have )?({SAID}) ... ({A_TIME})
    (was|were|been) told (to|that|I) ... ({A_TIME})
    (time ?frame|time ?line|deadline|date) (that )?(you|they|we) (gave|named|mentioned|set|agreed|had)
""")
THEIR_NEWS = (
    "decide|decision|hear anything|hear|answer|reply|news|in touch|back to (me|us|everyone)|know more|"
    "said|told|mentioned|let (me|us|everyone) know"
)
ALTHOUGH = (
    "I know|I realise|I realize|I understand|I appreciate|I am aware|I'm aware|I remember|although|"
    "even though|though|while|despite"
)
NOT_YET = "until|till|by|within|before|next|end of|after|another|not|nobody"
STILL = "but|yet|I (wanted|thought|hoped|was hoping|could|couldn't|would)|still|could you|can you|any"
# Words of somebody who writes too early, and knows it.
EARLY = Cues(f"""
    ({ALTHOUGH}) ... ({THEIR_NEWS}) ... ({NOT_YET}) ... ({STILL})
    (it is|it's|this is|that is|that's|we are|I am|I'm) * (early|ahead of|before (the|you|your)|sooner than)
    (ahead of|before|earlier than|sooner than) (the )?(date|day|time frame|timeline|deadline) (you|they|that)
    (ahead of|before|earlier than|sooner than) you (said|told|mentioned|asked|promised)
    (couldn't|could not) wait  (can't|cannot) wait (until|till|for) (the|your|then|that)
    you (had |have )?(said|told me|mentioned|asked) ... ,? but (I|could|can|is|have|has)  today is only
""")
# Nothing early about it: the time has come and gone.
PASSED = Cues("""
    (has|have) (now )?(passed|come|gone|ended)  now that  as that  is (now )?over  were over
    was (last|yesterday)
    (haven't|have not) heard  (understand|know) that (these|such|decisions)
    so (I|I've|I have) (waited|kept)
""")


def names_a_time_frame(draft: Draft) -> bool:
    """Say whether they gave a time frame, as far as it is known."""
    if draft.interview:
        return draft.interview.time_frame_ends is not None or draft.interview.time_frame_unclear
    return GIVEN.search(draft.text) is not None


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    known = draft.interview
    if known and known.time_frame_ends:
        step = next((one for one in steps(known) if one.name == "follow-up"), None)
        if step and draft.now:
            if step.status(draft.now) == "upcoming":
                yield _wait(known.time_frame_ends, step), None
            return
        since = days_since(draft)
        if step and since and known.appointment:
            sent = known.appointment.date + dt.timedelta(days=since[0])
            if sent <= known.time_frame_ends:
                yield _wait(known.time_frame_ends, step), since[1]
                return
    for sentence in draft.parts.sentences:
        found = EARLY.search(sentence.text)
        if found and not PASSED.search(sentence.text):
            words = quoted(draft.body[slice(*sentence.span)])
            yield f"Wait until the time they named has passed; it says {words}.", sentence.span


def _wait(ends: dt.date, step: Step) -> str:
    first = not_before(step.earliest, step.zone)
    return f"Wait until {first}; you were told to expect news by {full_day(ends)}."


BY_THE_20TH = met(reply_by=dt.date(2026, 3, 20))
EXCITED = "I'm still excited about the chance to work at Harbour Clinic."
CHECK = Check(
    id="respect-the-time-frame",
    kinds=ONLY_FOLLOW_UP,
    level="must",
    pages=("follow-up",),
    ask=_ask,
    asks_made=False,
    failing=(
        follow_up(**BY_THE_20TH, now=at(10)),
        follow_up({"on Tuesday 3 March": "a week ago"}, **BY_THE_20TH),
        follow_up(
            {EXCITED: f"I know you said you would decide by the 20th, but I wanted to write. {EXCITED}"}
        ),
    ),
    passing=(
        follow_up(),
        follow_up(**BY_THE_20TH, now=at(23)),
        follow_up(
            {EXCITED: f"You hoped to decide by Friday, and I know that such decisions take time. {EXCITED}"}
        ),
    ),
)
