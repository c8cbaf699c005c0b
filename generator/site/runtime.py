"""Make the runtime: Pyodide and one byte-compiled archive with all the Python a reader needs, and no more."""

import gzip
import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from jinja2 import PackageLoader

from generator import letters
from generator.site.archive import (
    Members,
    core_files,
    package_members,
    reached_members,
    read_archive,
    standard_library,
    write_archive,
)
from generator.site.digests import digest, integrity
from generator.site.tools import (
    BuildError,
    build_lock,
    cache,
    node_modules,
    node_program,
    packages,
    run,
    unfinished_folder,
)
from generator.site.under_node import Inside, run_inside
from generator.site.wasm import with_imported_memory, with_spare_type, without_unused_exports

# What Python runs from, and the same packed as one stream for the way to the reader. Members of a zip file
# that are packed one by one are larger together, and Python unpacks each of them slowly. A .gz some hosts
# send in a way that makes browsers unpack it; of .bin they know nothing.
ARCHIVE: Final = "python.zip"
PACKED: Final = "python.bin"
SETTINGS: Final = "settings.mjs"
_WASM: Final = "pyodide.asm.wasm"
_SCRIPT: Final = "pyodide.asm.mjs"
_LOADER: Final = "pyodide.mjs"
_LOCKS: Final = ("package-lock.json", "requirements/runtime.txt", "requirements/compile.txt")
# Chromium compiles a function when it is first called, and keeps what was compiled when its script had run.
# With this before a script, that is all of it.
_COMPILED_WHOLE: Final = b"//# allFunctionsCalledOnLoad\n"
_SHAKE: Final = Path(__file__).with_name("shake.mjs")
_INSIDE: Final = Path(__file__).with_name("inside")
_KEPT: Final = 3
_MEMORY_SCRIPTS: Final = (
    "apart.js", "arrival.js", "keeper.js", "memory.js", "rehearser.js", "runtime.js", "sum.js", "worker.js",
)  # fmt: skip


@dataclass(frozen=True)
class Runtime:
    """A finished runtime: its folder, and the name that changes whenever its content does."""

    name: str
    folder: Path

    @property
    def files(self) -> list[Path]:
        """The files that a reader's browser may ask for."""
        return [self.folder / name for name in (_LOADER, _SCRIPT, _WASM, SETTINGS, PACKED)]

    @property
    def sums(self) -> dict[str, str]:
        """What each of them must be, by its name, as browsers take it for their `integrity`."""
        return {path.name: integrity(path.read_bytes()) for path in self.files}


def make_runtime(root: Path) -> Runtime:
    """Return the runtime for the project in `root`, making it unless the same one has been made before.

    Raises:
        BuildError: A tool or a download is missing; the message says what to do.
    """
    name = digest([*_builders(root), *core_files(root / "generator")], root)
    target = cache(root) / "runtime" / name
    with build_lock(root):
        if not target.exists():
            draft = unfinished_folder(target)
            try:
                fill_runtime(draft, root)
                draft.rename(target)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
            _forget_old(target.parent)
    # A memory that readers' browsers keep is of this runtime, as these scripts start it.
    scripts = [root / "docs/assets" / name for name in _MEMORY_SCRIPTS]
    return Runtime(hashlib.sha256(f"{name} {digest(scripts, root)}".encode()).hexdigest()[:16], target)


def _builders(root: Path) -> list[Path]:
    here = Path(__file__).parent
    return [
        *(root / name for name in _LOCKS),
        # Its Jinja2 makes the templates.
        root / "requirements/site.txt",
        *(
            here / name
            for name in ("archive.py", "runtime.py", "shake.mjs", "tools.py", "under_node.py", "wasm.py")
        ),
        *sorted(path for path in _INSIDE.rglob("*.*") if path.is_file() and "__pycache__" not in path.parts),
    ]


def fill_runtime(folder: Path, root: Path) -> None:
    """Make the runtime's files in an empty folder: the same bytes each time."""
    pyodide = node_modules(root) / "pyodide"
    script, loader = ((pyodide / name).read_text("utf-8") for name in (_SCRIPT, _LOADER))
    wasm, script = without_unused_exports((pyodide / _WASM).read_bytes(), script, loader)
    wasm, pages = with_imported_memory(with_spare_type(wasm))
    for name, content in ((_LOADER, loader.encode()), (_SCRIPT, script.encode()), (_WASM, wasm)):
        (folder / name).write_bytes(content)
    run(
        [node_program(), str(_SHAKE), str(folder)],
        what="Shaking Pyodide's script",
        advice="Another Pyodide may have another script; generator/site/shake.mjs says what it expects.",
    )
    for name in (_LOADER, _SCRIPT):
        path = folder / name
        path.write_bytes(_COMPILED_WHOLE + path.read_bytes())
    (folder / SETTINGS).write_text(_settings(root, pages))
    core = {path.relative_to(root).as_posix(): path.read_bytes() for path in core_files(root / "generator")}
    whole = _libraries(root) | _byte_compiled(core | _compiled_templates() | _instead(), root)
    members = reached_members(whole, _reached_modules(whole, root)) | _customisation(whole, root)
    archive = folder / ARCHIVE
    write_archive(archive, members)
    (folder / PACKED).write_bytes(gzip.compress(archive.read_bytes(), mtime=0))


