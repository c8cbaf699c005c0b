"""Whether a sentence says something: the words in it that would not stand in any other letter."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.drafts.draft import Draft
from generator.drafts.plain import plain
from generator.drafts.vocabulary import NUMBERS, ORDINARY
from generator.drafts.whom import names_in
from generator.phrases import fit_phrase, short_role

WORD = re.compile(r"[^\W_]+(?:['&+#-][^\W_]+)*[+#]*")
# "for the Senior Account Manager role at Bluefin & Co": what the letter is about, and nothing that was said.
ROLE = re.compile(
    r"\b(?:the|a|an|your|this|for|as|about) (?:[\w'/&+#-]+ ){0,5}?(?:role|position|job|post|vacancy|opening|"
    r"interview|opportunity|internship|apprenticeship|placement|traineeship)s?\b"
    r"(?: (?:of|as) (?:an? |the )?(?:[\w'-]+ ?){1,3})?",
    re.IGNORECASE,
)
# A name such as a company has, of any number of words.
CAPITALS = r"[A-Z][\w'&.-]*(?: (?:(?:and|of|for|the|&|de|la) )?[A-Z][\w'&-]*){0,5}"
# Where somebody works, and with whom they spoke.
PLACE = re.compile(
    r"\b(?:at|with|for|join|joining|meet|meeting|met|spoke to|(?:talk|speak|introduc|thank)\w*(?: you)? to)"
    rf" (?:the )?{CAPITALS}(?:(?:,| and|, and) {CAPITALS})*"
)
FRONT = 5


def telling_words(text: str, draft: Draft) -> set[str]:
    """Return the words of a text that would not stand in any other letter.

    Names, the role and the company do not count.
    """
    text = PLACE.sub(" ", ROLE.sub(" ", text))
    usual = usual_words(draft)
    return {
        word for word in map(str.lower, WORD.findall(text))
        if not (_is_usual(word, usual) or word.isdigit())
    }  # fmt: skip


def _is_usual(word: str, usual: frozenset[str]) -> bool:
    """Say whether a word is in a list, or made of such words: "one-on-one" is, "six-bed" is not."""
    parts = word.replace("'", "").split("-")
    return all(part in usual or (part in NUMBERS and len(parts) > 1) for part in parts)


@lru_cache(maxsize=4)
def usual_words(draft: Draft) -> frozenset[str]:
    """Return the words that say nothing here: those of all letters, and names, company and role."""
    known = draft.interview
    texts = [*names_in(draft), re.sub(r"^.*?\bthank\w*", "", draft.subject, flags=re.IGNORECASE)]
    if known:
        texts += [known.company, short_role(known.role)]
    words = (word.lower().replace("'", "") for text in texts for word in WORD.findall(plain(text)))
    return ORDINARY | frozenset(words)


def answered(typed: str, stem: str, draft: Draft) -> bool:
    """Say whether a phrase that was typed behind its stem is in the draft."""
    phrase = _fitted(typed, stem)
    # A letter that was made of the answers has all of them, a few in other forms.
    return bool(phrase) and (draft.made or phrase in _folded(draft.body))


def echoes(typed: str, stem: str, text: str, draft: Draft) -> bool:
    """Say whether half of a typed phrase's own words, and two at least, are in a text, by their fronts."""
    wanted = {word[:FRONT] for word in telling_words(fit_phrase(typed, stem), draft)}
    there = wanted & {word[:FRONT] for word in telling_words(text, draft)}
    return len(there) > 1 and len(there) * 2 >= len(wanted)


def _fitted(typed: str, stem: str) -> str:
    return _folded(fit_phrase(typed, stem)).strip(" .,;:…")


def _folded(text: str) -> str:
    return " ".join(plain(text).casefold().split())
