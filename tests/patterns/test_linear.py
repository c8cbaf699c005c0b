"""Every pattern of the core, on texts that its own structure makes the worst."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]  # the stubs leave it out
from typing import Any, Final, NamedTuple, TypeGuard

import pytest

from tests.patterns.record import WAYS
from tests.patterns.worst import Worst, alternatives, worst_texts

ROOT: Final = Path(__file__).parents[2]
# Up to here something that doubles with each character is seen before it takes for ever.
STEPS: Final = (*range(16, 48, 2), 54, 64, 81, 122, 182, 273, 410, 615)
FEW: Final = 1_000
MANY: Final = 8_000
# Eight times the text takes eight times as long, or 64 times where each place is tried from each other.
MOST_GROWTH: Final = 24
# Processor time in seconds. What takes less is not measured well; what takes more on so little will not end.
A_BLINK: Final = 0.003
A_HANG: Final = 0.25


class Used(NamedTuple):
    """A pattern and a way in which the core uses it."""

    pattern: str
    flags: int
    way: str


@cache
def recorded() -> dict[str, Any]:
    """Return what a run of the whole core made, used and where."""
    command = [sys.executable, str(Path(__file__).with_name("record.py"))]
    run = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, text=True
    )
    found = json.loads(run.stdout)
    assert isinstance(found, dict)
    return found


def test_no_pattern_is_missing() -> None:
    """The run came by each place of the core's sources that uses a pattern, and used each that was made."""
    found = recorded()
    reached = {tuple(place) for place in found["places"]}
    missed = [
        f"{name}:{node.lineno}"
        for path in sorted((ROOT / "generator").rglob("*.py"))
        if (name := path.relative_to(ROOT / "generator").as_posix()).partition("/")[0] != "site"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if is_use(node)
        and not any(
            (name, line) in reached for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        )
    ]
    assert missed == []
    made, used = ({tuple(row[:2]) for row in found[name]} for name in ("made", "used"))
    assert made - used == set()
    assert len(made) > 200


def is_use(node: ast.AST) -> TypeGuard[ast.Call]:
    """Say whether a node is a call of a pattern's method, or of the like of `re.search`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    # Texts are split too; a pattern's own split stands beside other uses of it.
    of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
    return node.func.attr in WAYS and (of_re or node.func.attr != "split")


def seconds(pattern: re.Pattern[str], way: str, text: str, times: int) -> float:
    """Return the least time that a use takes; the search for each is a search to the end."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        if way in {"sub", "subn"}:
            getattr(pattern, way)("", text)
        elif way == "finditer":
            for _ in pattern.finditer(text):
                pass
        else:
            getattr(pattern, way)(text)
        taken.append(time.process_time() - began)
        if taken[-1] < A_BLINK:
            break
    return min(taken)


def grows_too_fast(pattern: re.Pattern[str], way: str, worst: Worst) -> bool:
    """Say whether eight times a text takes over 24 times as long, also in the best of five."""
    if any(seconds(pattern, way, worst.of(length), 3) > A_HANG for length in (*STEPS, FEW, 2 * FEW)):
        return True
    return all(
        (long := seconds(pattern, way, worst.of(MANY), times)) > A_BLINK
        and long > MOST_GROWTH * seconds(pattern, way, worst.of(FEW), times)
        for times in (1, 3)
    )


@pytest.mark.parametrize("way", sorted(WAYS))
def test_no_pattern_tries_again_without_bound(way: str) -> None:
    """Time grows with the text and no faster, whatever a pattern's repeats are given and whatever follows."""
    slow = []
    for used in (Used(*row) for row in recorded()["used"] if row[2] == way):
        for tree in alternatives(used.pattern, used.flags):
            part = _compiler.compile(tree, used.flags)
            found = next((one for one in worst_texts(tree) if grows_too_fast(part, way, one)), None)
            slow += [(used.pattern, found)] if found else []
    assert slow == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(?:a|a)+b",
        r"(?:x|(?:[ab]|a)*)c",
        r"\s*x",
        r"a*a*b",
        r"<b [^>]*>",
        r"(?:\s|\n)*$",
        r"x\w*\d*\.\w*!",
    ],
)
def test_a_bad_pattern_is_found(pattern: str) -> None:
    """What is known to try again and again, for ever or at each place, is seen as such."""
    assert any(
        grows_too_fast(_compiler.compile(tree, 0), "search", one)
        for tree in alternatives(pattern, 0)
        for one in worst_texts(tree)
    )
