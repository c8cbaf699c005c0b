"""The bound that the scheduled run is held to."""

import json
from pathlib import Path

import pytest

from tests import mutants

WHOLE = {
    "killed": 80, "timeout": 5, "survived": 10, "no_tests": 5, "total": 100, "skipped": 0, "suspicious": 0,
    "segfault": 0, "check_was_interrupted_by_user": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "fails"),
    [
        ({}, False),
        ({"killed": 79, "survived": 11}, True),
        ({"timeout": 4, "no_tests": 6}, True),
        ({"killed": 90, "total": 111}, True),
        ({"survived": 9, "suspicious": 1}, True),
    ],
    ids=["least", "one-survivor-more", "one-untested-more", "one-never-tried", "one-without-an-end"],
)
def test_a_run_is_held_to_its_bound(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    changes: dict[str, int],
    fails: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """85 percent are noticed, of all changes there are; and each of them was tried."""
    figures = tmp_path / "figures.json"
    figures.write_text(json.dumps(WHOLE | changes))
    monkeypatch.setattr(mutants, "FIGURES", figures)
    assert bool(mutants.main()) is fails
