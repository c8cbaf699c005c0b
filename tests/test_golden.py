"""Whole plans, case by case. ``pytest tests/test_golden.py --renew-goldens`` renews them; then read the diff.

Each folder of ``golden/`` holds an ``interview.json``, the moment ``now``, and what the core makes of them. A
letter is renewed only by somebody who has read it whole and would send it.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from generator.calendar_file import calendar_file
from generator.document import parse_document
from generator.handoff import plain_text
from generator.plan import make_plan, plan_document

GOLDEN = Path(__file__).with_name("golden")
GIVEN = frozenset({"interview.json", "now"})
CASES = sorted(folder.name for folder in GOLDEN.iterdir())


def made(folder: Path) -> dict[str, bytes]:
    """Make the plan of a case, as files by name."""
    interview = parse_document((folder / "interview.json").read_text("utf-8"))
    now = dt.datetime.fromisoformat((folder / "now").read_text("utf-8").strip())
    plan = make_plan(interview, now=now)
    return {
        "plan.json": (json.dumps(plan_document(plan), ensure_ascii=False, indent=2) + "\n").encode(),
        **({"reminders.ics": calendar_file(plan.reminders, stamp=now).encode()} if plan.reminders else {}),
        **{f"{one.letter.id}.txt": plain_text(one.letter).encode() for one in plan.messages},
    }


@pytest.mark.parametrize("case", CASES)
def test_plan_is_the_one_that_was_read_and_kept(case: str, renew_goldens: bool) -> None:  # noqa: FBT001 - a fixture
    """A case's letters, plan and calendar are, to the byte, those that somebody approved."""
    folder = GOLDEN / case
    files = made(folder)
    if renew_goldens:
        for old in folder.iterdir():
            if old.name not in GIVEN:
                old.unlink()
        for name, data in files.items():
            (folder / name).write_bytes(data)
    kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in GIVEN}
    assert files.keys() == kept.keys()
    for name, data in kept.items():
        # As text, so that a difference can be read.
        assert files[name].decode() == data.decode(), name


def test_every_case_is_there() -> None:
    """No golden goes missing unseen."""
    assert CASES == [
        "answer-that-went-badly", "brief", "clock-change-weekend", "date-passed-in-silence", "discreet",
        "eight-people", "formal", "half-of-the-answers-missing",
        "names-from-many-places", "panel-of-three-with-date-given", "reply-to-a-rejection", "solo-phone",
        "through-a-recruiter",
    ]  # fmt: skip
