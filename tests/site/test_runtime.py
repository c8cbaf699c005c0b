import gzip
from pathlib import Path

from generator.site.archive import read_archive
from generator.site.runtime import ARCHIVE, PACKED, fill_runtime, make_runtime

ROOT = Path(__file__).parents[2]


def test_runtime_is_made_once() -> None:
    """Unchanged sources give the same folder again, not a new one."""
    first = make_runtime(ROOT)
    made = first.folder.stat().st_mtime_ns
    second = make_runtime(ROOT)
    assert second == first
    assert second.folder.stat().st_mtime_ns == made


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Made again from the same sources, every file of the runtime is the same, to the byte."""
    runtime = make_runtime(ROOT)
    fill_runtime(tmp_path, ROOT)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in runtime.folder.iterdir()}
    for path in runtime.folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_what_readers_fetch_is_what_python_runs_from() -> None:
    """The packed archive is the archive."""
    folder = make_runtime(ROOT).folder
    assert gzip.decompress((folder / PACKED).read_bytes()) == (folder / ARCHIVE).read_bytes()


def test_runtime_is_compiled_for_pyodide() -> None:
    """All of Python's part is byte code of one version, so that no reader's browser compiles anything."""
    members = read_archive(make_runtime(ROOT).folder / "python.zip")
    code = {name: content[:4] for name, content in members.items() if name.endswith(".pyc")}
    assert {"generator/browser.pyc", "icalendar/__init__.pyc", "zoneinfo/__init__.pyc"} <= code.keys()
    assert len(set(code.values())) == 1
    assert not any(name.endswith((".py", ".so")) for name in members)
