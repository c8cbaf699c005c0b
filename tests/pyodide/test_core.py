"""The core's tests, run again where readers run the core."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from generator.site.runtime import make_runtime
from generator.site.tools import cache, node_modules, node_program, packages

ROOT: Final = Path(__file__).parents[2]
# These need this machine: a browser, the built site, other processes.
NOT_CORE: Final = ("browser", "pyodide", "site", "test_cli.py")
PATIENCE: Final = 900


@pytest.mark.pyodide
def test_core_passes_inside_pyodide(tmp_path: Path) -> None:
    """What readers run passes the core's own tests, on Pyodide's Python, from the very archive they get."""
    project = tmp_path / "project"
    project.mkdir()
    shutil.copyfile(ROOT / "pyproject.toml", project / "pyproject.toml")
    pycache = cache(ROOT) / "pycache"
    pycache.mkdir(exist_ok=True)
    settings = {
        "runtime": str(make_runtime(ROOT).folder),
        "stdlib": "/stdlib/python_stdlib.zip",
        "mounts": {
            "/project": str(project),
            "/project/tests": str(ROOT / "tests"),
            "/packages": str(packages(ROOT, "pyodide")),
            "/pycache": str(pycache),
            "/stdlib": str(node_modules(ROOT) / "pyodide"),
        },
        "arguments": [
            "--quiet", "-p", "no:cacheprovider", "-p", "tests.pyodide.profile", "--color=no",
            *(f"--ignore=tests/{name}" for name in NOT_CORE),
        ],
    }  # fmt: skip
    result = subprocess.run(
        [node_program(), str(Path(__file__).with_name("run.mjs")), json.dumps(settings)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"[-20_000:]
