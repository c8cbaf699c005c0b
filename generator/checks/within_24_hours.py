"""A thank-you is sent within 24 hours, and not within minutes.

Sources: Work It Daily, 2020; Princeton, TU Delft.
Looked for: the time, where it is known; else an excuse for being late, or a day that is longer ago.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.checks.examples import at, met, thank_you
from generator.checks.rule import Check
from generator.drafts.ago import days_since
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.interview import ONLY_THANK_YOU, Interview
from generator.schedule import steps
from generator.words import at_the_latest, moment, time_given

# What is sent sooner reads as written beforehand.
TOO_SOON = dt.timedelta(minutes=15)
LATE = Cues(
    """
    (sorry|apologi[sz]e|apologies|forgive|excuse|pardon) ... (delay|delayed|late|lateness|belated|
    taken me|took me|so long)
    (sorry|apologi[sz]e|apologies|forgive|excuse|pardon) ... (sooner|earlier|the wait|silence|
    more than (a|an|one|two)|after the)
    (sorry|apologi[sz]e|apologies) ... not * (written|writing|sent|sending|thanked|thanking)  belated(ly)?
    (meant|intended|wanted|should have|ought to have|planned) * (write|written|send|sent|thank|thanked|
    email|emailed) ... (earlier|sooner|before now|last week|right away|days ago|at once|straight away|
    the same (day|evening|night)|the next day)
    (slow|late|delayed|belated|tardy) (reply|response|answer|thank~|email|e-mail|message|note)
    (slow|late|long|ages) * (in|to) (writing|replying|thanking|getting back|write|reply|thank|get back)
    thank~ ... (is|are|comes|come) * (late|overdue)  better late than never
    (met|meeting|interview~|spoke|talk~|conversation|visit|seeing you|time) * last (week|month|~day)
    (met|meeting|interview~|spoke|talk~|conversation|visit) * (earlier this week|the other (day|week)|
    a while ago|some time ago)
"""
)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if draft.interview and draft.now:
        yield from _by_the_clock(draft.interview, draft.now)
        return
    found = LATE.search(draft.text)
    since = None if found else days_since(draft)
    place = found.span() if found else since[1] if since and since[0] > 1 else None
    if place:
        words = quoted(draft.body[slice(*place)])
        yield f"Send it within 24 hours of the interview; {words} says that it comes later.", place


def _by_the_clock(interview: Interview, now: dt.datetime) -> Iterator[tuple[str, Span | None]]:
    step = next((one for one in steps(interview) if one.name == "thank-you"), None)
    if step is None:
        return
    if step.status(now) == "upcoming":
        yield f"Wait until the interview is over ({moment(step.earliest, step.zone)}).", None
    elif step.status(now) == "late":
        until = at_the_latest(step.latest, step.zone)
        yield f"Send it now all the same; its {time_given(step.length)} are over ({until}).", None
    elif now - step.earliest < TOO_SOON:
        yield "Wait an hour or two; sent at once, it reads as if you wrote it before you met.", None


CHECK = Check(
    id="within-24-hours",
    kinds=ONLY_THANK_YOU,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    asks_made=False,
    failing=(
        thank_you({"Thank you for meeting me on": "I am sorry for the delay. Thank you for meeting me on"}),
        thank_you({"meeting me on Tuesday": "meeting me a week ago"}),
        thank_you({"meeting me on Tuesday": "meeting me last Tuesday"}),
        thank_you(**met(), now=at(3, 10, 0)),
        thank_you(**met(), now=at(3, 11, 6)),
        thank_you(**met(), now=at(4, 12, 0)),
    ),
    passing=(thank_you(), thank_you({"on Tuesday": "this morning"}), thank_you(**met(), now=at(4, 7, 0))),
)
