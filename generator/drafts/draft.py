"""A draft: a letter as the checks see it, and what is known of the interview it belongs to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from generator.drafts.html import without_marks
from generator.drafts.parts import Parts, split_letter
from generator.drafts.plain import plain, whole_words
from generator.interview import Interview, Interviewer, Kind

# From and to, in code points of the body; the end is not in it.
Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a check looks at: a letter, and what is known of the interview it belongs to.

    Args:
        body: with LF line ends.
        to: the interviewer it goes to.
        now: the moment it is about to be sent, aware; without one, timing is judged by what the letter says.
        made: it was made from the interview's answers, so that what was not typed is not in it, however kind
            its courtesy sounds.
    """

    kind: Kind
    body: str
    subject: str = ""
    interview: Interview | None = None
    to: Interviewer | None = None
    now: dt.datetime | None = None
    made: bool = False

    @cached_property
    def parts(self) -> Parts:
        """The greeting, sentences and signature, in plain text, with their places in the body."""
        return split_letter(self.text)

    @cached_property
    def text(self) -> str:
        """The body with straight quotes and plain spaces and no HTML, each character in its place."""
        return whole_words(plain(without_marks(self.body)))
