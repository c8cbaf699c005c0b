"""What scripts know of the form without Python, held to what Python says."""

from collections.abc import Collection
from typing import get_args

import pytest

from generator import document
from generator.form import MOST_INTERVIEWERS, SITUATIONS
from generator.schedule import STEPS_LEFT, StepName
from tests.scripts import told
from tests.test_memory import MOST_ROUNDS


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


def test_practice_is_no_longer_than_is_tested() -> None:
    """The letters that are remembered are tested to have room for so many rounds of it."""
    assert told("worker.js", "ROUNDS") == MOST_ROUNDS


def test_a_saved_file_has_room_for_as_many_people() -> None:
    """An interview that the form takes comes back from a file too."""
    assert told("file.js", "MOST_PEOPLE") == MOST_INTERVIEWERS
