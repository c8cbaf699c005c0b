"""Python's memory, which browsers keep between visits: what to do before it is copied and once it is back."""

from __future__ import annotations

import gc
import json
import random
import sys

from generator import letters, zones
from generator.browser import VERSION, handle

# Where Pyodide puts it: what is imported late, and all that is read from packages, comes from there.
ARCHIVE = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"

# Made up: nothing that a person typed may be in a memory that is kept.
_FIELDS = {
    "your_name": "Amara Cole",
    "company": "Harbour Street Clinic",
    "role": "ward nurse",
    "date": "2026-03-05",
    "start": "14:00",
    "time_zone": "Europe/London",
    "interviewers-0-name": "Dana Whitfield",
    "second_follow_up": "y",
}


def settle() -> None:
    """Leave what the start has made alone for good, and look for waste from here on."""
    gc.freeze()
    gc.enable()


def prepare() -> None:
    """Load what the letters need, and write those of one interview.

    What calendars and invitations are read and written with comes from the archive, when it is asked for: it
    would make the memory a fifth larger, and each visit waits for the memory.
    """
    letters.load_templates()
    zones.read_all()
    _answer(_request(_FIELDS))
    gc.collect()
    settle()


def practise(number: int) -> None:
    """Write the letters of one interview and review them, as after a key press.

    Browsers run code slowly until they have run it some times; somebody who types should not be the one who
    waits for that.

    Args:
        number: Each asks for something new.

    Raises:
        RuntimeError: Python cannot answer; the message is the answer's.
    """
    _answer(page_request(number))


def page_request(number: int) -> str:
    """Return the text of a request like a page's after a key press: one interview's letters, reviewed.

    Args:
        number: Each asks for something new.
    """
    return _request(_FIELDS | {"interviewers-0-detail": f"how the night team hands over to {number} wards"})


def refresh() -> None:
    """Take new chances from the platform: the restored ones are the same on every visit."""
    random.seed()


def _answer(request: str) -> None:
    answer = json.loads(handle(request))
    if "error" in answer:
        raise RuntimeError(answer["error"]["message"])


def _request(fields: dict[str, str]) -> str:
    now = "2026-03-05T18:00:00Z"
    return json.dumps({"version": VERSION, "request": "plan", "now": now, "fields": fields})
