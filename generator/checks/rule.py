"""What a check is and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.interview import Interview
from generator.letters import Kind, Letter

Level = Literal["must", "should"]
THANK_YOU: frozenset[Kind] = frozenset({"thank-you"})
FOLLOW_UP: frozenset[Kind] = frozenset({"follow-up", "second-follow-up"})


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to mend in a letter.

    ``check`` is the rule's id, ``guide`` the page and heading that explain it, relative to the site's root.
    """

    check: str
    level: Level
    message: str
    guide: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What a check looks at: a letter and the interview it came from."""

    letter: Letter
    interview: Interview


@dataclass(frozen=True, kw_only=True)
class Check:
    """One rule of the advice, as a question to a letter.

    Args:
        id: the rule's id and its heading in the guide.
        kinds: the letters it is asked of.
        level: ``must`` when the letter should not go out like this, else ``should``.
        page: the guide page with the heading.
        ask: returns one sentence that says what to do, or None when there is nothing to mend.
    """

    id: str
    kinds: frozenset[Kind]
    level: Level
    page: Literal["thank-you", "follow-up"]
    ask: Callable[[Draft], str | None]

    def find(self, draft: Draft) -> Finding | None:
        """Ask, and say where the guide explains it."""
        message = self.ask(draft)
        if message is None:
            return None
        return Finding(check=self.id, level=self.level, message=message, guide=f"{self.page}/#{self.id}")
