"""A release is one zip file that anybody can make again, to the byte."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.site.release import site_members, write_release
from generator.site.tools import BuildError
from tests.site.built import ROOT


def a_site(folder: Path, **files: str) -> Path:
    """Write a folder with a home page and other pages."""
    for name, content in {"index": "home", **files}.items():
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def test_the_bytes_depend_on_the_files_alone(tmp_path: Path) -> None:
    """Neither the order in which files were written nor their dates and rights change the zip file."""
    one = a_site(tmp_path / "one", about="a", when="w")
    other = a_site(tmp_path / "other", when="w", about="a")
    os.utime(other / "about.html", (1, 1))
    (other / "when.html").chmod(0o600)
    digests = {
        write_release(one, other, tmp_path / "first/site.zip"),
        write_release(other, one, tmp_path / "second/site.zip"),
    }
    zips = {(tmp_path / name / "site.zip").read_bytes() for name in ("first", "second")}
    assert len(zips) == 1
    assert {hashlib.sha256(content).hexdigest() for content in zips} == digests
    with ZipFile(tmp_path / "first/site.zip") as archive:
        assert archive.namelist() == ["about.html", "index.html", "when.html"]


def test_its_sum_stands_beside_it(tmp_path: Path) -> None:
    """The file with the sum is one that `sha256sum --check` reads."""
    site = a_site(tmp_path / "site")
    digest = write_release(site, site, tmp_path / "site.zip")
    assert (tmp_path / "site.zip.sha256").read_text() == f"{digest}  site.zip\n"


def test_two_builds_that_differ_are_no_release(tmp_path: Path) -> None:
    """What differs is named, also where one build lacks a file, and nothing is written."""
    one, other = a_site(tmp_path / "one", about="a", when="w"), a_site(tmp_path / "other", about="b")
    with pytest.raises(BuildError, match=r"differ in 2 files: about\.html, when\.html"):
        write_release(one, other, tmp_path / "site.zip")
    assert not (tmp_path / "site.zip").exists()


def test_an_empty_folder_is_no_release(tmp_path: Path) -> None:
    """A site that was never built is refused."""
    with pytest.raises(BuildError, match="There is no built site"):
        site_members(tmp_path)


@pytest.mark.site
def test_a_build_elsewhere_has_the_same_bytes(site_dir: Path, tmp_path: Path) -> None:
    """Another folder, time zone, language and order of sets give the same site; its date is its commit's."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    other = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "COLUMNS": "40"}
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, **other})
    assert write_release(site_dir, tmp_path / "site", tmp_path / "site.zip")
