"""How long ago a letter says the interview was."""

from __future__ import annotations

import re

from generator.checks.cues import Cues
from generator.checks.rule import Draft, Span

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "couple of": 2, "three": 3, "a few": 3, "few": 3,
    "four": 4, "several": 4, "some": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fourteen": 14, "many": 20,
}  # fmt: skip
DAYS = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30}
# Days that are named by their distance.
NAMED = {
    "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0, "just now": 0,
    "tonight": 0, "yesterday": 1, "last night": 1, "the day before yesterday": 2, "the other day": 4,
    "last month": 30,
}  # fmt: skip
TIME = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,3}}) "
    rf"(?P<unit>{'|'.join(DAYS)})s? "
    r"(?:ago|back|on|(?:after|since) (?:we|our|the|my)|(?:have|has) (?:now )?(?:passed|gone))\b",
    re.IGNORECASE,
)
NAMED_DAY = Cues("|".join(sorted(NAMED, key=len, reverse=True)))
INTERVIEW = Cues("""
    interview~  met  meet  meeting  spoke  speak  speaking  talk~  conversation  visit~  see(ing)? you  saw
    came  chat~  call  discuss~  time  evening  morning  afternoon  hour  you had me  having me
""")
# What else may have been that long ago.
SOMETHING_ELSE = Cues("""
    finished  completed  passed  learned  read  heard from  started  received  got  told me  wrote  sent
    emailed
""")


def days_since(draft: Draft) -> tuple[int, Span] | None:
    """Return how many days ago the letter says that the interview was, and where it says so."""
    for sentence in draft.parts.sentences:
        found = TIME.search(sentence.text) or NAMED_DAY.search(sentence.text)
        if found and INTERVIEW.search(sentence.text) and not SOMETHING_ELSE.search(sentence.text):
            return _days(found), sentence.part(found.start(), found.end()).span
    return None


def _days(found: re.Match[str]) -> int:
    if found.re is not TIME:
        return NAMED[" ".join(found[0].lower().split())]
    number = found["number"].lower()
    return (int(number) if number.isdigit() else NUMBERS[number]) * DAYS[found["unit"].lower()]
