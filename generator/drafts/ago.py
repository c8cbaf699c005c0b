"""How long ago a letter says the interview was."""

from __future__ import annotations

import re

from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.words import SMALL_NUMBERS

NUMBERS = {
    "a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a couple": 2, "a few": 3, "few": 3, "several": 4,
    "some": 4, "many": 20, "a dozen": 12, "twenty": 20, "thirty": 30, "thirty-one": 31,
    **{word: number for number, word in enumerate(SMALL_NUMBERS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(SMALL_NUMBERS[:9], 1)},
}  # fmt: skip
DAYS = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30}
# Days that are named by their distance.
NAMED = {
    "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0, "just now": 0,
    "tonight": 0, "yesterday": 1, "last night": 1, "the day before yesterday": 2, "the other day": 4,
    "last month": 30, "fortnight ago": 14, "last fortnight": 14,
}  # fmt: skip
EACH_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True)).replace("-", "[ -]").replace(" ", r"\s")
TIME = re.compile(
    rf"(?<![\w-])(?P<number>{EACH_NUMBER}|\d{{1,3}})(?P<half> and a half)?[ \n-]"
    rf"(?:(?:full|good|long|whole|short) )?(?P<unit>{'|'.join(DAYS)})s?(?P<more> and a half)?\s"
    r"(?:ago|back|on|(?:after|since) (?:we|our|the|my|I|you)|(?:have|has) (?:now )?(?:passed|gone))\b",
    re.IGNORECASE,
)
NAMED_DAY = Cues("|".join(sorted(NAMED, key=len, reverse=True)))
INTERVIEW = Cues("""
    interview~  met  meet  meeting  spoke  speak  speaking  talk~  conversation  visit~  see(ing)? you  saw
    came  chat~  call  discuss~  time  evening  morning  afternoon  hour  you had me  having me
    (thank~|grateful|glad) * (for|that|of)  cheers for
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
        if not found:
            continue
        around = f"{sentence.text[: found.start()]} {sentence.text[found.end() :]}"
        if INTERVIEW.search(around) and not SOMETHING_ELSE.search(around):
            return _days(found), sentence.part(found.start(), found.end()).span
    return None


def _days(found: re.Match[str]) -> int:
    if found.re is not TIME:
        return NAMED[" ".join(found[0].lower().split())]
    said = " ".join(found["number"].lower().split())
    number = int(said) if said.isdigit() else NUMBERS.get(said) or NUMBERS[said.replace(" ", "-")]
    half = 0.5 if found["half"] or found["more"] else 0
    return int((number + half) * DAYS[found["unit"].lower()])
