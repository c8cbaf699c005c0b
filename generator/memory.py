"""Python's memory, which browsers keep between visits: what to do before it is copied and once it is back."""

from __future__ import annotations

import json
import random

from generator.browser import VERSION, handle

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


def prepare() -> None:
    """Write one interview's letters, so that whatever the first letters load is in the memory."""
    request = {"version": VERSION, "request": "plan", "now": "2026-03-05T18:00:00Z", "fields": _FIELDS}
    handle(json.dumps(request))


def refresh() -> None:
    """Take new chances from the platform: the restored ones are the same on every visit."""
    random.seed()
