import datetime as dt
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from icalendar import Calendar

from generator.cli import main
from tests.samples import document

GOLDEN = Path(__file__).with_name("golden")
NOW = "2026-03-05T18:00+00:00"


@pytest.fixture
def interview_file(tmp_path: Path) -> Path:
    """Return the sample document as a JSON file."""
    path = tmp_path / "interview.json"
    path.write_text(json.dumps(document(second_follow_up=True)), "utf-8")
    return path


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder by its place."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def plan(file: Path | str, out: Path, *options: str) -> int:
    """Run the command."""
    return main(["plan", str(file), "--out", str(out), *options])


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_writes_exactly_the_contracts_files(
    interview_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan, each letter as text and draft, the combined calendar and one a step; nothing is printed."""
    out = tmp_path / "deep" / "out"
    assert plan(interview_file, out, "--now", NOW) == 0
    assert sorted(files_in(out)) == [
        "follow-up.eml", "follow-up.txt", "plan.json", "reminders.ics", "reminders/follow-up.ics",
        "reminders/second-follow-up.ics", "reminders/thank-you.ics", "second-follow-up.eml",
        "second-follow-up.txt", "thank-you-1.eml", "thank-you-1.txt",
    ]  # fmt: skip
    assert capsys.readouterr() == ("", "")


def test_reminders_are_where_the_plan_says(interview_file: Path, tmp_path: Path) -> None:
    """Each reminder's ``file`` is its place beside the plan."""
    plan(interview_file, tmp_path / "out", "--now", NOW)
    written = json.loads((tmp_path / "out" / "plan.json").read_text("utf-8"))
    for reminder in written["reminders"]:
        assert reminder["uid"] in (tmp_path / "out" / reminder["file"]).read_text("utf-8")


@pytest.mark.parametrize("case", sorted(folder.name for folder in GOLDEN.iterdir()))
def test_writes_what_was_approved(case: str, tmp_path: Path) -> None:
    """The command's files are the goldens' to the byte."""
    folder = GOLDEN / case
    now = (folder / "now").read_text("utf-8").strip()
    assert plan(folder / "interview.json", tmp_path, "--now", now) == 0
    written = files_in(tmp_path)
    kept = {name: data for name, data in files_in(folder).items() if name not in {"interview.json", "now"}}
    assert {name: written[name] for name in kept} == kept


def test_same_document_and_now_give_the_same_bytes(interview_file: Path, tmp_path: Path) -> None:
    """Another process with another hash seed, language and clock zone writes the same bytes."""
    plan(interview_file, tmp_path / "one", "--now", NOW)
    other = tmp_path / "other"
    subprocess.run(
        [sys.executable, "-m", "generator", "plan", str(interview_file), "--out", str(other), "--now", NOW],
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LANG": "C", "LC_ALL": "C"},
    )
    assert files_in(tmp_path / "one") == files_in(other)


def test_running_again_writes_the_same(interview_file: Path, tmp_path: Path) -> None:
    """A second run over the first one's folder leaves the same files."""
    plan(interview_file, tmp_path / "out", "--now", NOW)
    first = files_in(tmp_path / "out")
    assert plan(interview_file, tmp_path / "out", "--now", NOW) == 0
    assert files_in(tmp_path / "out") == first


def test_dash_reads_standard_input(
    interview_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash stands for standard input, with or without a byte order mark."""
    plan(interview_file, tmp_path / "one", "--now", NOW)
    for place, mark in enumerate((b"", b"\xef\xbb\xbf")):
        type_in(monkeypatch, mark + interview_file.read_bytes())
        assert plan("-", tmp_path / str(place), "--now", NOW) == 0
        assert files_in(tmp_path / str(place)) == files_in(tmp_path / "one")


def test_toml_gives_the_same_files(interview_file: Path, tmp_path: Path) -> None:
    """The same document as TOML gives the same bytes, whatever the file is called."""
    toml = tmp_path / "interview.txt"
    lines = [f"{key} = {json.dumps(value)}" for key, value in document().items() if key != "interviewers"]
    person = [f"{key} = {json.dumps(value)}" for key, value in document()["interviewers"][0].items()]
    toml.write_text("\n".join([*lines, "second_follow_up = true", "[[interviewers]]", *person]), "utf-8")
    plan(interview_file, tmp_path / "one", "--now", NOW)
    assert plan(toml, tmp_path / "other", "--now", NOW) == 0
    assert files_in(tmp_path / "one") == files_in(tmp_path / "other")


def test_drafts_and_letters_say_the_same(interview_file: Path, tmp_path: Path) -> None:
    """Each letter is there as a text with LF lines and as a draft with CRLF lines."""
    plan(interview_file, tmp_path / "out", "--now", NOW)
    files = files_in(tmp_path / "out")
    for name in ("thank-you-1", "follow-up", "second-follow-up"):
        assert b"\r" not in files[f"{name}.txt"]
        assert b"\n" not in files[f"{name}.eml"].replace(b"\r\n", b"")
        assert b"X-Unsent: 1\r\n" in files[f"{name}.eml"]


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("2026-03-05T15:14+00:00", "upcoming"),
        ("2026-03-05T15:15Z", "open"),
        ("2026-03-05T10:15-05:00", "open"),
        ("2026-03-05T15:14", "upcoming"),
        ("2026-03-05 15:15", "open"),
        ("2026-03-07", "late"),
    ],
)
def test_now_in_any_iso_form(interview_file: Path, tmp_path: Path, now: str, status: str) -> None:
    """With an offset it is that moment; without one it is by the interview's clock."""
    assert plan(interview_file, tmp_path / "out", "--now", now) == 0
    written = json.loads((tmp_path / "out" / "plan.json").read_text("utf-8"))
    assert written["messages"][0]["status"] == status


def test_now_without_an_offset_is_the_interviews(tmp_path: Path) -> None:
    """Half past nine means half past nine where the interview was."""
    file = tmp_path / "interview.json"
    file.write_text(json.dumps(document(time_zone="Asia/Tokyo")), "utf-8")
    plan(file, tmp_path / "one", "--now", "2026-03-05T18:00")
    plan(file, tmp_path / "other", "--now", "2026-03-05T18:00+09:00")
    assert files_in(tmp_path / "one") == files_in(tmp_path / "other")


def test_now_is_the_present_when_left_out(interview_file: Path, tmp_path: Path) -> None:
    """Without --now the plan is of the moment in which it is made."""
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    assert plan(interview_file, tmp_path / "out") == 0
    after = dt.datetime.now(dt.UTC)
    calendar = Calendar.from_ical((tmp_path / "out/reminders.ics").read_bytes())
    stamps = {event.decoded("DTSTAMP") for event in calendar.walk("VEVENT")}
    assert stamps
    assert all(before <= stamp <= after for stamp in stamps)


@pytest.mark.parametrize(
    "now", ["soon", "", "05/03/2026", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"]
)
def test_bad_now_is_named(
    interview_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], now: str
) -> None:
    """A moment that cannot be read, or that no calendar holds, is named and nothing is written."""
    assert plan(interview_file, tmp_path / "out", "--now", now) == 2
    assert capsys.readouterr() == (
        "", "--now: Write an ISO 8601 time, for example 2026-03-05T18:00+00:00.\n",
    )  # fmt: skip
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (json.dumps(document(company="", minutes=4)), ["company", "minutes"]),
        (json.dumps(document(interviewers=[{}])), ["interviewers-0-name"]),
        (json.dumps(document(interviewers=[{"name": "Dana", "email": "x"}])), ["interviewers-0-email"]),
        (json.dumps(document(salary=1)), ["salary"]),
        (json.dumps(document(**{"a\nb": 1})), [r"a\nb"]),
        (json.dumps(document(**{"\ud800": 1})), [r"\ud800"]),
        (json.dumps(document(reply_by="2026-03-13", reply_in_days=8)), ["reply_by", "reply_in_days"]),
        ("{", ["document"]),
        ("", ["your_name", "company", "role", "date", "start", "time_zone", "interviewers"]),
    ],
)  # fmt: skip
def test_bad_document_is_said_by_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, names: list[str]
) -> None:
    """Exit 2, one ``field: message`` line each on standard error, nothing printed else, nothing written."""
    file = tmp_path / "interview.json"
    file.write_text(text, "utf-8")
    assert plan(file, tmp_path / "out", "--now", NOW) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    lines = [line.split(": ", 1) for line in printed.err.splitlines()]
    assert sorted(name for name, _ in lines) == sorted(names)
    assert all(message.endswith(".") for _, message in lines)
    assert not (tmp_path / "out").exists()


