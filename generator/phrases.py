"""Phrases as people type them, made to fit the sentence that they complete."""

from __future__ import annotations

import re

# What people repeat from the stem that stands before the field.
STEMS = {
    "thankful_for": r"(?:thank you|thanks)(?: very much| so much)? for|for",
    "fit": r"(?:(?:i would|i'd|i’d|i will|i'll|i’ll|i can|i) )?bring",
    "excited_about": r"(?:(?:i am|i'm|i’m) )?(?:(?:so|very|really|most) )?excited (?:about|by|for)|about",
    "detail": r"(?:i (?:really )?enjoyed )?(?:talking|speaking|chatting|hearing)(?: with you)? about|about",
}
# Words that are never names, so that a capital on them is only the start of what was typed.
SMALL_WORDS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "my", "your", "our", "their", "his", "her", "its",
    "how", "why", "what", "when", "where", "who", "being", "having", "both", "all", "some", "any", "every",
    "each", "more", "most", "such", "with", "for", "about", "in", "on", "at", "to", "of", "and",
})  # fmt: skip
# What people thank for doing ("Showing me round"). A list, because Beijing and Sterling end like that too.
GERUNDS = frozenset({
    "answering", "arranging", "asking", "bringing", "building", "considering", "doing", "explaining",
    "finding", "giving", "growing", "having", "helping", "introducing", "inviting", "joining", "leading",
    "learning", "letting", "listening", "making", "meeting", "offering", "organising", "organizing",
    "running", "seeing", "sharing", "showing", "speaking", "spending", "taking", "talking", "teaching",
    "telling", "using", "walking", "welcoming", "working",
})  # fmt: skip
OUTER_QUOTES = frozenset({'""', "''", "“”", "‘’"})
ROLE_NOUNS = frozenset({
    "role", "position", "job", "post", "vacancy",
    "internship", "apprenticeship", "traineeship", "placement",
})  # fmt: skip
ENDS = " .,;:"
SENTENCE_ENDS = (".", "!", "?", "…")
CLOSING_QUOTES = "\"'”’)"


def fit_phrase(phrase: str, stem: str) -> str:
    """Make a phrase fit behind its stem: no repeated stem, outer quotes, full stop or stray capital.

    Args:
        phrase: what was typed, one line.
        stem: a key of ``STEMS``.

    >>> fit_phrase("Thank you for The tour of the lab. ", "thankful_for")
    'the tour of the lab'
    """
    phrase = " ".join(phrase.split()).rstrip(ENDS)
    phrase = re.sub(rf"^(?:{STEMS[stem]})(?:\s+|$)", "", phrase, flags=re.IGNORECASE)
    # Two quoted titles begin and end with quotes too, but not with one pair.
    if phrase[:1] + phrase[-1:] in OUTER_QUOTES and not set(phrase[1:-1]) & set(phrase[0] + phrase[-1]):
        phrase = phrase[1:-1].strip().rstrip(ENDS)
    first = phrase.partition(" ")[0]
    if first.istitle() and first.lower() in SMALL_WORDS | GERUNDS:
        phrase = first.lower() + phrase[len(first) :]
    return phrase


def end_sentence(text: str) -> str:
    """Close a sentence with one full stop, unless it is closed already, as by an abbreviation.

    >>> end_sentence("I met the people of  Acme Inc.")
    'I met the people of Acme Inc.'
    """
    text = " ".join(text.split())
    if not text or text.rstrip(CLOSING_QUOTES).endswith(SENTENCE_ENDS):
        return text
    return text + "."


def fit_role(role: str) -> str:
    """Make a role fit into "the … role".

    >>> fit_role("The ward nurse position"), fit_role("teacher")
    ('ward nurse position', 'teacher role')
    """
    role = short_role(role)
    last = role.rpartition(" ")[2].lower()
    return role if last in ROLE_NOUNS else f"{role} role"


def sentence_case(text: str) -> str:
    """Begin a text with a capital, unless its first word has capitals of its own.

    >>> sentence_case("ward nurse"), sentence_case("iOS developer")
    ('Ward nurse', 'iOS developer')
    """
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def short_role(role: str) -> str:
    """Return a role without the article and the full stop that it may have been typed with."""
    return re.sub(r"^(?:the|an?|my)\s+", "", " ".join(role.split()), flags=re.IGNORECASE).rstrip(ENDS) or role