def _settings(root: Path, pages: int) -> str:
    """Return a script with what Pyodide is started with: `pages` of memory, for one.

    The lock that it insists on names no packages, which it would look for elsewhere. The zone UTC is for
    dateutil, which asks for it while it is imported: with a file of its own it need not search the archive.
    """
    info = json.loads((node_modules(root) / "pyodide/pyodide-lock.json").read_text())["info"]
    utc = (packages(root, "runtime") / "tzdata/zoneinfo/UTC").read_bytes()
    return (
        f"export const lockFileContents = {json.dumps({'info': info, 'packages': {}})};\n"
        f"export const utc = {json.dumps([*utc])};\n"
        f"export const pages = {pages};\n"
    )


def _instead() -> Members:
    """Return what takes the place of modules that Pyodide imports when it starts and no letter needs."""
    folder = _INSIDE / "instead"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.py")}


def _compiled_templates() -> Members:
    """Return the letters' templates as the Python modules that Jinja2 makes of them."""
    with TemporaryDirectory() as folder:
        environment = letters.environment().overlay(loader=PackageLoader("generator"))
        environment.compile_templates(folder, zip=None, ignore_errors=False)
        place = f"generator/{letters.COMPILED}"
        return {f"{place}/{path.name}": path.read_bytes() for path in Path(folder).glob("*.py")}


def _libraries(root: Path) -> Members:
    """Return the byte-compiled standard library and packages, which change with the locks only."""
    here = Path(__file__).parent
    made_from = [
        *(root / name for name in _LOCKS),
        here / "archive.py",
        _INSIDE / "byte_compile.py",
    ]
    target = cache(root) / "libraries" / f"{digest(made_from, root)}.zip"
    if not target.exists():
        members = standard_library(node_modules(root) / "pyodide/python_stdlib.zip")
        members |= package_members(packages(root, "runtime"))
        draft = unfinished_folder(target) / target.name
        write_archive(draft, _byte_compiled(members, root))
        draft.rename(target)
        draft.parent.rmdir()
        _forget_old(target.parent)
    return read_archive(target)


def _byte_compiled(members: Members, root: Path) -> Members:
    """Return `members` with each .py file as the .pyc file that Pyodide's own Python makes of it."""
    with TemporaryDirectory(dir=cache(root)) as folder:
        archive = Path(folder, ARCHIVE)
        write_archive(archive, members)
        inside = Inside(
            script=_INSIDE / "byte_compile.py",
            arguments=[f"/folder/{ARCHIVE}"],
            mounts={"/folder": Path(folder), "/tools": packages(root, "compile")},
            # Docstrings and asserts are of no use to a reader.
            options=["-OO"],
            # With SOURCE_DATE_EPOCH, py_compile writes hashes instead of dates: the same bytes each time.
            env={"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "315532800"},
        )
        run_inside(inside, root, what="Byte-compiling for Pyodide")
        compiled = read_archive(archive)
    if any(name.endswith(".py") for name in compiled):
        raise BuildError("Byte-compiling for Pyodide left .py files. Remove .cache and build again.")
    return compiled


def _reached_modules(members: Members, root: Path) -> frozenset[str]:
    """Return the names of the modules that the core can reach, found by running it."""
    return frozenset(json.loads(_found("reach.py", members, root, what="Finding what the core needs")))


def _customisation(members: Members, root: Path) -> Members:
    """Return what Python runs first, and what the core's imports would compile, compiled."""
    ahead = _found("ahead.py", members, root, what="Compiling ahead")
    first = (_INSIDE / "sitecustomize.py").read_bytes()
    return _byte_compiled({"compiled_ahead.py": ahead, "sitecustomize.py": first}, root)


def _found(script: str, members: Members, root: Path, *, what: str) -> bytes:
    """Return what a script finds out by running the core of `members`."""
    with TemporaryDirectory(dir=cache(root)) as folder:
        write_archive(Path(folder, ARCHIVE), members)
        inside = Inside(
            script=_INSIDE / script,
            arguments=["/inside/requests.json", "/folder/found"],
            mounts={"/folder": Path(folder), "/inside": _INSIDE},
            stdlib=Path(folder, ARCHIVE),
            # Sets are walked in the same order each time.
            env={"PYTHONHASHSEED": "0"},
        )
        run_inside(inside, root, what=what)
        return Path(folder, "found").read_bytes()


def _forget_old(folder: Path) -> None:
    by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[_KEPT:]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
