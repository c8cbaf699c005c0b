"""Sentences that know their source: the rule each keeps, and the fields whose words stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.phrases import end_sentence

# Noncharacters, which no text has: they stand around a fact while a template is filled. Source: Unicode 23.7.
_OPEN, _NAMED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKS = str.maketrans("", "", _OPEN + _NAMED + _CLOSE)
# Sentences of one plan and a little more: a key press changes few of them.
_MOST_REMEMBERED = 512
_FACT = re.compile(f"{_OPEN}([^{_OPEN}{_NAMED}]*){_NAMED}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True)
class Fact:
    """Something that a person typed, under the name of its field in the interview document.

    As a text it is marked, so that whatever it is put into can be traced back to its fields.
    """

    field: str
    text: str

    def __str__(self) -> str:
        """Return the text with its marks, or nothing at all."""
        return f"{_OPEN}{self.field}{_NAMED}{unmarked(self.text)}{_CLOSE}" if self.text else ""

    def __bool__(self) -> bool:
        """Say whether anything was typed."""
        return bool(self.text)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a letter.

    ``rule`` is the id of the rule that it keeps, empty where it keeps none; ``fields`` are the document's
    fields that it came from, in the order of their words. ``wording`` is the sentence with field names in
    braces instead of facts: all that the letter says by itself.
    """

    text: str
    rule: str
    fields: tuple[str, ...] = ()
    wording: str = ""


@lru_cache(maxsize=_MOST_REMEMBERED)
def read_sentence(line: str) -> Sentence | None:
    """Read a line of a filled template, ``rule: the sentence``; None when nothing is behind the colon.

    A sentence that keeps no rule stands behind ``-:``.

    >>> read_sentence(f"say-why: Thank you for {Fact('thankful_for', 'the tour')}").text
    'Thank you for the tour.'
    """
    rule, _, marked = line.partition(": ")
    sentence = trace(marked, rule=rule.strip().removeprefix("-"))
    text = end_sentence(sentence.text)
    if not text:
        return None
    return Sentence(text=text, rule=sentence.rule, fields=sentence.fields, wording=sentence.wording)


def trace(marked: str, *, rule: str) -> Sentence:
    """Take the marks out of a text and say what they told."""
    # Own words, then a field and its words, and so on to the end.
    pieces = _FACT.split(" ".join(marked.split()))
    own, fields, facts = pieces[::3], pieces[1::3], pieces[2::3]
    return Sentence(
        text=_woven(own, facts),
        rule=rule,
        fields=tuple(dict.fromkeys(fields)),
        wording=_woven(own, [f"{{{field}}}" for field in fields]),
    )


def _woven(own: list[str], others: list[str]) -> str:
    return own[0] + "".join(other + mine for other, mine in zip(others, own[1:], strict=True))


def unmarked(typed: str) -> str:
    """Return a text that somebody typed without what would look like a mark."""
    return typed if typed.isascii() else typed.translate(_MARKS)


def plain(marked: str) -> str:
    """Return a text without its marks."""
    return _FACT.sub(r"\2", marked)
