"""What kind of phrase was typed where a noun was asked for; told by its first words, as a reader tells it."""

from __future__ import annotations

import re
from typing import Literal

PhraseKind = Literal["sentence", "clause", "infinitive", "activity", "thing"]

_PERSON = r"(?:I|i|We|we|You|you|They|they|He|he|She|she)"
_BE = r"(?:is|was|were|are)"
# What begins a sentence: a person and a verb, "it was", "everyone was", "the tour was"; no "IT support".
SENTENCES = (
    re.compile(rf"{_PERSON}(?:['’](?:m|s|d|ve|re|ll))?\s+(?!and\b|or\b|all\b|being\b|who\b)\S"),
    re.compile(
        r"(?:It|it|There|there)(?:['’]s\s|\s+(?:was|is|are|were|has|had|would|will|felt|made|seems?|helped|gave"
        r"|takes|took)\s)\s*\S"
    ),
    re.compile(r"(?:Everyone|everyone|Everybody|everybody|[A-Z][a-z]+)\s+(?:was|were|is)\s+\S"),
    # An article, a few words and a verb; but not "the people who are …" and not "the way things are …".
    re.compile(
        r"(?:my|the|your|this|these|those)\s+"
        r"(?:(?!who\b|that\b|which\b|where\b|what\b|how\b|why\b|when\b|you\b|we\b|they\b|i\b|it\b|there\b|way\b)"
        rf"[\w'’-]+\s+){{1,7}}{_BE}\s+\S",
        re.IGNORECASE,
    ),
)
# Clauses, which take the place of "for …" and "about …": "excited that you train people".
CLAUSE = re.compile(
    r"(?:that\s+(?:you|your|i|we|they|he|she|it|there|the|everyone|everybody|nobody|somebody|someone)\b|because\b)",
    re.IGNORECASE,
)
# "To Kill a Mockingbird" has a capital, and "to be honest" is none.
INFINITIVE = re.compile(r"to\s+(?!be honest\b)[a-z]+\b")
# What was done with somebody, and so is no subject of a talk.
ACTIVITY = re.compile(
    r"(?:talking|speaking|chatting|hearing|seeing|learning|meeting|walking|touring|discussing|watching|visiting"
    r"|listening|sitting|trying|tasting)\b",
    re.IGNORECASE,
)


def kind_of(phrase: str) -> PhraseKind:
    """Say what kind of phrase it is.

    >>> [kind_of(text) for text in ("you showed me round", "the people who are on the ward", "that you came")]
    ['sentence', 'thing', 'clause']
    """
    if any(pattern.match(phrase) for pattern in SENTENCES):
        return "sentence"
    if CLAUSE.match(phrase):
        return "clause"
    if INFINITIVE.match(phrase):
        return "infinitive"
    return "activity" if ACTIVITY.match(phrase) else "thing"
