"""What a check is, and what it finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from generator.drafts.draft import Draft, Span
from generator.drafts.pasted import read_draft
from generator.interview import FOLLOW_UP_KINDS, Interview, Interviewer, Kind

Level = Literal["must", "should"]
Page = Literal["thank-you", "follow-up"]
# What somebody may paste.
DRAFT_KINDS: tuple[Kind, ...] = ("thank-you", "follow-up")
# A letter that does the same thing wrong six times has been told after five, and that there is more.
MOST_FINDINGS = 5


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to mend in a letter.

    ``check`` is the rule's id, ``guide`` the page and heading that explain it, relative to the site's root.
    ``span`` is where it applies in the body; None when something is missing, or the subject is meant.
    """

    check: str
    level: Level
    message: str
    guide: str
    span: Span | None = None

    def document(self) -> dict[str, Any]:
        """Return the finding as the plan document and the wire carry it."""
        return {
            "check": self.check,
            "level": self.level,
            "message": self.message,
            "guide": self.guide,
            "span": list(self.span) if self.span else None,
        }


@dataclass(frozen=True, kw_only=True)
class Example:
    """A draft that a check is tried on, as somebody would paste it."""

    kind: Kind
    text: str
    interview: Interview | None = None
    to: Interviewer | None = None
    now: dt.datetime | None = None

    @property
    def draft(self) -> Draft:
        """The example as a draft."""
        pasted = read_draft(self.text)
        return Draft(
            kind=self.kind,
            subject=pasted.subject,
            body=pasted.body,
            interview=self.interview,
            to=self.to,
            now=self.now,
        )


@dataclass(frozen=True, kw_only=True)
class Check:
    """One rule of the advice, as a question to a letter.

    Args:
        id: the rule's id and its heading in the guide.
        kinds: the letters it is asked of.
        level: ``must`` when the letter should not go out like this, else ``should``.
        pages: the guide pages with the heading; where both have it, the letter's kind decides.
        ask: yields, for each thing to mend, one sentence that says what to do, and where.
        asks_made: whether a letter that the product made can break it at all: its own sentences keep the
            rules, but what was typed may not.
        failing, passing: drafts in which it finds something, and none of the other checks does; and
            drafts in which it finds nothing.
    """

    id: str
    kinds: frozenset[Kind]
    level: Level
    pages: tuple[Page, ...]
    ask: Callable[[Draft], Iterable[tuple[str, Span | None]]]
    asks_made: bool = True
    failing: tuple[Example, ...]
    passing: tuple[Example, ...]

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Ask, and say where the guide explains it."""
        page = self.pages[-1] if draft.kind in FOLLOW_UP_KINDS else self.pages[0]
        asked = list(self.ask(draft))
        more = len(asked) - MOST_FINDINGS
        for place, (message, span) in enumerate(asked[:MOST_FINDINGS], 1):
            said = f"{message} And {more} more like it." if place == MOST_FINDINGS and more > 0 else message
            yield Finding(
                check=self.id, level=self.level, message=said, guide=f"{page}/#{self.id}", span=span
            )
