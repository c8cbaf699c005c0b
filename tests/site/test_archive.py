from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from generator.site.archive import (
    core_files,
    package_members,
    reached_members,
    read_archive,
    write_archive,
)

ROOT = Path(__file__).parents[2]


def test_same_members_make_same_bytes(tmp_path: Path) -> None:
    """Neither the order of the members nor the time of day is in the archive."""
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    write_archive(one, {"a.txt": b"a", "b/c.txt": b"c"})
    write_archive(other, {"b/c.txt": b"c", "a.txt": b"a"})
    assert one.read_bytes() == other.read_bytes()
    assert read_archive(one) == {"a.txt": b"a", "b/c.txt": b"c"}


def test_members_are_not_packed_one_by_one(tmp_path: Path) -> None:
    """The archive is packed as a whole, on its way: so its members are not."""
    write_archive(tmp_path / "one.zip", {"a.txt": b"a" * 1000})
    with ZipFile(tmp_path / "one.zip") as archive:
        assert [one.compress_type for one in archive.infolist()] == [ZIP_STORED]


def test_only_what_is_reached_stays() -> None:
    """Modules that nothing reaches go, and the data of their packages; the core and the licences stay."""
    members = dict.fromkeys(
        (
            "used/__init__.pyc",
            "used/data.txt",
            "used/other.pyc",
            "unused/__init__.pyc",
            "unused/data.txt",
            "single.pyc",
            "generator/compiled_templates/tmpl_1.pyc",
            "licenses/used-1/LICENSE",
        ),
        b"",
    )
    assert sorted(reached_members(members, {"used", "single"})) == [
        "generator/compiled_templates/tmpl_1.pyc",
        "licenses/used-1/LICENSE",
        "single.pyc",
        "used/__init__.pyc",
        "used/data.txt",
    ]


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
