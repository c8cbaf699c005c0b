"""Run a Python script inside Pyodide, under Node."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.site.tools import node_modules, node_program, run


@dataclass(frozen=True, kw_only=True)
class Inside:
    """A Python script to run inside Pyodide, under Node.

    Args:
        arguments: the script's.
        mounts: folders of this machine by their place in Pyodide's file system.
        stdlib: a zip file instead of Pyodide's own standard library.
        options: Python's own, such as ``-OO``.
    """

    script: Path
    arguments: Sequence[str]
    mounts: Mapping[str, Path]
    stdlib: Path | None = None
    options: Sequence[str] = ()
    env: Mapping[str, str] = field(default_factory=dict)


def run_inside(inside: Inside, root: Path, *, what: str) -> None:
    """Run a Python script inside Pyodide.

    Raises:
        BuildError: It failed; the error holds its output.
    """
    settings = {
        "pyodide": str(node_modules(root) / "pyodide"),
        "stdlib": inside.stdlib and str(inside.stdlib),
        "script": str(inside.script),
        "arguments": list(inside.arguments),
        "mounts": {place: str(folder) for place, folder in inside.mounts.items()},
        "options": list(inside.options),
        "env": dict(inside.env),
    }
    run(
        [node_program(), str(Path(__file__).parent / "inside/run.mjs"), json.dumps(settings)],
        what=what,
        advice="A syntax error in generator/ is the usual cause; the end of the output names it.",
    )
