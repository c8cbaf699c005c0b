"""The JSON boundary: any text that a page, or a script in its place, hands to Python."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.fuzz.claims import answer_to
from tests.fuzz.text import bytes_of, text_of
from tests.samples import NOW, fields


def seeds() -> Iterator[bytes]:
    """Yield a request of each kind."""
    whole = {"version": 1, "now": NOW.isoformat(), "fields": fields()}
    letter = {"id": "follow-up", "subject": "Re: Thank you", "body": "Dear Dana,\n\nThank you.\n\nAmara"}
    for request in (
        {"request": "plan", "reviewed": False},
        {"request": "calendars", "edits": {"thank-you-1": letter}, "page": "https://example.org/write/"},
        {"request": "letter", **letter},
        {"request": "check", "kind": "follow-up", "draft": "Subject: Thank you\n\nDear Dana,\n\nThank you."},
        {
            "request": "invitation",
            "text": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260305T143000Z",
            "zone": "",
        },
    ):
        yield bytes_of(json.dumps(whole | request, ensure_ascii=False))


def one(data: bytes) -> None:
    """Ask."""
    answer_to(text_of(data))
