import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.cli import main
from tests.samples import document

GOOD = """\
Subject: Re: Thank you: ward nurse interview

Dear Dana,

Thank you again for showing me round the ward on Thursday. I am still excited about the ward nurse role.

Is there anything else that you need from me? I can send my references today.

I look forward to hearing from you.

Amara Cole
"""


@pytest.fixture
def interview_file(tmp_path: Path) -> Path:
    """Return an interview with two people as a JSON file."""
    path = tmp_path / "interview.json"
    people = [{"name": "Dana Whitfield", "decides": True}, {"name": "Ruth Abel"}]
    path.write_text(json.dumps(document(interviewers=people, reply_by="2026-03-13")), "utf-8")
    return path


def check(tmp_path: Path, text: str, *options: str, kind: str = "follow-up") -> int:
    """Write a draft and run the command."""
    draft = tmp_path / "draft.txt"
    draft.write_text(text, "utf-8")
    return main(["check", "--kind", kind, str(draft), *options])


def test_nothing_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A good draft is exit 0 and one line that says so."""
    assert check(tmp_path, GOOD) == 0
    assert capsys.readouterr() == ("Nothing to mend.\n", "")


def test_a_must_is_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each finding is one line: level, rule, what to do, the words, and where the guide explains it."""
    assert check(tmp_path, GOOD.replace("Thank you again for", "I liked")) == 1
    assert capsys.readouterr().out == "must    thank-again  Thank them once more.  (follow-up/#thank-again)\n"


def test_a_should_is_exit_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is only worth considering is printed, with its words, and does not fail."""
    assert check(tmp_path, GOOD.replace("Is there", "Just checking in. Is there")) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("should  no-stock-openers  ")
    assert "“Just checking in”" in line
    assert line.endswith("  (follow-up/#no-stock-openers)")


def test_words_are_quoted_where_the_message_does_not(
    tmp_path: Path, interview_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place of a finding is shown by its words."""
    text = GOOD.replace("Dear Dana", "Dear Ruth")
    assert check(tmp_path, text, "--interview", str(interview_file), "--to", "dana") == 1
    assert "Greet Dana Whitfield here, and nobody else.  “Dear Ruth,”  (" in capsys.readouterr().out


def test_who_is_greeted_gets_it(tmp_path: Path, interview_file: Path) -> None:
    """Without --to, the letter is for the person in its greeting."""
    text = GOOD.replace("Dear Dana", "Dear Ruth")
    assert check(tmp_path, text, "--interview", str(interview_file)) == 0


def test_to_holds_without_an_interview(tmp_path: Path) -> None:
    """A name on the command is whom the greeting must greet."""
    assert check(tmp_path, GOOD, "--to", "Dana Whitfield") == 0
    assert check(tmp_path, GOOD, "--to", "Ruth Abel") == 1


@pytest.mark.parametrize(("now", "exit_code"), [("2026-03-12T09:30", 1), ("2026-03-16T09:30Z", 0), (None, 0)])
def test_now_judges_the_timing(tmp_path: Path, interview_file: Path, now: str | None, exit_code: int) -> None:
    """A follow-up before their date is a must; without --now the calendar is not asked."""
    options = ["--now", now] if now else []
    assert check(tmp_path, GOOD, "--interview", str(interview_file), *options) == exit_code


def test_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xef\xbb\xbf" + GOOD.encode())))
    assert main(["check", "--kind", "follow-up", "-"]) == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-", "--interview", "-"], "--interview: Give one of the two as a file"),
        (["missing.txt"], "DRAFT: missing.txt cannot be read: No such file"),
        (["DRAFT", "--interview", "missing.json"], "--interview: missing.json cannot be read"),
        (["DRAFT", "--interview", "BAD"], "document: Mend the JSON or TOML"),
        (
            ["DRAFT", "--interview", "INTERVIEW", "--to", "Tom"],
            "--to: Name one of the people in the interview",
        ),
        (["DRAFT", "--now", "soon"], "--now: Write an ISO 8601 time"),
        (["DRAFT", "--now", "2026-03-12T09:30Z"], "--now: Give --interview too"),
        (["DRAFT", "--to", " "], "--to: Write the name of the person"),
        (["EMPTY"], "DRAFT: Write something first"),
    ],
)
def test_bad_input_is_exit_2(
    tmp_path: Path,
    interview_file: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
) -> None:
    """What cannot be used is named on standard error, and nothing is printed."""
    texts = {
        "DRAFT": GOOD,
        "BAD": "{",
        "EMPTY": "Subject: Thank you\n",
        "INTERVIEW": interview_file.read_text(),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    given = [str(tmp_path / one) if one in texts else one for one in options]
    assert main(["check", "--kind", "follow-up", *given]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(message)


@pytest.mark.parametrize("to", ["", " ", "a", "Dan", "Dana Abel", "Dana Whitfield Jones", "W", "tfield"])
def test_to_matches_whole_names(
    tmp_path: Path, interview_file: Path, capsys: pytest.CaptureFixture[str], to: str
) -> None:
    """A part of a name, a blank or two people's names are nobody; the message says whom there is."""
    assert check(tmp_path, GOOD, "--interview", str(interview_file), "--to", to) == 2
    assert capsys.readouterr() == (
        "",
        "--to: Name one of the people in the interview: Dana Whitfield, Ruth Abel.\n",
    )


@pytest.mark.parametrize("to", ["dana", "Whitfield", "dana whitfield", " Dana  Whitfield "])
def test_to_matches_first_last_and_whole_names(tmp_path: Path, interview_file: Path, to: str) -> None:
    """Any whole word of a name that is only one person's is that person."""
    assert check(tmp_path, GOOD, "--interview", str(interview_file), "--to", to) == 0


def test_a_name_of_two_people_is_not_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where two people are called so, the whole name is asked for; who has no other name is meant by it."""
    path = tmp_path / "interview.json"
    people = [{"name": "Dana Whitfield"}, {"name": "Dana Abel"}]
    path.write_text(json.dumps(document(interviewers=people)), "utf-8")
    assert check(tmp_path, GOOD, "--interview", str(path), "--to", "Dana") == 2
    assert "Dana Whitfield, Dana Abel" in capsys.readouterr().err
    path.write_text(json.dumps(document(interviewers=[{"name": "Dana"}, {"name": "Dana Abel"}])), "utf-8")
    assert check(tmp_path, GOOD, "--interview", str(path), "--to", "Dana") == 0


@pytest.mark.parametrize("kind", ["second-follow-up", "", "letter"])
def test_other_kinds_are_refused(tmp_path: Path, kind: str) -> None:
    """The command knows the two letters of the guide."""
    with pytest.raises(SystemExit) as caught:
        check(tmp_path, GOOD, kind=kind)
    assert caught.value.code == 2