def test_bad_document_leaves_an_earlier_plan_alone(interview_file: Path, tmp_path: Path) -> None:
    """A folder that holds a plan already keeps it untouched."""
    plan(interview_file, tmp_path / "out", "--now", NOW)
    before = files_in(tmp_path / "out")
    interview_file.write_text("{}", "utf-8")
    assert plan(interview_file, tmp_path / "out", "--now", NOW) == 2
    assert files_in(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _path: None, "cannot be read: No such file"),
        (lambda path: path.mkdir(), "cannot be read: Is a directory"),
        (lambda path: path.write_bytes(b'{"company": "\xff"}'), "is not UTF-8 text"),
        (lambda path: path.write_bytes("{}".encode("utf-16")), "is not UTF-8 text"),
    ],
    ids=["missing", "folder", "latin-1", "utf-16"],
)
def test_file_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: object, words: str
) -> None:
    """A file that is not there or not text is one line with its name."""
    assert callable(make)
    file = tmp_path / "interview.json"
    make(file)
    assert plan(file, tmp_path / "out", "--now", NOW) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"FILE: {file} ")
    assert words in line


def test_folder_that_cannot_be_written_is_named(
    interview_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in the way of the output folder is one line, not a trace."""
    assert plan(interview_file, interview_file / "out", "--now", NOW) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("--out: ")


@pytest.mark.parametrize("arguments", [[], ["plan"], ["plan", "x"], ["write", "x"], ["plan", "x", "--out"]])
def test_wrong_use_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A command that is not complete says how it is used."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m generator")


def test_module_passes_the_exit_code_on(tmp_path: Path) -> None:
    """``python -m generator`` ends with the command's exit code and its lines on standard error."""
    command = [sys.executable, "-m", "generator", "plan", "-", "--out", str(tmp_path / "out")]
    result = subprocess.run(command, input=b"{}", capture_output=True, check=False)
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"your_name: Type your name" in result.stderr
    assert not (tmp_path / "out").exists()
