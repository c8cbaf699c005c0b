"""Cue words: the lists of what a check looks for, written as people write, and what they match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

# How far "..." reaches; a cue stays in its sentence.
FAR = 60
# The longest word, so that a cue looks no further.
LONGEST = 40


class Cues:
    """Lists of cues, which are found whatever their capitals.

    A line end, or two spaces, stands between one cue and the next; a line that ends with ``|`` goes on.
    ``(a|b)`` is one of the two, ``(a )?`` and a space before ``?`` may be missing, ``thank~`` has any ending,
    ``*`` between two words is up to three others, ``...`` is anything in the same sentence. Quotes must be
    straight. A cue is no part of a compound: "deadline-tracking" has no "deadline" in it.

    >>> Cues("(happy|glad) * to join  thank~").search("I am so glad, and keen, to join") is None
    True
    """

    def __init__(self, *lists: str) -> None:
        self.lists = lists

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The cues as one pattern, made when it is first asked for: few pages need them all."""
        each = (
            cue.strip() for text in self.lists for cue in re.split(r"\n| {2,}", re.sub(r"\|\n *", "|", text))
        )
        # Small letters on both sides match many times faster than a pattern that ignores case.
        either = "|".join(_pattern(cue.lower()) for cue in each if cue)
        return re.compile(rf"(?<!\w)(?<!\w-)(?:{either})(?!\w|'t\b|-\w)")

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first cue in a text, in small letters, at its place."""
        return self.pattern.search(_small(text), start)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the cue that a text begins with."""
        return self.pattern.match(_small(text))

    def each(self, text: str) -> Iterator[re.Match[str]]:
        """Return every cue in a text."""
        return self.pattern.finditer(_small(text))

    def left_out(self, text: str) -> str:
        """Return a text without its cues."""
        kept, end = [], 0
        for found in self.each(text):
            kept.append(text[end : found.start()])
            end = found.end()
        return " ".join([*kept, text[end:]])


def word_list(text: str) -> frozenset[str]:
    """Read a list of words."""
    return frozenset(text.split())


def _pattern(cue: str) -> str:
    pattern = re.sub(r"\((?!\?)", "(?:", cue).replace("~", rf"[\w'-]{{0,{LONGEST}}}")
    # A space that may be missing is one, so that no cue begins with a run of them.
    pattern = pattern.replace(" ?", r"\s?")
    pattern = pattern.replace(" ... ", rf"\b[^.?!]{{0,{FAR}}}?\b")
    return pattern.replace(" * ", rf"(?:\s++[\w'-]{{1,{LONGEST}}}){{0,3}} ").replace(" ", r"\s++")


def _small(text: str) -> str:
    """Return a text in small letters, each in its place; one capital has two of them."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(character.lower()[:1] for character in text)
