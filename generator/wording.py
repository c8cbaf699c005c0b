"""A stem and what was typed behind it: the one place where a phrase meets the words before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.phrase_kinds import PhraseKind, kind_of
from generator.phrases import as_sentence
from generator.sentences import Fact

# By wording, so that no two letters of a panel share a sentence, whatever was typed.
# Before a whole sentence:
LEADS: dict[str, tuple[str, ...]] = {
    "thankful_for": (
        "", "What I am thankful for: ", "My thanks have a reason: ", "First of all: ",
        "To thank you properly: ", "My reason for writing: ", "What I would like to thank you for: ",
    ),
    "detail": (
        "", "About our talk: ", "What I enjoyed: ", "From our conversation: ", "One thing I enjoyed: ",
        "One part that I liked: ", "What I liked: ",
    ),
    "fit": (
        "", "What I would bring: ", "For the role itself: ", "From my side: ", "For the work: ",
        "For my part: ", "What you would get: ",
    ),
    "excited_about": (
        "", "What excites me: ", "One thing more: ", "Why I would like to join you: ",
        "To be plain about it: ", "Why I want this work: ", "What draws me to it: ",
    ),
}  # fmt: skip
# Before "that you waited":
GRATEFUL = (
    "I am grateful", "I was glad", "I appreciate it", "I am thankful", "It was good", "I value it",
    "It was kind",
)  # fmt: skip
# Before "to see the ward":
GLAD = (
    "I was glad", "It was good", "I was happy", "I was pleased", "It was a pleasure", "It was a chance",
    "I was grateful",
)  # fmt: skip
# Before "seeing the ward":
ENJOYED = (
    "I enjoyed", "I liked", "I had a good time", "I was happy about", "One thing I enjoyed was",
    "It was good", "It was a pleasure",
)  # fmt: skip
# Before one person's subject, in a letter that names several people.
TALKS = ("I enjoyed", "I liked", "I also enjoyed")
WHO_KNOWS = re.compile(r"(?:what|which|how|why|when|where|who|whom|whose|whether|if)\b", re.IGNORECASE)
Say = Callable[[str, Fact], str]


def say(variant: int) -> Say:
    """Return what completes a stem with a phrase; what cannot stand behind it gets words of its own."""

    def complete(stem: str, fact: Fact) -> str:
        if not fact:
            return ""
        field, kind = fact.field.rpartition("-")[2], kind_of(fact.text)
        if kind == "sentence":
            lead = LEADS[field][variant - 1] if field in LEADS else ""
            return f"{lead}{Fact(fact.field, as_sentence(fact.text))}"
        words = _instead(field, kind, variant)
        if words is None:
            words = re.sub(r" about$", "", stem) if kind in {"clause", "infinitive"} else stem
        return f"{words} {fact}"

    return complete


def and_for(variant: int) -> Say:
    """Return what hangs thanks on a sentence, or makes a sentence of them where they cannot hang."""

    def hang(joint: str, fact: Fact) -> str:
        if not fact:
            return ""
        if kind_of(fact.text) in {"sentence", "clause", "infinitive"}:
            return f"\nsay-why: {say(variant)('Thank you for', fact)}"
        return f"{joint} {fact}"

    return hang


def talk(name: Fact, detail: Fact, place: int) -> str:
    """Say what was talked about with one of several people.

    >>> from generator.sentences import plain
    >>> plain(talk(Fact("n", "Ann"), Fact("d", "seeing the ward"), 0))
    'With Ann, I enjoyed seeing the ward'
    """
    kind = kind_of(detail.text)
    if kind == "sentence":
        return f"From my talk with {name}: {Fact(detail.field, as_sentence(detail.text))}"
    if kind == "infinitive":
        return f"With {name}, it was good {detail}"
    between = {"activity": "", "clause": " hearing"}.get(kind, " talking about")
    return f"With {name}, {TALKS[place]}{between} {detail}"


def ask(prefix: str, grateful: str, question: Fact) -> str:
    """Ask one question, as it was typed: straight, in a clause, or for a thing.

    >>> from generator.sentences import plain
    >>> plain(ask("One question:", "I'd be glad", Fact("question", "how could I improve?")))
    'One question: how could I improve?'
    """
    if question.text.endswith("?") or kind_of(question.text) == "sentence":
        return f"{prefix} {question}"
    return f"{prefix} {grateful} {'to know' if WHO_KNOWS.match(question.text) else 'for'} {question}"


def since(have: str, news: Fact) -> str:
    """Tell what is new since the interview: a sentence, what was done, what is going on, or a thing.

    >>> from generator.sentences import plain
    >>> [plain(since("I've", Fact("news", text))) for text in ("passed it", "took it", "a licence")]
    ["Since we spoke, I've passed it", 'Since we spoke, I took it', 'I have news since we spoke: a licence']
    """
    if not news:
        return ""
    if kind_of(news.text) == "sentence":
        return str(Fact(news.field, as_sentence(news.text)))
    first = news.text.partition(" ")[0].lower()
    if first in SIMPLE_PAST:
        return f"Since we spoke, I {news}"
    if first.endswith("ing"):
        return f"Since we spoke, I have been {news}"
    if first in DETERMINERS:
        return f"I have news since we spoke: {news}"
    return f"Since we spoke, {have} {news}"


SIMPLE_PAST = frozenset({
    "took", "went", "began", "became", "wrote", "gave", "spoke", "saw", "did", "grew", "ran", "came", "drove",
    "chose", "flew", "sang", "was",
})  # fmt: skip
DETERMINERS = frozenset({"a", "an", "the", "my", "our", "two", "three", "some", "new", "another"})


def because(reason: Fact) -> str:
    """Say why, behind a comma or none: a clause, a thing, or what already has its "for" or "due to".

    >>> from generator.sentences import plain
    >>> [plain(because(Fact("reason", text))) for text in ("I am moving", "the pay", "for family reasons")]
    [', because I am moving', ' because of the pay', ' for family reasons']
    """
    if not reason:
        return ""
    if re.match(r"(?:for|due to|owing to|as)\b", reason.text, re.IGNORECASE):
        return f" {reason}"
    if re.match(r"of\b", reason.text):
        return f" because {reason}"
    if reason.text.lower().startswith("too "):
        return f", because it is {reason}"
    return f", because {reason}" if HAS_VERB.search(reason.text) else f" because of {reason}"


HAS_VERB = re.compile(
    r"\b(?:i|we|they|it|he|she|you|is|are|was|were|am|has|have|had|will|would|can|cannot|do|does|did|needs?|wants?"
    r"|fits?|clash(?:es)?|moved?|means?|makes?|takes?|came|comes|went|goes|there)\b|n['’]t\b",
    re.IGNORECASE,
)


def _instead(field: str, kind: PhraseKind, variant: int) -> str | None:
    """Return the words that take a stem's place, for the phrases that no stem was made for."""
    place = variant - 1
    if field == "thankful_for" and kind == "clause":
        return GRATEFUL[place]
    if field in {"thankful_for", "detail"} and kind == "infinitive":
        return GLAD[place]
    if field == "detail" and kind == "activity":
        return ENJOYED[place]
    if field == "detail" and kind == "clause":
        return f"{ENJOYED[place]} hearing"
    return None
