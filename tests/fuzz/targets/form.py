"""The form: any values of any fields, and all that goes out of them as mail and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.interview import Situation
from tests.fuzz.claims import check_fields
from tests.fuzz.text import bytes_of, fields_of, text_of, written
from tests.samples import fields


def seeds() -> Iterator[bytes]:
    """Yield a form in each situation and each tone, with everything filled in."""
    every = {
        "contact_name": "Tom Okafor", "contact_email": "tom@example.com", "news": "passed the exam",
        "better_answer": "I would ask the night team first.", "question": "which answer was missing",
        "reason": "I have accepted another offer", "call_date": "2026-03-10", "call_time": "10:00",
        "reply_by": "2026-03-12", "second_follow_up": "y", "id": "a-1",
        "interviewers-1-name": "Dr Lena Fischer", "interviewers-1-detail": "about the rota",
    }  # fmt: skip
    for place, situation in enumerate(get_args(Situation)):
        changes = {"situation": situation, "tone": ("warm", "formal", "brief")[place % 3]}
        yield bytes_of(written(fields(every | changes)))


def one(data: bytes) -> None:
    """Ask for everything, and look at one of the letters, as its length falls."""
    place = len(data) % 4
    check_fields(fields_of(text_of(data)), letters=slice(place, place + 1))
