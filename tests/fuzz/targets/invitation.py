"""The invitation reader: any file that somebody drops on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.fuzz.claims import check_invitation
from tests.fuzz.text import text_of

FILES: Final = Path(__file__).parents[2] / "invitations"
READER: Final = {"your_name": "Amara Cole", "your_email": "amara@example.com"}


def seeds() -> Iterator[bytes]:
    """Yield invitations as calendars write them, and emails with one in them."""
    for path in sorted((*FILES.glob("*.ics"), *FILES.glob("*.eml"))):
        yield path.read_bytes()


def one(data: bytes) -> None:
    """Read it into a form that says who reads it, and into one that says nothing."""
    text = text_of(data)
    check_invitation(text, "Europe/London", READER)
    check_invitation(text, "", {})
