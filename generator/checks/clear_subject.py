"""The subject says thank you and the role, in about 60 characters, so that a phone shows it whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.cues import Cues
from generator.checks.examples import met, thank_you
from generator.checks.plain import plain
from generator.checks.rule import ALL_THANK_YOUS, Check, Draft, Span
from generator.phrases import short_role

THANKS = Cues("thank~")
MOST_CHARACTERS = 60
# What a subject says beside the role.
USUAL = Cues("""
    thank~  you  re  interview~  meeting  for  your  the  a  an  our  my  me  and  to  of  on  in  at  with
    time  today  yesterday  so  very  much  again  many  from  conversation  talk  call  chat  opportunity
    chance  position  role  job  great  speaking  meet  (mon|tues|wednes|thurs|fri|satur|sun)?day  morning
    afternoon  note  following  up  follow  after  consider~  discussion  taking  kind  regarding  about  it
    was  nice  pleasure  this  that
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    subject = plain(draft.subject)
    if not subject:
        return
    if not THANKS.search(subject):
        yield "Put “thank you” in the subject, so that it can be found again.", None
    if len(subject) > MOST_CHARACTERS:
        has = f"it has {len(subject)}, and a phone cuts off the rest"
        yield f"Shorten the subject to {MOST_CHARACTERS} characters; {has}.", None
    if not _names_the_role(subject, draft):
        yield "Name the role in the subject, so that it can be found again.", None


def _names_the_role(subject: str, draft: Draft) -> bool:
    if draft.interview is None:
        return bool(re.search(r"\w", USUAL.left_out(subject)))
    role = plain(short_role(draft.interview.role)).lower()
    words = re.findall(r"[^\W_]{2,}", USUAL.left_out(role)) or [role]
    return any(word in subject.lower() for word in words)


SUBJECT = "Thank you: Scheduling Coordinator interview"
CHECK = Check(
    id="clear-subject",
    kinds=ALL_THANK_YOUS,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({SUBJECT: "Following up on the Scheduling Coordinator interview"}),
        thank_you({SUBJECT: "Thank you for your time"}),
        thank_you({SUBJECT: "Thank you for Tuesday at Harbour Clinic"}, **met()),
        thank_you({SUBJECT: f"{SUBJECT} on Tuesday 3 March at Harbour Clinic"}),
    ),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({SUBJECT: "Scheduling coordinator: thanks for Tuesday"}, **met()),
        thank_you({f"Subject: {SUBJECT}\n": ""}),
    ),
)
