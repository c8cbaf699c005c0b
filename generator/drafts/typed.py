"""What the person typed about an interview: it stands in a letter because it was meant."""

from __future__ import annotations

from generator.drafts.plain import plain
from generator.interview import Interview


def typed_names(known: Interview | None) -> str:
    """Return the names that were typed, of people and the company, one a line."""
    if known is None:
        return ""
    people = (one.name for one in known.interviewers)
    return plain("\n".join([known.your_name, known.company, known.contact_name, *people]))


def typed_words(known: Interview | None) -> str:
    """Return what else was typed and may stand in a letter, one a line; people's names are not in it."""
    if known is None:
        return ""
    phrases = (
        known.company, known.role, known.thankful_for, known.fit, known.excited_about, known.better_answer,
        known.news, known.question, known.reason,
    )  # fmt: skip
    return plain("\n".join([*phrases, *(one.detail for one in known.interviewers)]))
