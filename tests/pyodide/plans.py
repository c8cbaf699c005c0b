"""Inside Pyodide, with nothing but the runtime: make the plan of every golden interview under /golden.

Leaves in ``answer`` the plans and calendars by situation, and a random number.
"""

import datetime as dt
import random
from pathlib import Path

from generator.calendar_file import calendar_file
from generator.document import parse_document
from generator.handoff import draft_file, plain_text
from generator.plan import make_plan, plan_document


def plan_of(folder: Path) -> dict[str, object]:
    """Return all that is made of one interview."""
    interview = parse_document((folder / "interview.json").read_text("utf-8"))
    now = dt.datetime.fromisoformat((folder / "now").read_text("utf-8").strip())
    plan = make_plan(interview, now=now)
    return {
        "plan": plan_document(plan),
        "calendar": calendar_file(plan.reminders, stamp=now),
        "texts": [plain_text(one.letter) for one in plan.messages],
        "drafts": [draft_file(one.letter, interview).decode() for one in plan.messages],
    }


answer = {
    "plans": {folder.name: plan_of(folder) for folder in sorted(Path("/golden").iterdir())},
    "random": random.random(),  # noqa: S311 - it is chance itself that is looked at
}
