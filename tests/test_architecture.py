"""The order of the parts, read from their sources; inside Pyodide there are none, only byte code."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.imports import GENERATOR, LEVEL, import_graph, imported, part_of, parts_imported, sources

pytestmark = pytest.mark.skipif(not GENERATOR.is_dir(), reason="the sources are not here")
# The command asks the clock for the present; a restored memory takes new chances for the old ones.
EDGES = ("cli.py", "memory.py")
NOT_IN_THE_CORE = {"mkdocs", "material", "pyodide", "pyodide_js", "js", "markdown", "requests", "urllib3"}
# What gives another answer each time it is asked.
CHANCE = {
    "now",
    "today",
    "utcnow",
    "fromtimestamp",
    "time_ns",
    "uuid1",
    "uuid4",
    "getnode",
    "urandom",
    "random",
}


def asked(path: Path) -> list[str]:
    """Return the calls in a file that give another answer each time."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return [call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in CHANCE]


@pytest.mark.parametrize(
    "path", sources(core=False) if GENERATOR.is_dir() else [], ids=lambda path: path.stem
)
def test_imports_point_one_way(path: Path) -> None:
    """A part imports only from its own layer and those above it in the design's order."""
    part = part_of(path)
    if part == "__init__":
        assert parts_imported(path) == set()
        return
    assert part in LEVEL, "a new part needs its place in the order"
    below = {other for other in parts_imported(path) if LEVEL[other] > LEVEL[part]}
    assert below == set()


def test_a_review_needs_no_letter_of_ours() -> None:
    """Drafts and checks know what was met and typed, and its phrases, but neither letters nor plan."""
    graph = import_graph()
    imported_by_a_review = graph["drafts"] | graph["checks"]
    assert imported_by_a_review <= {"drafts", "interview", "names", "phrases", "schedule", "words", "zones"}


def test_command_and_browser_do_not_know_each_other() -> None:
    """The two ways in share the plan, not each other."""
    assert "cli" not in parts_imported(GENERATOR / "browser.py")
    assert "browser" not in parts_imported(GENERATOR / "cli.py")


def test_imports_have_no_circle() -> None:
    """The parts can be put in one order."""
    assert list(TopologicalSorter(import_graph()).static_order())


@pytest.mark.parametrize("path", sources(core=True) if GENERATOR.is_dir() else [], ids=lambda path: path.stem)
def test_core_knows_neither_builder_nor_browser(path: Path) -> None:
    """The core imports no site builder, no browser bridge and nothing that speaks to a network."""
    roots = {name.split(".")[0] for name in imported(path)}
    assert not roots & NOT_IN_THE_CORE
    assert not {
        name
        for name in imported(path)
        if name.startswith(("generator.site", "http", "socket", "urllib.request"))
    }


@pytest.mark.parametrize(
    "path",
    [path for path in sources(core=True) if path.name not in EDGES] if GENERATOR.is_dir() else [],
    ids=lambda path: path.stem,
)
def test_nothing_inside_asks_the_clock_or_chance(path: Path) -> None:
    """Time and ids come in as arguments; only the edges may ask."""
    assert asked(path) == []
    assert not {name.split(".")[0] for name in imported(path)} & {"random", "secrets", "time"}


def test_command_asks_the_clock_once() -> None:
    """The one place that asks for the present is the command's."""
    assert asked(GENERATOR / "cli.py") == ["now"]
