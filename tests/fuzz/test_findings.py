"""What a search began with and what it found, tried each time."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__).parent
TARGETS: Final = sorted(path.stem for path in HERE.glob("targets/*.py"))
FOUND: Final = sorted(HERE.glob("findings/*/*"))


@pytest.mark.parametrize("name", TARGETS)
def test_each_seed_holds(name: str) -> None:
    """A search begins with texts in which there is nothing to find."""
    target = importlib.import_module(f"tests.fuzz.targets.{name}")
    seeds = list(target.seeds())
    assert seeds
    for seed in seeds:
        target.one(seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    """Each input that a search stopped at is kept, and holds now."""
    importlib.import_module(f"tests.fuzz.targets.{path.parent.name}").one(path.read_bytes())
