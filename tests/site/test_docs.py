"""What the project's own pages show is true."""

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from generator.browser import handle
from generator.cli import main
from generator.document import DocumentError, parse_document
from generator.form import INTERVIEWER_KEYS, KEYS
from tests.drawing import without_what_follows
from tests.imports import import_graph

ROOT: Final = Path(__file__).parents[2]
PROJECT: Final = ROOT / "docs/project"
NOW: Final = "2026-03-05T18:00+00:00"


def examples(page: str, language: str) -> list[str]:
    """Return the code blocks of a language on a page."""
    text = (PROJECT / page).read_text()
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)


def plan_of_first_example(tmp_path: Path) -> dict[str, Any]:
    """Run the command on the first interview shown."""
    (tmp_path / "interview.json").write_text(examples("interview-file.md", "json")[0])
    assert main(["plan", str(tmp_path / "interview.json"), "--out", str(tmp_path), "--now", NOW]) == 0
    plan: dict[str, Any] = json.loads((tmp_path / "plan.json").read_text())
    return plan


def test_the_commands_of_the_readme_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first writes letters of a file that is there, and the second reads one of them."""
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^\.nox/serve/bin/python -m generator (.+)$", readme, flags=re.MULTILINE)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    assert [main(command.split()) for command in commands] == [0, 0]


def test_interview_examples_are_valid() -> None:
    """The least and the whole interview are read as they stand."""
    least, whole = examples("interview-file.md", "json")[0], examples("interview-file.md", "toml")[0]
    assert parse_document(least).company == parse_document(whole).company


def test_the_page_names_every_key() -> None:
    """The tables of the interview document list the keys of the form, no more and no fewer."""
    rows = re.findall(r"^\| (`.+?`) \|", (PROJECT / "interview-file.md").read_text(), flags=re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted([*KEYS, *INTERVIEWER_KEYS])


def test_the_error_example_says_what_the_command_says() -> None:
    """The invalid example gives the messages shown under it."""
    with pytest.raises(DocumentError) as caught:
        parse_document(examples("interview-file.md", "json")[1])
    assert str(caught.value) == examples("interview-file.md", "text")[0].strip()


def test_the_plan_example_is_made_by_the_command(tmp_path: Path) -> None:
    """The reminder shown is one of the plan of the interview shown."""
    assert json.loads(examples("plan-file.md", "json")[0]) in plan_of_first_example(tmp_path)["reminders"]


def test_the_plan_page_names_every_key(tmp_path: Path) -> None:
    """The tables of the plan document list the keys that a plan has."""
    plan = plan_of_first_example(tmp_path)
    rows = re.findall(r"^\| (`.+?`) \|", (PROJECT / "plan-file.md").read_text(), flags=re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(rows)) == [*plan["messages"][0], *plan["reminders"][0]]


def test_the_list_of_imports_is_the_codes() -> None:
    """The page on architecture lists what each part imports, but for what follows from that."""
    graph = import_graph()
    listed: dict[str, set[str]] = {}
    (block,) = [one for one in examples("architecture.md", "text") if "__main__" in one]
    for line in block.splitlines():
        parts, others = line.split("→")
        listed |= {part.strip(): set(re.findall(r"\w+", others)) for part in parts.split(",")}
    least = {part: set(without_what_follows(graph, others)) for part, others in graph.items()}
    assert listed == {part: others for part, others in least.items() if others}


@pytest.mark.parametrize("folder", ["generator", "generator/site", "docs/assets"])
def test_every_file_has_its_reason_on_the_page(folder: str) -> None:
    """The page on architecture names each module and each script, so that nobody has to guess its reason."""
    named = set(re.findall(r"`(?:[\w-]+/)*([\w-]+\.m?(?:py|js))`", (PROJECT / "architecture.md").read_text()))
    files = {path.name for path in (ROOT / folder).iterdir() if path.suffix in {".py", ".js", ".mjs"}}
    assert files - named - {"__init__.py"} == set()


def test_the_wire_example_is_answered() -> None:
    """The requests shown give results with the keys listed, and a message for half an address."""
    answer = json.loads(handle(examples("wire.md", "json")[0]))
    assert list(answer["result"]["errors"]) == ["interviewers-0-email"]
    calendars = json.loads(handle(examples("wire.md", "json")[1]))
    assert calendars["result"]["calendars"].keys() == {"reminders.ics", "thank-you.ics", "follow-up.ics"}
    letter = json.loads(handle(examples("wire.md", "json")[2]))
    assert "show-excitement" in {finding["check"] for finding in letter["result"]["findings"]}
    checked = json.loads(handle(examples("wire.md", "json")[3]))
    assert "no-stock-openers" in {finding["check"] for finding in checked["result"]["findings"]}
    invited = json.loads(handle(examples("wire.md", "json")[4]))
    changes = {offer["label"]: offer["change"] for offer in invited["result"]["events"][0]["offers"]}
    assert changes == {"When it started": "fill", "Company": "replace", "Role": "fill"}
    rows = re.findall(r"^\| `(\w+)` \|", (PROJECT / "wire.md").read_text(), flags=re.MULTILINE)
    answers = (answer, calendars, letter, checked, invited)
    assert rows == [key for one in answers for key in one["result"]]


def test_a_plan_that_nobody_reviewed_has_no_findings() -> None:
    """The request shown, asked without a review, has the same letters, and null where findings would be."""
    request = json.loads(examples("wire.md", "json")[0])
    reviewed, not_reviewed = (
        json.loads(handle(json.dumps(one)))["result"]["plan"]["messages"]
        for one in (request, {**request, "reviewed": False})
    )
    assert {one["findings"] for one in not_reviewed} == {None}
    assert [{**one, "findings": None} for one in reviewed] == not_reviewed


def test_the_error_example_is_the_answer() -> None:
    """What is not understood is answered as shown, with an error and without a result."""
    request, answer = examples("wire.md", "json")[-2:]
    assert json.loads(handle(request)) == json.loads(answer)
