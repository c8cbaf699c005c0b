"""The checks: any text as a draft, of either kind, with and without an interview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.fuzz.claims import check_draft, check_words
from tests.fuzz.text import text_of
from tests.samples import fields

DRAFTS: Final = Path(__file__).parents[2] / "drafts"
WAYS: Final = (("thank-you", None), ("thank-you", fields()), ("follow-up", None), ("follow-up", fields()))


def seeds() -> Iterator[bytes]:
    """Yield the drafts that people might have written."""
    for path in sorted(DRAFTS.glob("*/*.txt")):
        yield path.read_bytes()


def one(data: bytes) -> None:
    """Have it reviewed in one of four ways, or sent in a letter's place, as its length falls."""
    text = text_of(data)
    way = len(data) % 5
    if way < len(WAYS):
        check_draft(text, *WAYS[way])
    else:
        subject, _, body = text.partition("\n\n")
        check_words(subject, body, fields())
