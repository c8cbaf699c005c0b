"""The folder of the site's own scripts."""

import re
from pathlib import Path

import pytest
from mkdocs.structure.files import File

from generator.site.scripts import scripts_folder

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]


def folder_of(root: Path, scripts: dict[str, str]) -> tuple[str, list[str]]:
    """Write files, and return the folder for them and where each of them goes."""
    files = []
    for name, content in scripts.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        files.append(
            File(name, src_dir=str(root / "docs"), dest_dir=str(root / "site"), use_directory_urls=True)
        )
    library = root / "library.js"
    library.write_text("library")
    return scripts_folder(files, [library]), [file.dest_uri for file in files]


def test_the_folder_changes_with_each_script(tmp_path: Path) -> None:
    """A page that asks for an older script finds none, rather than one that it does not understand."""
    before, places = folder_of(tmp_path, {"assets/a.js": "a", "assets/b.css": "b"})
    assert re.fullmatch(r"assets/[0-9a-f]{16}/", before)
    assert places == [f"{before}a.js", f"{before}b.css"]
    assert folder_of(tmp_path, {"assets/a.js": "a", "assets/b.css": "b"})[0] == before
    assert folder_of(tmp_path, {"assets/a.js": "a", "assets/b.css": "c"})[0] != before


def test_only_scripts_and_styles_move(tmp_path: Path) -> None:
    """Pictures and data keep their addresses, which others may have kept."""
    names = ("assets/icon.svg", "examples/one.json", "site.webmanifest", "assets/more/deep.js")
    _, places = folder_of(tmp_path, dict.fromkeys(names, ""))
    assert places == list(names)


def test_every_page_asks_for_scripts_that_are_there(site_dir: Path) -> None:
    """The built pages name one folder of scripts, and each file that they name in it exists."""
    asked = {
        found
        for page in site_dir.rglob("*.html")
        for found in re.findall(r"assets/[0-9a-f]{16}/[\w./-]+", page.read_text("utf-8"))
    }
    assert len({path.split("/")[1] for path in asked}) == 1
    assert {path for path in asked if not (site_dir / path).is_file()} == set()


def test_a_stylesheet_is_all_of_its_parts_in_their_order(site_dir: Path) -> None:
    """The parts of each are joined without comments, and not there besides: a page waits for all of it."""
    folders = sorted((ROOT / "docs/assets/styles").iterdir())
    assert folders
    for folder in folders:
        parts = sorted(folder.glob("*.css"))
        (sheet,) = site_dir.glob(f"assets/*/{folder.name}.css")
        written = "".join(part.read_text("utf-8") for part in parts).split("/*")
        rules = "".join([written[0], *(stretch.partition("*/")[2] for stretch in written[1:])])
        assert sheet.read_text("utf-8").split() == rules.split()
    assert not (site_dir / "assets/styles").exists()


def test_no_script_offers_what_nobody_takes() -> None:
    """Each export is imported by another script; one that is not is there for nothing."""
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/assets").glob("*.js")}
    offered = {
        (name, export)
        for name, text in texts.items()
        for export in re.findall(r"^export (?:async )?(?:function|class|const|let) (\w+)", text, re.MULTILINE)
    }
    assert len(offered) > 50
    unused = {
        (name, export)
        for name, export in offered
        if not any(
            re.search(rf"import \{{[^}}]*\b{export}\b[^}}]*\}} from \"\./{re.escape(name)}\"", text)
            for other, text in texts.items()
            if other != name
        )
    }
    assert unused == set()
