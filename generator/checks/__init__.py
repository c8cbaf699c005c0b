"""The review: one rule a file, each named by its rule's id, which is also its heading in the guide."""

from __future__ import annotations

from generator.checks import length, name_a_detail, say_why, show_excitement, show_fit
from generator.checks.rule import Check, Draft, Finding
from generator.interview import Interview
from generator.letters import Letter

__all__ = ["CHECKS", "Check", "Finding", "review"]

CHECKS: tuple[Check, ...] = (
    say_why.CHECK,
    name_a_detail.CHECK,
    show_fit.CHECK,
    show_excitement.IN_THANK_YOU,
    show_excitement.IN_FOLLOW_UP,
    length.THANK_YOU,
    length.FOLLOW_UP,
)


def review(letter: Letter, interview: Interview) -> tuple[Finding, ...]:
    """Review one letter against every rule for its kind, in the guide's order."""
    draft = Draft(letter=letter, interview=interview)
    findings = (check.find(draft) for check in CHECKS if letter.kind in check.kinds)
    return tuple(finding for finding in findings if finding is not None)
