"""Make the runtime: Pyodide and one byte-compiled zip file with all the Python a reader needs."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.site.archive import (
    Members,
    core_files,
    package_members,
    read_archive,
    standard_library,
    write_archive,
)
from generator.site.tools import (
    BuildError,
    build_lock,
    cache,
    digest,
    draft_folder,
    node_modules,
    node_program,
    packages,
    run,
)

ARCHIVE: Final = "python.zip"
LOCK: Final = "pyodide-lock.json"
_PYODIDE_FILES: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_KEPT: Final = 3


@dataclass(frozen=True)
class Runtime:
    """A finished runtime: its folder, and the name that changes whenever its content does."""

    name: str
    folder: Path

    @property
    def files(self) -> list[Path]:
        """The files that a reader's browser may ask for."""
        return [self.folder / name for name in (*_PYODIDE_FILES, LOCK, ARCHIVE)]


def make_runtime(root: Path) -> Runtime:
    """Return the runtime for the project in `root`, making it unless the same one has been made before.

    Raises:
        BuildError: A tool or a download is missing; the message says what to do.
    """
    name = digest([*_builders(root), *core_files(root / "generator")], root)
    target = cache(root) / "runtime" / name
    with build_lock(root):
        if not target.exists():
            draft = draft_folder(target)
            try:
                _fill(draft, root)
                draft.rename(target)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
            _forget_old(target.parent)
    return Runtime(name, target)


def _builders(root: Path) -> list[Path]:
    here = Path(__file__).parent
    return [
        root / "package-lock.json",
        root / "requirements/runtime.txt",
        root / "requirements/compile.txt",
        *(here / name for name in ("archive.py", "compile.mjs", "runtime.py", "tools.py")),
    ]


def _fill(folder: Path, root: Path) -> None:
    pyodide = node_modules(root) / "pyodide"
    for name in _PYODIDE_FILES:
        shutil.copyfile(pyodide / name, folder / name)
    (folder / LOCK).write_text(_empty_lock(pyodide / LOCK))
    core = {path.relative_to(root).as_posix(): path.read_bytes() for path in core_files(root / "generator")}
    write_archive(folder / ARCHIVE, _libraries(root) | _byte_compiled(core, root))


def _empty_lock(path: Path) -> str:
    """Return the lock file Pyodide insists on, without the packages it would look for elsewhere."""
    return json.dumps({"info": json.loads(path.read_text())["info"], "packages": {}})


def _libraries(root: Path) -> Members:
    """Return the byte-compiled standard library and packages, which change with the locks only."""
    target = cache(root) / "libraries" / f"{digest(_builders(root), root)}.zip"
    if not target.exists():
        members = standard_library(node_modules(root) / "pyodide/python_stdlib.zip")
        members |= package_members(packages(root, "runtime"))
        draft = draft_folder(target) / target.name
        write_archive(draft, _byte_compiled(members, root))
        draft.rename(target)
        draft.parent.rmdir()
    return read_archive(target)


def _byte_compiled(members: Members, root: Path) -> Members:
    """Return `members` with each .py file as the .pyc file that Pyodide's own Python makes of it."""
    script = Path(__file__).with_name("compile.mjs")
    with TemporaryDirectory(dir=cache(root)) as folder:
        archive = Path(folder, ARCHIVE)
        write_archive(archive, members)
        run(
            [
                node_program(), str(script), str(node_modules(root) / "pyodide"),
                str(packages(root, "compile")), str(archive.parent), archive.name,
            ],
            what="Byte-compiling for Pyodide",
            advice="A syntax error in generator/ is the usual cause; the end of the output names it.",
        )  # fmt: skip
        compiled = read_archive(archive)
    if any(name.endswith(".py") for name in compiled):
        raise BuildError("Byte-compiling for Pyodide left .py files. Remove .cache and build again.")
    return compiled


def _forget_old(folder: Path) -> None:
    by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[_KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
