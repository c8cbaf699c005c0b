"""The core's tests, run again where readers run the core."""

import shutil
from pathlib import Path
from typing import Final

import pytest

from generator.site.runtime import ARCHIVE, make_runtime
from generator.site.tools import cache, node_modules, packages
from generator.site.under_node import Inside, run_inside

ROOT: Final = Path(__file__).parents[2]
# These need this machine: a browser, the built site, other programs and processes.
FOLDERS: Final = ("browser", "fuzz", "pages", "patterns", "pyodide", "readers", "site", "stories")
NOT_CORE: Final = (
    *FOLDERS, "property/test_command.py", "test_cli.py", "test_cli_check.py", "test_grammar.py",
)  # fmt: skip


@pytest.mark.pyodide
def test_core_passes_inside_pyodide(tmp_path: Path) -> None:
    """What readers run passes the core's own tests, on Pyodide's Python, from the very archive they get."""
    project = tmp_path / "project"
    project.mkdir()
    shutil.copyfile(ROOT / "pyproject.toml", project / "pyproject.toml")
    pycache = cache(ROOT) / "pycache"
    pycache.mkdir(exist_ok=True)
    inside = Inside(
        script=Path(__file__).with_name("core_tests.py"),
        arguments=[
            "--quiet", "-p", "no:cacheprovider", "-p", "tests.pyodide.profile", "--color=no",
            *(f"--ignore=tests/{name}" for name in NOT_CORE),
        ],
        mounts={
            "/project": project,
            "/project/tests": ROOT / "tests",
            "/packages": packages(ROOT, "pyodide"),
            "/pycache": pycache,
            "/stdlib": node_modules(ROOT) / "pyodide",
        },
        stdlib=make_runtime(ROOT).folder / ARCHIVE,
        env={"PYTHONPYCACHEPREFIX": "/pycache"},
    )  # fmt: skip
    run_inside(inside, ROOT, what="The core's tests inside Pyodide")
