"""Names in a draft: whose they are, where they stand, and which of the people met it is written to."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.drafts.draft import Draft
from generator.drafts.parts import split_letter
from generator.drafts.pasted import PastedDraft
from generator.drafts.plain import plain
from generator.drafts.short_forms import forms_of
from generator.drafts.vocabulary import NO_NAMES, ORDINARY
from generator.interview import FOLLOW_UP_KINDS, Interview, Interviewer, Kind
from generator.names import HONORIFICS, PARTICLES, SUFFIXES, plain_name

# What stands for a name until it is filled.
GAP = re.compile(r"[\[{<(][^\]}>)\n]{0,60}[\]}>)]+")
# Names in small letters: one may be any word, as many as these none that has another meaning in a letter.
MOST_SMALL_NAMES = 3
WORD = re.compile(r"[^\W\d_][\w'.-]*")
NOBODY = NO_NAMES | HONORIFICS | SUFFIXES
NOT_OWN = HONORIFICS | PARTICLES | SUFFIXES


def addressee(interview: Interview, kind: Kind, pasted: PastedDraft) -> Interviewer | None:
    """Return the interviewer that a draft is for: who stands in its ``To`` line, else in its greeting.

    A follow-up that names nobody is for the one that decides; otherwise None, when it cannot be told who is
    meant.
    """
    people = interview.interviewers
    if len(people) == 1:
        return people[0]
    greeting = split_letter(plain(pasted.body)).greeting
    greeted: list[Interviewer] = []
    for text in (pasted.to, greeting.text if greeting else ""):
        greeted = [person for person in people if is_named(person.name, text)]
        if len(greeted) == 1:
            return greeted[0]
    return interview.decider if kind in FOLLOW_UP_KINDS and not greeted else None


def is_named(name: str, text: str) -> bool:
    """Say whether a person is named in a text: by the whole name, any word of it, or a short form.

    >>> is_named("Dr Dana Whitfield", "Dear Dana,"), is_named("Dana", "Dear Danah,")
    (True, False)
    >>> is_named("Robert Ashdown", "Hi Bob,"), is_named("Zoë", "Dear Zoe,")
    (True, True)
    """
    return _pattern(name).search(_unaccented(text)) is not None


def greeted_names(draft: Draft) -> list[str]:
    """Return the words of the greeting that are names."""
    return names_of(draft.parts.greeting.text) if draft.parts.greeting else []


def signed_names(draft: Draft) -> list[str]:
    """Return the words under the letter that are names."""
    return [name for line in draft.parts.signature for name in names_of(line.text)]


def names_in(draft: Draft) -> list[str]:
    """Return the names that are known: of the people met, of the person who writes, of who is greeted."""
    known = draft.interview
    met = [known.your_name, *(person.name for person in known.interviewers)] if known else []
    return [*met, *([draft.to.name] if draft.to else []), *greeted_names(draft), *signed_names(draft)]


def names_of(text: str) -> list[str]:
    """Return the words of a greeting or a line under a letter that are names.

    >>> names_of("Dear Dr. Lee and team,")
    ['Lee']
    """
    words = [word.rstrip(".'") for word in WORD.findall(GAP.sub(" ", text))]
    names = [word for word in words if word.lower().replace(".", "") not in NOBODY]
    proper = [word for word in names if not word[0].islower()]
    # "Dear respected members" has none; "hi dana" and "hi dana and tom" have.
    small = len(names) <= MOST_SMALL_NAMES and ORDINARY.isdisjoint(names)
    return proper or (names if small or len(names) == 1 else [])


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    whole = _unaccented(plain_name(name))
    words = (word.strip(".,") for word in whole.split())
    own = [word for word in words if len(word) > 1 and _is_own(word)]
    either = "|".join(_bounded(one) for one in dict.fromkeys([whole, *own]) if one)
    # With a capital, since "will" and "rob" are words.
    short = "|".join(rf"\b{one.title()}\b" for one in sorted(forms_of(own[0]))) if own else ""
    return re.compile("|".join(filter(None, (f"(?i:{either})" if either else "", short))) or r"(?!)")


def _unaccented(text: str) -> str:
    """Return a text with plain letters, quotes and spaces."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", plain(text))
    kept = (character for character in apart if not unicodedata.combining(character))
    # Letters of other scripts come together again.
    return unicodedata.normalize("NFC", "".join(kept))


def _is_own(word: str) -> bool:
    return word.casefold().replace(".", "") not in NOT_OWN


def _bounded(name: str) -> str:
    """Match a name that is not a part of another; scripts without capitals may join it to other words."""
    before = r"(?<!\w)" if _is_cased(name[:1]) else ""
    after = r"(?!\w)" if _is_cased(name[-1:]) else ""
    return before + r"\s+".join(map(re.escape, name.split())) + after


def _is_cased(character: str) -> bool:
    return character.lower() != character.upper()
