"""What scripts know of the form without Python, held to what Python says."""

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Final, get_args

import pytest

from generator import document
from generator.form import MOST_INTERVIEWERS, SITUATIONS
from generator.schedule import STEPS_LEFT, StepName

ASSETS: Final = Path(__file__).parents[2] / "docs/assets"


def told(script: str, name: str) -> object:
    """Return the value of a script's constant, which is written as JSON."""
    found = re.search(rf"^const {name} = (.*);$", (ASSETS / script).read_text("utf-8"), re.MULTILINE)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize(
    ("script", "name", "known"),
    [
        ("documents.js", "NUMBERS", document.NUMBERS),
        ("documents.js", "TICKS", document.FLAGS),
        ("example.js", "DATES", document.DAYS),
        ("interviews.js", "STEPS", get_args(StepName)),
        ("next.js", "UNDATED", [one for one in SITUATIONS if STEPS_LEFT.get(one) == ()]),
    ],
)
def test_a_script_knows_the_same_names(script: str, name: str, known: Collection[str]) -> None:
    """Fields by their types, steps, and situations whose letters have none: a new one has to be in both."""
    names = told(script, name)
    assert isinstance(names, list)
    assert sorted(names) == sorted(known)


def test_a_saved_file_has_room_for_as_many_people() -> None:
    """An interview that the form takes comes back from a file too."""
    assert told("file.js", "MOST_PEOPLE") == MOST_INTERVIEWERS
