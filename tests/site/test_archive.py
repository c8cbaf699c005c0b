from pathlib import Path

from generator.site.archive import core_files, package_members, read_archive, write_archive

ROOT = Path(__file__).parents[2]


def test_same_members_make_same_bytes(tmp_path: Path) -> None:
    """Neither the order of the members nor the time of day is in the archive."""
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    write_archive(one, {"a.txt": b"a", "b/c.txt": b"c"})
    write_archive(other, {"b/c.txt": b"c", "a.txt": b"a"})
    assert one.read_bytes() == other.read_bytes()
    assert read_archive(one) == {"a.txt": b"a", "b/c.txt": b"c"}


def test_packages_leave_behind_what_no_reader_runs(tmp_path: Path) -> None:
    """Native modules, tests and installers' notes stay out; the licence goes along."""
    for name in (
        "lib/__init__.py",
        "lib/_fast.cpython-314-x86_64-linux-gnu.so",
        "lib/data.txt",
        "lib/tests/test_it.py",
        "lib-1.0.dist-info/METADATA",
        "lib-1.0.dist-info/licenses/LICENSE",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert sorted(package_members(tmp_path)) == [
        "lib/__init__.py",
        "lib/data.txt",
        "licenses/lib-1.0/LICENSE",
    ]


def test_core_is_the_package_without_builder_and_command() -> None:
    """The templates go to the reader; the MkDocs plugin and the command do not."""
    names = {path.relative_to(ROOT / "generator").as_posix() for path in core_files(ROOT / "generator")}
    assert {"browser.py", "plan.py", "templates/thank-you/subject.txt"} <= names
    assert not {"cli.py", "__main__.py", "site/plugin.py"} & names
