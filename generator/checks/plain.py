"""Text with straight quotes and plain spaces, each character where it was; and how a message quotes it."""

from __future__ import annotations

ONE_FOR_ONE = str.maketrans("‘’‛′ʼ“”„‟″\u00a0\u202f\u2009\u2011", "'''''\"\"\"\"\"   -")
MOST_QUOTED = 48


def plain(text: str) -> str:
    """Return a text of the same length with one kind of quote, space and hyphen."""
    return text.translate(ONE_FOR_ONE)


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
