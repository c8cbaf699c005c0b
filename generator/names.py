"""How to greet a person, from their name as it was typed."""

from __future__ import annotations

import re
import unicodedata

from generator.interview import Tone

HONORIFICS = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "sir", "dame", "rev", "reverend",
    "judge", "captain", "capt", "sister", "father",
})  # fmt: skip
# Titles that stand before the first name: "Sir Alan", never "Sir de Groot".
WITH_FIRST_NAME = frozenset({"sir", "dame"})
PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "ter",
    "van", "von", "zu",
})  # fmt: skip


# What stands behind a name without being it.
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq"})
# A first word that is no first name: who it begins is greeted by the whole.
NO_FIRST_NAMES = PARTICLES | {
    "the", "hr", "lord", "lady", "herr", "frau", "madame", "madam", "monsieur", "mme", "señor", "señora",
    "rabbi",
}  # fmt: skip


def greeting_name(name: str, tone: Tone) -> str:
    """Return the name to greet someone by.

    A typed title stays, with the family name. Without one, the formal tone takes the whole name
    and the others the first, if the name is in an alphabet where that is the first word.

    >>> greeting_name("Dr Ana de la Cruz, PhD", "warm"), greeting_name("Dana Whitfield 🙂", "warm")
    ('Dr de la Cruz', 'Dana')
    """
    whole = plain_name(name)
    words = whole.split()
    while len(words) > 1 and words[-1].lower().replace(".", "") in SUFFIXES:
        words.pop()
    titles = [word for word in words if word.lower().rstrip(".") in HONORIFICS]
    given = words[len(titles) :]
    if {"&", "and"} & set(words):
        return whole
    if titles and words[: len(titles)] == titles and given:
        first = titles[-1].lower() in WITH_FIRST_NAME
        return " ".join([*titles, *(given[:1] if first else _family_name(given))])
    if tone == "formal" or (not whole.replace(" ", "")[:1].isascii() and not _is_latin(whole)):
        return whole
    # Neither an initial nor an abbreviation is a name to be called by.
    unsure = words[0].lower() in NO_FIRST_NAMES or words[0].endswith(".")
    return whole if unsure or len(words[0]) == 1 else words[0]


def plain_name(name: str) -> str:
    """Leave out what is not a name: what stands in brackets or after a comma, and pictures."""
    kept = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", name).partition(",")[0]
    kept = "".join(
        c for c in kept if unicodedata.category(c) not in {"So", "Sk", "Co", "Cn"} and c != "\ufe0f"
    )
    # Joiners hold pictures together; between letters they are part of some names.
    words = (word.strip("\u200d") for word in kept.split())
    return " ".join(word for word in words if word) or " ".join(name.split())


def _family_name(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if word.lower() in PARTICLES:
            return words[index:]
    return words[-1:]


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())
