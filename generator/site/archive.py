"""Put Python's standard library, the packages and the core into one zip file, the same bytes each time."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

# The earliest date a zip file can hold: real dates would make each build differ.
_DATE: Final = (1980, 1, 1, 0, 0, 0)

# Needed to build, type-check or test a package, never to run it. Native modules are for the host's processor.
_USELESS_SUFFIXES: Final = (
    *(".c", ".h", ".pxd", ".pyx", ".dll", ".dylib", ".pyd", ".so"),
    *(".bat", ".ctypes", ".ini", ".md", ".mo", ".po", ".pot", ".pyc", ".pyi", "/py.typed"),
)
_USELESS_PARTS: Final = frozenset(
    (
        "__pycache__",
        "_pyrepl",
        "bin",
        "ensurepip",
        "idlelib",
        "lib2to3",
        "pydoc_data",
        "test",
        "tests",
        "turtledemo",
    )
)

# The build's own half of the package, and the command: no reader runs them.
_NOT_CORE: Final = ("site/", "cli.py", "__main__.py")

# The core, templates that Jinja2 imports by names of its own, and the terms of all the rest.
_ALWAYS: Final = ("generator/", "licenses/")

_LICENCE: Final = re.compile(r"^([^/]+)\.dist-info/licenses/")

Members = dict[str, bytes]


def standard_library(path: Path) -> Members:
    """Return the useful members of Pyodide's own standard library."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if _is_useful(name)}


def package_members(folder: Path) -> Members:
    """Return the useful files of a folder of installed packages."""
    members = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and _is_useful(name):
            # A dist-info folder without its METADATA would confuse importlib.metadata.
            members[_LICENCE.sub(r"licenses/\1/", name)] = path.read_bytes()
    return members


def core_files(generator: Path) -> Iterator[Path]:
    """Yield the files of the core that readers run."""
    for path in sorted(generator.rglob("*")):
        name = path.relative_to(generator).as_posix()
        if path.is_file() and _is_useful(name) and not name.startswith(_NOT_CORE):
            yield path


def write_archive(path: Path, members: Mapping[str, bytes]) -> None:
    """Write a zip file whose bytes depend on nothing but `members`, none of them compressed."""
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for name in sorted(members):
            entry = ZipInfo(name, _DATE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, members[name])


def read_archive(path: Path) -> Members:
    """Return every member of a zip file."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def reached_members(members: Mapping[str, bytes], modules: AbstractSet[str]) -> Members:
    """Return the members that `modules` need: their byte code, and the data files in a package of theirs."""
    files = {module.replace(".", "/") for module in modules}
    tops = {module.partition(".")[0] for module in modules}

    def is_reached(name: str) -> bool:
        if name.startswith(_ALWAYS):
            return True
        if name.endswith(".pyc"):
            return name.removesuffix(".pyc").removesuffix("/__init__") in files
        return name.partition("/")[0] in tops

    return {name: content for name, content in members.items() if is_reached(name)}


def _is_useful(name: str) -> bool:
    *folders, file = name.split("/")
    # Of what installers leave behind, only the licences must go where the packages go.
    if ".dist-info/" in name and "/licenses/" not in name:
        return False
    if not file or file.startswith(".") or _USELESS_PARTS.intersection(folders):
        return False
    return not name.endswith(_USELESS_SUFFIXES)
