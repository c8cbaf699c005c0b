"""What pages say of themselves: dates from the history, and structured data by their kind."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.site.metadata import DESCRIBE, Dates, Subject, read_dates

PAGE = Subject(
    title="Questions people ask",
    about="Short answers.",
    url="https://example.org/questions/",
    card="https://example.org/assets/cards/questions.png",
    site="After the Interview",
    dates=Dates("2026-01-05", "2026-02-06"),
    html="""<h1>Questions?</h1><h2 id="late">Being late</h2><p>Not an answer.</p>
    <h3 id="a">Is it too late to say <em>thank you</em>?</h3><p>No.</p><ul><li>Write &amp; send it.</li></ul>
    <h3 id="b">A note</h3><p>No answer either.</p><h3 id="c">Twice?</h3><p>Once.</p>""",
)


def test_questions_are_headings_that_ask() -> None:
    """A heading that asks is a question, and what follows up to the next heading its answer."""
    entries = DESCRIBE["questions"](PAGE)["mainEntity"]
    found = [(entry["name"], entry["acceptedAnswer"]["text"]) for entry in entries]
    assert found == [("Is it too late to say thank you?", "No. Write & send it."), ("Twice?", "Once.")]


@pytest.mark.parametrize(
    ("kind", "type_"), [("article", "Article"), ("questions", "FAQPage"), ("tool", "WebApplication")]
)
def test_each_kind_has_its_type(kind: str, type_: str) -> None:
    """A page's kind decides its type, and all say where they are and what they are about."""
    data = DESCRIBE[kind](PAGE)
    assert (data["@type"], data["url"], data["description"], data["image"]) == (
        type_,
        PAGE.url,
        PAGE.about,
        PAGE.card,
    )


def test_dates_come_from_the_history(tmp_path: Path) -> None:
    """A page was published with its first change and modified with its last."""
    docs = tmp_path / "docs"
    (docs / "sub").mkdir(parents=True)
    for day, text in [("2026-01-05", "one"), ("2026-02-06", "two")]:
        (docs / "sub/page.md").write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "--quiet", "--message", text, day=day)
    assert read_dates(docs) == {"sub/page.md": Dates("2026-01-05", "2026-02-06")}


def test_a_page_changes_with_the_interview_that_it_shows(tmp_path: Path) -> None:
    """A new answer in an example's document is a change of the example's page, and of no other."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for day, names in [("2026-01-05", ["one.md", "one.json", "two.md"]), ("2026-02-06", ["one.json"])]:
        for name in names:
            (docs / name).write_text(day, encoding="utf-8")
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "--quiet", "--message", day, day=day)
    dates = read_dates(docs)
    assert dates["one.md"] == Dates("2026-01-05", "2026-02-06")
    assert dates["two.md"] == Dates("2026-01-05", "2026-01-05")


def test_unknown_dates_are_not_said() -> None:
    """Where no history says them, a page says nothing of its dates, and the rest all the same."""
    data = DESCRIBE["article"](replace(PAGE, dates=None))
    assert not {"datePublished", "dateModified"} & data.keys()
    assert data["headline"] == PAGE.title


def test_without_history_there_are_no_dates(tmp_path: Path) -> None:
    """A copy of the files without their repository can be built."""
    assert read_dates(tmp_path) == {}


def git(folder: Path, *words: str, day: str) -> None:
    """Run git in a folder, as on a day."""
    if not (folder / ".git").exists():
        subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # noqa: S607 - whichever git there is
    who = {"NAME": "Nobody", "EMAIL": "nobody@example.org", "DATE": f"{day}T12:00:00Z"}
    names = {f"GIT_{role}_{key}": value for key, value in who.items() for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(
        ["git", *words],  # noqa: S607 - whichever git there is
        cwd=folder,
        check=True,
        env={**names, "PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )
