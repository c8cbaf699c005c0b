"""The runtime that readers get, the same restored, and Pyodide as it comes: all make the same letters."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from generator.site.runtime import make_runtime
from generator.site.tools import node_modules, node_program, packages

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
GOLDEN: Final = ROOT / "tests/golden"
PATIENCE: Final = 300


def answers(script: str, tmp_path: Path, *kinds: str) -> dict[str, Any]:
    """Run a script in each kind of runtime and return what it leaves."""
    settings = {
        "runtime": str(make_runtime(ROOT).folder),
        "stock": str(node_modules(ROOT) / "pyodide"),
        "path": [str(packages(ROOT, "runtime")), str(ROOT)],
        "kinds": kinds,
        "script": str(HERE / script),
        "golden": str(GOLDEN),
        "answers": str(tmp_path / "answers.json"),
    }
    result = subprocess.run(
        [node_program(), str(HERE / "variants.mjs"), json.dumps(settings)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"[-10_000:]
    found: dict[str, Any] = json.loads((tmp_path / "answers.json").read_text())
    return found


@pytest.mark.pyodide
def test_every_runtime_makes_the_same_plans(tmp_path: Path) -> None:
    """Pruned, restored and stock runtimes make of each golden interview the plan that was approved.

    Nothing but the runtime is there, so a module that is missing from it is missed.
    """
    found = answers("plans.py", tmp_path, "pruned", "restored", "restored-again", "stock")
    for situation in sorted(path.name for path in GOLDEN.iterdir()):
        approved = json.loads((GOLDEN / situation / "plan.json").read_text("utf-8"))
        made = {kind: answer["plans"][situation] for kind, answer in found.items()}
        assert made["pruned"]["plan"] == approved
        assert made["pruned"] == made["restored"] == made["restored-again"] == made["stock"]


@pytest.mark.pyodide
def test_a_restored_runtime_has_chances_of_its_own(tmp_path: Path) -> None:
    """The same memory restored twice does not draw the same numbers."""
    found = answers("plans.py", tmp_path, "restored", "restored-again")
    assert found["restored"]["random"] != found["restored-again"]["random"]


@pytest.mark.pyodide
def test_whatever_is_left_can_be_imported(tmp_path: Path) -> None:
    """No module of the archive needs one that was cut in order to be imported."""
    found = answers("imports.py", tmp_path, "pruned")["pruned"]
    assert found == {}


@pytest.mark.pyodide
def test_what_is_compiled_ahead_is_as_it_would_be(tmp_path: Path) -> None:
    """Patterns and classes' functions from the build are those that the reader's Python would compile."""
    found = answers("ahead.py", tmp_path, "pruned")["pruned"]
    assert found["patterns"] > 100
    assert found["classes"] > 10
    assert found["different"] == []


@pytest.mark.pyodide
def test_a_start_imports_no_event_loop_and_no_installer(tmp_path: Path) -> None:
    """What Pyodide would import to wait, to install and to unpack is not there; what stands in for it is."""
    found = set(answers("started.py", tmp_path, "pruned")["pruned"])
    assert found.isdisjoint({"asyncio.events", "logging", "socket", "subprocess", "tempfile", "zipfile"})
    assert {"pyodide.webloop", "pyodide._package_loader", "dataclasses"} <= found


@pytest.mark.pyodide
def test_promises_are_refused_in_words(tmp_path: Path) -> None:
    """Without an event loop neither side can wait for the other, and each hears why; Python lives on."""
    for_a_promise, for_a_coroutine = answers("promise.py", tmp_path, "pruned")["pruned"]
    assert for_a_promise == "Python waits for nothing here."
    assert "Nothing waits for Python here." in for_a_coroutine
