"""Text with straight quotes and plain spaces, each character where it was; and how a message quotes it."""

from __future__ import annotations

import re

ONE_FOR_ONE = str.maketrans("‘’‛′ʼ“”„‟″\u00a0\u202f\u2009\u2011", "'''''\"\"\"\"\"   -")
# Soft hyphens, spaces without width, and what turns the direction of writing.
INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
HIDDEN = re.compile(f"[{INVISIBLE}]")
MOST_QUOTED = 48


def plain(text: str) -> str:
    """Return a text of the same length with one kind of quote, space and hyphen."""
    return text if text.isascii() else text.translate(ONE_FOR_ONE)


def whole_words(text: str) -> str:
    r"""Return a text of the same length, with what nobody sees in a word behind it as spaces.

    >>> whole_words("ex\u00adcited, yes")
    'excited,  yes'
    """
    if not HIDDEN.search(text):
        return text
    return re.sub(r"\S+", lambda word: HIDDEN.sub("", word[0]).ljust(len(word[0])), text)


def quoted(text: str) -> str:
    r"""Quote the person's words, on one line and not too many of them.

    >>> quoted("  just\nchecking in ")
    '“just checking in”'
    """
    text = " ".join(text.split())
    if len(text) > MOST_QUOTED:
        cut = text[:MOST_QUOTED].rpartition(" ")[0] or text[:MOST_QUOTED]
        text = cut.rstrip(" ,;:.") + "…"
    return f"“{text}”"
