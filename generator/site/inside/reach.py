"""Find the modules that the core can reach: `reach.py REQUESTS ANSWER`.

Runs on the whole, byte-compiled standard library, packages and core. What Pyodide and the core import while
they start and answer the requests is reached; so is whatever the byte code of something reached names in an
import, at any depth of functions, unless it is cut.
"""

import dis
import importlib
import json
import marshal
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from zipfile import ZipFile

LIBRARY = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"
# Magic number, flags and a hash or a date stand before the code.
PYC_HEADER = 16

# Named in no import: looked for by name when a text is encoded, or imported by Python's own C code.
BY_NAME = (
    "_strptime", "encodings.ascii", "encodings.base64_codec", "encodings.charmap", "encodings.cp1252",
    "encodings.hex_codec", "encodings.idna", "encodings.iso8859_1", "encodings.iso8859_15",
    "encodings.latin_1", "encodings.punycode", "encodings.quopri_codec", "encodings.raw_unicode_escape",
    "encodings.unicode_escape", "encodings.utf_16", "encodings.utf_16_be", "encodings.utf_16_le",
    "encodings.utf_32", "encodings.utf_7", "encodings.utf_8", "encodings.utf_8_sig", "string.templatelib",
    "traceback",
)  # fmt: skip

# Named in imports of what is reached, and never called for letters. They are for...
CUT = (
    # ... a developer: test runners, debuggers, help, profiling, shells
    "_pyrepl", "cmd", "code", "doctest", "pstats", "profile", "pydoc", "rlcompleter", "timeit", "trace",
    "tracemalloc", "unittest",
    # ... a network, other processes, other interpreters, a terminal
    "getopt", "http", "multiprocessing", "ssl", "urllib.error", "urllib.request", "xml",
    # ... other systems
    "ctypes.macholib", "dateutil.tz.win", "plistlib", "winreg",
    # ... archives and packages that would be installed: here all is there
    "csv", "gzip", "importlib.metadata", "py_compile", "tarfile",
    # ... what C does here: the same again in Python
    "_py_abc", "_pydatetime", "_pydecimal", "_threading_local",
    # ... other uses of the packages
    "icalendar.timezone.pytz", "jinja2.ext", "jinja2.sandbox",
    "wtforms.csrf.session",
)  # fmt: skip


def main(requests: Path, answer: Path) -> None:
    """Write the names of the modules reached, as a JSON list."""
    run_core(json.loads(requests.read_text()))
    files = module_files()
    reached = {name for name in (*sys.modules, *BY_NAME) if name in files and not is_cut(name)}
    queue = list(reached)
    while queue:
        new = imported_by(queue.pop(), files) - reached
        reached |= new
        queue += new
    answer.write_text(json.dumps(sorted(reached)))


def run_core(requests: list[object]) -> None:
    """Import every part of the core and have it answer."""
    core = importlib.import_module("generator")
    for part in pkgutil.walk_packages(core.__path__, "generator."):
        importlib.import_module(part.name)
    browser = importlib.import_module("generator.browser")
    for request in requests:
        browser.handle(json.dumps(request))


def module_files() -> dict[str, tuple[bytes, bool]]:
    """Return the byte code of each module of the library, and whether it is a package."""
    with ZipFile(LIBRARY) as library:
        found = {}
        for name in library.namelist():
            module = name.removesuffix(".pyc").replace("/", ".")
            if name.endswith(".pyc"):
                found[module.removesuffix(".__init__")] = (library.read(name), module.endswith(".__init__"))
    return found


def imported_by(module: str, files: dict[str, tuple[bytes, bool]]) -> set[str]:
    """Return the modules of the library that a module's code names in its imports, and their packages."""
    content, is_package = files[module]
    package = module if is_package else module.rpartition(".")[0]
    found = set()
    for code in all_code(marshal.loads(content[PYC_HEADER:])):  # noqa: S302 - the build's own files
        for name in named_in_imports(code, package):
            parts = name.split(".")
            found |= {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
    return {name for name in found if name in files and not is_cut(name)}


def all_code(code: CodeType) -> Iterator[CodeType]:
    """Yield a module's code and that of every function and class in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from all_code(constant)


def named_in_imports(code: CodeType, package: str) -> Iterator[str]:
    """Yield what the import statements may mean: a module, or a name in one that is a module itself."""
    level, names = 0, None
    for instruction in dis.get_instructions(code):
        if instruction.opname == "LOAD_SMALL_INT":
            level = instruction.argval
        elif instruction.opname == "LOAD_CONST":
            names = instruction.argval
        elif instruction.opname == "IMPORT_NAME":
            base = package.split(".")[: 1 - level or None] if level else []
            module = ".".join([*base, *filter(None, [instruction.argval])])
            yield module
            yield from (f"{module}.{name}" for name in names or ())


def is_cut(module: str) -> bool:
    """Say whether a module or a package around it is cut."""
    return any(module == name or module.startswith(f"{name}.") for name in CUT)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
