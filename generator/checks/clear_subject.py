"""The subject says thank you and the role, in about 60 characters, so that a phone shows it whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.content import WORD
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import plain
from generator.drafts.vocabulary import SMALL
from generator.drafts.whom import names_in
from generator.interview import THANK_YOU_KINDS
from generator.phrases import short_role

THANKS = Cues("thank~")
MOST_CHARACTERS = 60
# What a subject says beside the role.
USUAL = Cues("""
    thank~  you  re  interview~  meeting  for  your  the  a  an  our  my  me  and  to  of  on  in  at  with
    time  today  yesterday  so  very  much  again  many  from  conversation  talk  call  chat  opportunity
    chance  position  role  job  great  speaking  meet  (mon|tues|wednes|thurs|fri|satur|sun)?day  morning
    afternoon  note  following  up  follow  after  consider~  discussion  taking  kind  regarding  about  it
    was  nice  pleasure  this  that  hello  hi  hiya  hey  dear  greetings  there  good  quick  question
    update  news  hope  hear  soon  just  application  applying  applicant  candidate  candidacy  big  huge
    lovely  wonderful  really  truly  all  everyone  team  checking  catching  catch  little  short
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
        names = {word.lower() for name in names_in(draft) for word in WORD.findall(plain(name))}
        return any(word.isupper() or word.lower() not in SMALL | names for word in _telling(subject))
    role = plain(short_role(draft.interview.role)).lower()
    signs = "".join(role.split())
    if not signs.isalnum() and signs in "".join(subject.lower().split()):
        return True
    said = [word.lower() for word in WORD.findall(subject)]
    return any(_is_like(word, other) for word in _telling(role) or WORD.findall(role) for other in said)


def _telling(text: str) -> list[str]:
    """Return the words that not every subject has; in capitals "IT" is one."""
    capitals = [] if text.isupper() else [word for word in WORD.findall(text) if ACRONYM.fullmatch(word)]
    return [*capitals, *WORD.findall(USUAL.left_out(text).lower())]


def _is_like(one: str, two: str) -> bool:
    """Say whether two words begin alike, as "nurse" and "nursing"; short ones must be the same."""
    return one[:FRONT] == two[:FRONT] if min(len(one), len(two)) >= FRONT else one == two


FRONT = 4
ACRONYM = re.compile(r"(?!RE$|FW$|FWD$|AW$|SV$)[A-Z&]{2,}")
SUBJECT = "Thank you: Scheduling Coordinator interview"
CHECK = Check(
    id="clear-subject",
    kinds=THANK_YOU_KINDS,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({SUBJECT: "Following up on the Scheduling Coordinator interview"}),
        thank_you({SUBJECT: "Thank you for your time"}),
        thank_you({SUBJECT: "Thank you, and hello again, Helen"}),
        thank_you({SUBJECT: "Thank you for Tuesday at Harbour Clinic"}, **met()),
        thank_you({SUBJECT: f"{SUBJECT} on Tuesday 3 March at Harbour Clinic"}),
    ),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({SUBJECT: "Scheduling coordinator: thanks for Tuesday"}, **met()),
        thank_you({SUBJECT: "Thank you: IT interview"}),
        thank_you({SUBJECT: "Thank you: C++/C# interview"}, **met(role="C++/C# Developer")),
        thank_you({SUBJECT: "Thanks for the R&D interview"}, **met(role="R&D")),
        thank_you({f"Subject: {SUBJECT}\n": ""}),
    ),
)
