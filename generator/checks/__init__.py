"""The review: one rule a file, each named by its rule's id, which is also its heading in the guide."""

from __future__ import annotations

from generator.checks.review import CHECKS, review
from generator.checks.rule import DRAFT_KINDS, Check, Example, Finding

__all__ = ["CHECKS", "DRAFT_KINDS", "Check", "Example", "Finding", "review"]
