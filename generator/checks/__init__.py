"""The review: one rule a file, each named by its rule's id, which is also its heading in the guide."""

from __future__ import annotations

from generator.checks.pasted import PastedDraft, read_draft
from generator.checks.plain import quoted
from generator.checks.review import CHECKS, review
from generator.checks.rule import DRAFT_KINDS, Check, Draft, Example, Finding
from generator.checks.whom import addressee

__all__ = [
    "CHECKS", "DRAFT_KINDS", "Check", "Draft", "Example", "Finding", "PastedDraft", "addressee", "quoted",
    "read_draft", "review",
]  # fmt: skip
