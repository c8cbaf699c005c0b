"""The parts of the package and what each of them imports, read from their sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

GENERATOR: Final = Path(__file__).parents[1] / "generator"
# What stands below may import what stands above. Parts of one row may import one another, in no circle.
LAYERS: Final = (
    (
        "calendar_text", "guess_words", "guesses", "mail_parts", "mail_policy", "nesting",
        "phrase_kinds", "words", "zones",
    ),
    ("interview",),
    (
        "names", "phrases", "fields", "form", "answers", "document", "schedule", "occasions", "sentences",
        "wording", "letters", "drafts", "checks",
        "handoff",
        "reminders", "calendar_file",
        "guests", "invitation_times", "invitation", "offers",
    ),
    ("plan",),
    ("advice",),
    ("browser", "cli"),
    ("__main__", "memory", "site"),
)  # fmt: skip
LEVEL: Final = {part: level for level, parts in enumerate(LAYERS) for part in parts}


def sources(*, core: bool) -> list[Path]:
    """Return the package's files, all or those of the core."""
    found = sorted(GENERATOR.rglob("*.py"))
    return [path for path in found if not core or "site" not in path.relative_to(GENERATOR).parts]


def part_of(path: Path) -> str:
    """Name the part a file belongs to: its module, or the folder directly under the package."""
    first = path.relative_to(GENERATOR).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the full names that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    """Return the package's parts that a file imports, without its own."""
    names = [name.split(".") for name in imported(path)]
    return {name[1] for name in names if name[0] == "generator" and len(name) > 1} - {part_of(path)}


def import_graph() -> dict[str, set[str]]:
    """Return what each part imports, by its name."""
    graph: dict[str, set[str]] = {}
    for path in sources(core=False):
        graph.setdefault(part_of(path), set()).update(parts_imported(path))
    return graph
