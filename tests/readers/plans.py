"""The plans whose files are given to other programs: every golden, and as many that hypothesis makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.document import parse_document
from generator.interview import Interview
from generator.plan import Plan, make_plan
from tests.property.strategies import interviews, lines
from tests.samples import AWKWARD, NOW

GOLDEN: Final = Path(__file__).parents[1] / "golden"
TRIED: Final = 100
# Long in the letters of other scripts, as chance alone does not always make one.
LONG: Final = replace(
    AWKWARD,
    company="Северное речное пароходство",
    role="старший инженер по электрическим и гидравлическим сетям северного побережья",
)


# All that means something in an address, in a header or in a calendar.
MARKED: Final = replace(
    AWKWARD, company="C:\\Notes & Sons", role='R&D: is "50 % + #1" = <a@b>, or \\? nurse; ward'
)


@cache
def golden_plans() -> dict[str, Plan]:
    """Return the goldens' plans by case."""
    return {folder.name: golden_plan(folder) for folder in sorted(GOLDEN.iterdir())}


def golden_plan(folder: Path) -> Plan:
    """Make the plan of a golden case."""
    interview = parse_document((folder / "interview.json").read_text("utf-8"))
    return make_plan(interview, now=dt.datetime.fromisoformat((folder / "now").read_text("utf-8").strip()))


@cache
def made_plans() -> dict[str, Plan]:
    """Return plans of interviews that hypothesis makes, every second one with text as odd as the form takes.

    They are made at once, since a reader that has to be started is started once for all of them. Each has an
    id of its own, so that none takes another's place in a calendar.
    """
    made = {typed(one): one for one in (AWKWARD, LONG, MARKED)}

    @settings(
        max_examples=TRIED, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
    )
    @given(interviews(anywhere=True), st.lists(lines(), min_size=3, max_size=3))
    def collect(interview: Interview, texts: list[str]) -> None:
        if len(made) % 2:
            company, role, thankful_for = texts
            interview = replace(interview, company=company, role=role, thankful_for=thankful_for)
        # Hypothesis likes to try the same words again with another date; that is for other tests.
        made.setdefault(typed(interview), interview)

    collect()
    return {
        name: make_plan(replace(interview, id=name), now=NOW, reviewed=False)
        for name, interview in ((f"made-{place}", one) for place, one in enumerate(made.values()))
    }


def typed(interview: Interview) -> tuple[str, ...]:
    """Return what makes an interview worth another look."""
    return (interview.your_name, interview.company, interview.role)


def all_plans() -> dict[str, Plan]:
    """Return the goldens' plans and the made ones by name."""
    return golden_plans() | made_plans()
