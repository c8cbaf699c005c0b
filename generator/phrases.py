"""Phrases as people type them, made to fit the sentence that they complete."""

from __future__ import annotations

import re
from functools import lru_cache

_VERY = r"(?:so |super |very |really |most |quite |also )*"
_I_AM = r"(?:i am |i'm |i’m |im )?"
# What people repeat from the stem that stands before the field.
STEMS = {
    "thankful_for": (
        rf"(?:(?:many )?(?:thank you|thanks)(?: very much| so much)?(?: to [\w.'’-]+)? for"
        rf"|{_I_AM}{_VERY}(?:grateful|thankful)(?: to [\w.'’-]+)? for|for)"
    ),
    "fit": r"(?:(?:i would|i'd|i’d|i will|i'll|i’ll|will|i can|i) )?bring(?:ing)?|that(?= i\b| i['’])",
    "excited_about": (
        rf"{_I_AM}{_VERY}excited (?:about|by|for|at)|{_I_AM}{_VERY}excited(?= to\b)"
        r"|(?:i )?can(?:no|['’])?t wait(?= to\b)|about"
    ),
    "detail": (
        rf"(?:i |we )?{_VERY}(?:enjoyed |liked |loved )?"
        r"(?:talking|speaking|chatting|hearing|talked|spoke|chatted)(?: with you)? about|about"
        rf"|(?:i )?{_VERY}(?:enjoyed|liked|loved)(?= [a-z]+ing\b)|because(?= you\b)"
    ),
    "news": r"since (?:we spoke|then|that day),? i(?: have|['’]ve)|i(?: have|['’]ve)",
    "question": r"(?:i would be grateful to know|i wonder|may i ask|can you tell me|could you tell me)",
    "reason": r"(?:i (?:am|have decided to|want to) withdraw(?:ing)? )?because",
}
# What is typed into a field by somebody who has nothing to say.
NO_ANSWERS = frozenset({
    "n/a", "na", "n.a", "none", "nothing", "no", "nope", "idk", "i don't know", "don't know", "not sure",
    "can't remember", "i can't remember", "no idea", "tbd", "x", "thank you", "thanks", "thank you so much",
})  # fmt: skip
# Words that are never names, so that a capital on them is only the start of what was typed.
SMALL_WORDS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "my", "your", "our", "their", "his", "her", "its",
    "how", "why", "what", "when", "where", "who", "being", "having", "both", "all", "some", "any", "every",
    "each", "more", "most", "such", "with", "for", "about", "in", "on", "at", "to", "of", "and", "everything",
    "everyone", "everybody",
})  # fmt: skip
# What people thank for doing ("Showing me round"). A list, because Beijing and Sterling end like that too.
GERUNDS = frozenset({
    "answering", "arranging", "asking", "bringing", "building", "considering", "doing", "explaining",
    "finding", "giving", "growing", "having", "helping", "introducing", "inviting", "joining", "leading",
    "learning", "letting", "listening", "making", "meeting", "offering", "organising", "organizing",
    "running", "seeing", "sharing", "showing", "speaking", "spending", "taking", "talking", "teaching",
    "telling", "using", "walking", "welcoming", "working",
})  # fmt: skip
PRONOUNS = frozenset({"We", "You", "They", "He", "She", "It", "There"})
# Apostrophes that hurried thumbs leave out, in words that mean nothing else.
APOSTROPHES = {
    "im": "I'm", "ive": "I've", "dont": "don't", "didnt": "didn't", "cant": "can't", "wasnt": "wasn't",
    "isnt": "isn't", "doesnt": "doesn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "havent": "haven't",
    "youre": "you're", "theyre": "they're",
}  # fmt: skip
WITHOUT_APOSTROPHE = re.compile(rf"\b(?:{'|'.join(APOSTROPHES)})\b", re.IGNORECASE)
# "Have ten years" is "I have ten years": nobody brings a verb.
BARE_VERBS = re.compile(
    r"(?:am|have|can|could|will|know|love|enjoy|do|don't|never|always|speak|work hard)\s+\S", re.IGNORECASE
)
OUTER_QUOTES = frozenset({'""', "''", "“”", "‘’"})
ROLE_NOUNS = frozenset({
    "role", "position", "job", "post", "vacancy",
    "internship", "apprenticeship", "traineeship", "placement",
})  # fmt: skip
ENDS = " .,;:-–"
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
CLOSING_QUOTES = "\"'”’)"


