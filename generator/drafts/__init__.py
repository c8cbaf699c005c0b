"""A draft, read: what stands where in it, whose names it has, and which of its words say something."""

from __future__ import annotations

from generator.drafts.draft import Draft
from generator.drafts.pasted import PastedDraft, read_draft
from generator.drafts.plain import quoted
from generator.drafts.whom import addressee

__all__ = ["Draft", "PastedDraft", "addressee", "quoted", "read_draft"]
