"""How to greet a person, from their name as it was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

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
# What stands behind a name without being it; behind a comma, capitals are read as one of these too.
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "msc", "bsc", "ma", "ba"})
# A first word that is no first name: who it begins is greeted by the whole.
NO_FIRST_NAMES = PARTICLES | {
    "major", "colonel", "sergeant", "prince", "princess", "hiring", "human",
    "the", "hr", "lord", "lady", "herr", "frau", "madame", "madam", "monsieur", "mme", "señor", "señora",
    "rabbi",
}  # fmt: skip
# Family names that are never first names, where the family comes first: "Zhang Wei".
FAMILY_FIRST = frozenset({
    "cao", "chang", "chen", "cheng", "choi", "deng", "feng", "guo", "huang", "jiang", "jung", "kwon", "li",
    "liang", "lin", "liu", "nguyen", "pham", "tran", "wang", "wong", "wu", "xie", "xu", "yang", "yoon",
    "zhang", "zhao", "zheng", "zhou", "zhu",
})  # fmt: skip
# Words of a job title, in case one stands behind the comma.
JOBS = frozenset({"manager", "director", "head", "lead", "hr", "nurse", "engineer", "recruiter", "partner"})
# Family names that are first names too: they come first where a given name of two parts follows.
FAMILY_OR_FIRST = frozenset({"kim", "lee", "park", "jung", "han", "yoo", "seo"})
# What joins people, or begins what is not the name.
JOINED = re.compile(r"[/+]|\s(?:and|&)\s")
NOT_THE_NAME = re.compile(r"(?<!\s)\s+[–—-]\s.*|(?:(?<!\s)\s+)?[<|].*")
PICTURES = frozenset({"So", "Sk", "Co", "Cn"})


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name taken apart: ``titles`` before it, ``given`` and ``family`` as far as they can be told."""

    whole: str
    titles: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def given(self) -> str:
        """The first word of the name itself."""
        return self.words[0]

    @property
    def family(self) -> str:
        """The family name, from its particle on; all words where it may come first."""
        if _folded(self.given) in FAMILY_FIRST:
            return " ".join(self.words)
        for index, word in enumerate(self.words):
            # "De" in "O'Neill-De Vries" belongs to the family name too.
            if word.lower().rpartition("-")[2] in PARTICLES:
                return " ".join(self.words[index:])
        return self.words[-1]


# In order: the first that applies to a name in a tone says how it is greeted.
Case = tuple[Callable[[Name, Tone], bool], Callable[[Name], str]]
CASES: tuple[Case, ...] = (
    # Two people, or nothing but titles.
    (lambda name, _: bool(JOINED.search(name.whole)) or not name.words, lambda name: name.whole),
    # "Sir Alan".
    (
        lambda name, _: bool(name.titles) and name.titles[-1].lower() in WITH_FIRST_NAME,
        lambda name: " ".join([*name.titles, name.given]),
    ),
    # "Dr de la Cruz", in any tone.
    (lambda name, _: bool(name.titles), lambda name: " ".join([*name.titles, name.family])),
    # Formal is the whole name; where the alphabet is another, nobody can tell which word is which.
    (lambda name, tone: tone == "formal" or not _is_latin(name.given), lambda name: name.whole),
    # Neither an initial, an abbreviation, a particle nor a family name is a name to be called by.
    (lambda name, _: _is_no_first_name(name), lambda name: name.whole),
    (lambda _name, _tone: True, lambda name: name.given),
)


@lru_cache(maxsize=64)
def greeting_name(name: str, tone: Tone) -> str:
    """Return the name to greet someone by.

    A typed title stays, with the family name. Without one, the formal tone takes the whole name
    and the others the first, where it can be told; in doubt, the whole.

    >>> greeting_name("Dr Ana de la Cruz, PhD", "warm"), greeting_name("Whitfield, Dana 🙂", "warm")
    ('Dr de la Cruz', 'Dana')
    """
    read = read_name(name)
    return next(say(read) for applies, say in CASES if applies(read, tone))


def read_name(name: str) -> Name:
    """Take a name apart, as it was typed."""
    whole = plain_name(name)
    words = whole.split()
    while len(words) > 1 and words[-1].lower().replace(".", "") in SUFFIXES:
        words.pop()
    count = 0
    while count < len(words) - 1 and words[count].lower().rstrip(".") in HONORIFICS:
        count += 1
    return Name(whole=whole, titles=tuple(words[:count]), words=tuple(words[count:]))


# Each letter names everybody, and each key press writes all letters.
@lru_cache(maxsize=64)
def plain_name(name: str) -> str:
    """Leave out what is not a name, and put the given name first.

    What stands in brackets goes, pictures go, and so does what stands behind a comma, unless it is
    the given name.

    >>> plain_name("Whitfield, Dana (she/her)"), plain_name("DUPONT Marie"), plain_name("Dana Whitfield, MBA")
    ('Dana Whitfield', 'Marie DUPONT', 'Dana Whitfield')
    """
    kept = re.sub(r"\([^)]{0,120}\)|\[[^\]]{0,120}\]", " ", name)
    kept = NOT_THE_NAME.sub("", kept) or kept
    kept = "".join(c for c in kept if unicodedata.category(c) not in PICTURES and c != "\ufe0f")
    first, *others = [" ".join(part.split()) for part in kept.split(",")]
    if others and JOINED.search(others[-1]):
        first = ", ".join([first, *others])
    elif others and _is_given_name(others[0], behind=first):
        first = f"{others[0]} {first}"
    first = re.sub(r"(?<=\w{3})[.?!;:]+$", "", first)
    # Joiners hold pictures together; between letters they are part of some names.
    words = list(filter(None, (word.strip("\u200d") for word in first.split())))
    if len(words) > 1 and _shouts(words[0]) and not any(map(_shouts, words[1:])):
        words = [*words[1:], words[0]]
    return " ".join(words) or " ".join(name.split())


def _is_given_name(text: str, *, behind: str) -> bool:
    """Say whether "Dana" in "Whitfield, Dana" is the given name, and not a degree or a job."""
    words = text.split()
    if not 0 < len(words) <= 2 or not behind:  # noqa: PLR2004 - a second given name, no more
        return False
    one_family = " " not in behind or behind.partition(" ")[0].lower() in PARTICLES
    names = all(
        (word[:1].isupper() or behind.islower())
        and not (word.isupper() and len(word) > 1)
        and word.lower().replace(".", "") not in SUFFIXES | JOBS
        for word in words
    )
    return one_family and names


def _shouts(word: str) -> bool:
    """Say whether a word is in capitals, as family names are in some countries; initials are not."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)  # noqa: PLR2004 - "JR" is two initials


def _is_no_first_name(name: Name) -> bool:
    word = name.given
    if _folded(word) in FAMILY_OR_FIRST and any("-" in other for other in name.words[1:]):
        return True
    return len(word) == 1 or word.endswith(".") or _folded(word) in NO_FIRST_NAMES | FAMILY_FIRST


def _folded(word: str) -> str:
    """Return a word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())