# Each letter of a plan, and its review, asks for the same few phrases.
@lru_cache(maxsize=256)
def fit_phrase(phrase: str, stem: str) -> str:
    """Make a phrase fit behind its stem: no repeated stem, outer quotes, full stop or stray capital.

    Args:
        phrase: what was typed, one line.
        stem: a key of ``STEMS``; another field's phrase has no stem to repeat.

    Returns:
        the phrase, or nothing where nothing was said ("n/a", "-").

    >>> fit_phrase("Thank you for The tour of the lab. ", "thankful_for")
    'the tour of the lab'
    """
    mended = _mend(phrase).rstrip(ENDS)
    phrase = mended
    if stem in STEMS:
        phrase = re.sub(rf"^(?:{STEMS[stem]})(?:\s+|$)", "", phrase, flags=re.IGNORECASE)
    if stem == "question" and phrase != mended:
        # What was a question is a clause now.
        phrase = phrase.rstrip("?" + ENDS)
    # Two quoted titles begin and end with quotes too, but not with one pair.
    if phrase[:1] + phrase[-1:] in OUTER_QUOTES and not set(phrase[1:-1]) & set(phrase[0] + phrase[-1]):
        phrase = phrase[1:-1].strip().rstrip(ENDS)
    if phrase.lower().strip("!?") in NO_ANSWERS or not any(c.isalnum() for c in phrase):
        return ""
    if stem == "fit" and BARE_VERBS.match(phrase):
        phrase = f"I {phrase[:1].lower()}{phrase[1:]}"
    return _without_stray_capital(phrase)


def _mend(phrase: str) -> str:
    """Mend what no sentence has: doubled words, spaces and marks, shouting, apostrophes left out."""
    phrase = " ".join(phrase.split())
    phrase = re.sub(r"\s?[:;]-?[)D(]+$", "", phrase)
    if phrase.isupper() and " " in phrase:
        phrase = phrase.lower()
    phrase = re.sub(r"\b(the|an?|my|your|to|of|for|and|in) \1\b", r"\1", phrase, flags=re.IGNORECASE)
    phrase = re.sub(r"([,;:!?])\1+", r"\1", phrase)
    phrase = re.sub(r"\s([,;:!?.])(?=\s|$)", r"\1", phrase)
    phrase = WITHOUT_APOSTROPHE.sub(lambda found: APOSTROPHES[found[0].lower()], phrase)
    return re.sub(r"(?<![\w.])i(?=['’](?:m|d|ve|ll)\b| )", "I", phrase)


def _without_stray_capital(phrase: str) -> str:
    """Take the capital from a first word that is surely no name; before two more capitals it is one."""
    first, _, rest = phrase.partition(" ")
    titled = [word.istitle() for word in rest.split()[:2]]
    if first.istitle() and first.lower() in SMALL_WORDS | GERUNDS and titled != [True, True]:
        return first.lower() + phrase[len(first) :]
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


def to_others(phrase: str) -> str:
    """Tell somebody else what was meant for the people who were met.

    >>> to_others("your time"), to_others("you showed me round"), to_others("meeting you and the team")
    ('their time', 'they showed me round', 'meeting them and the team')
    """

    def other(found: re.Match[str]) -> str:
        word, behind = found[0], phrase[found.end() :].lstrip()
        if word.lower() == "you":
            is_object = found.start() > 0 and re.match(
                r"(?:and|or|all|both|for|at|with|in|on|about|who|to|again|there|here|is|was)\b|[.,;!?]|$",
                behind,
            )
            said = "them" if is_object else "they"
        else:
            said = OTHERS[word.lower().replace("’", "'")]
        return said.capitalize() if word[0].isupper() else said

    return re.sub(r"\b(?:you['’](?:re|ve|d|ll)|yours|your|you)\b", other, phrase, flags=re.IGNORECASE)


OTHERS = {
    "your": "their", "yours": "theirs", "you're": "they're", "you've": "they've", "you'd": "they'd",
    "you'll": "they'll",
}  # fmt: skip


def fit_company(company: str) -> str:
    """Return a company's name without the comma or colon that it may have been typed with."""
    return company.rstrip(" ,;:") or company


def fit_role(role: str) -> str:
    """Make a role fit into "the … role".

    >>> fit_role("The ward nurse position"), fit_role("teacher")
    ('ward nurse position', 'teacher role')
    """
    role = short_role(role)
    return role if ROLE_NOUNS & set(role.lower().split()) else f"{role} role"


def short_role(role: str) -> str:
    """Return a role without the article and the full stop that it may have been typed with."""
    plain = re.sub(r"^(?:the|an?|my|your|our)\s+", "", " ".join(role.split()), flags=re.IGNORECASE)
    return plain.rstrip(ENDS) or role


def sentence_case(text: str) -> str:
    """Begin a text with a capital, unless its first word has capitals of its own.

    >>> sentence_case("ward nurse"), sentence_case("iOS developer")
    ('Ward nurse', 'iOS developer')
    """
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def inside_sentence(phrase: str) -> str:
    """Begin a clause with a small letter, as inside a sentence, where its first word surely has none.

    >>> inside_sentence("We are moving"), inside_sentence("I am moving")
    ('we are moving', 'I am moving')
    """
    first = phrase.partition(" ")[0]
    return phrase[:1].lower() + phrase[1:] if first in PRONOUNS else phrase


def as_sentence(phrase: str) -> str:
    """Begin a typed sentence with a capital, whatever its first word."""
    return phrase[:1].upper() + phrase[1:]
