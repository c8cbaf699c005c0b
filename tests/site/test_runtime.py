from pathlib import Path

from generator.site.archive import read_archive
from generator.site.runtime import make_runtime

ROOT = Path(__file__).parents[2]


def test_runtime_is_made_once() -> None:
    """Unchanged sources give the same folder again, not a new one."""
    first = make_runtime(ROOT)
    made = first.folder.stat().st_mtime_ns
    second = make_runtime(ROOT)
    assert second == first
    assert second.folder.stat().st_mtime_ns == made


def test_runtime_is_compiled_for_pyodide() -> None:
    """All of Python's part is byte code of one version, so that no reader's browser compiles anything."""
    members = read_archive(make_runtime(ROOT).folder / "python.zip")
    code = {name: content[:4] for name, content in members.items() if name.endswith(".pyc")}
    assert {"generator/browser.pyc", "icalendar/__init__.pyc", "zoneinfo/__init__.pyc"} <= code.keys()
    assert len(set(code.values())) == 1
    assert not any(name.endswith((".py", ".so")) for name in members)
