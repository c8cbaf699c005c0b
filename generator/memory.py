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
# How often that is, and some.
ROUNDS = 120


def _answer(fields: dict[str, str], **more: object) -> None:
    asked = {"version": VERSION, "request": "plan", "now": "2026-03-05T18:00:00Z", "fields": fields}
    answer = json.loads(handle(json.dumps(asked | more)))
    if "error" in answer:
        raise RuntimeError(answer["error"]["message"])


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
    _answer(_FIELDS)
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
    _answer(_fields(number), reviewed=True)


def _fields(number: int) -> dict[str, str]:
    return _FIELDS | {"interviewers-0-detail": f"how the night team hands over to {number} wards"}


def rehearse(first: int, last: int) -> None:
    """Answer again and again, as while somebody types, until a browser has compiled what that runs.

    Chromium keeps compiled code when it has a megabyte of it; letters alone do not always come to that.

    Args:
        first: The number of the first round; each asks for something new.
        last: The number behind the last round's. A whole rehearsal ends before `ROUNDS`.

    Raises:
        RuntimeError: Python cannot answer; the message is the answer's.
    """
    for number in range(first, last):
        practise(number)
        fields = _fields(number)
        draft = f"Dear Dana,\n\nthank you for telling me {fields['interviewers-0-detail']}.\n\nAmara Cole"
        _answer(fields, request="check", kind="thank-you", draft=draft)
        if number % 5 == 0:
            _answer(fields, request="calendars")


def refresh() -> None:
    """Take new chances from the platform: the restored ones are the same on every visit."""
    random.seed()
