"""The command line: the same plan as the page makes, from a file."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.document import DocumentError, parse_document
from generator.handoff import draft_file, plain_text
from generator.interview import Interview
from generator.plan import Plan, make_plan, plan_document
from generator.reminders import calendar_file


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return 0 when the plan was written and 2 when something has to be mended first."""
    arguments = _parser().parse_args(argv)
    try:
        interview = parse_document(_read(arguments.file))
        files = plan_files(make_plan(interview, now=_now(arguments.now, interview)))
        _write(files, Path(arguments.out))
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def plan_files(plan: Plan) -> dict[str, bytes]:
    """Return every file of a plan by its place in the output folder."""
    document = json.dumps(plan_document(plan), ensure_ascii=False, indent=2) + "\n"
    files = {
        "plan.json": document.encode(),
        "reminders.ics": calendar_file(plan.reminders, stamp=plan.now).encode(),
    }
    for reminder in plan.reminders:
        files[reminder.file] = calendar_file([reminder], stamp=plan.now).encode()
    for message in plan.messages:
        files[f"{message.letter.id}.txt"] = plain_text(message.letter).encode()
        files[f"{message.letter.id}.eml"] = draft_file(message.letter, plan.interview)
    return files


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="Letters after a job interview.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    plan = commands.add_parser("plan", help="write the letters and reminders of an interview")
    plan.add_argument(
        "file", metavar="FILE", help="the interview document, JSON or TOML; - for standard input"
    )
    plan.add_argument("--out", metavar="DIR", required=True, help="the folder to write to; made if missing")
    plan.add_argument(
        "--now",
        metavar="ISO-8601",
        help="the moment to plan from, for example 2026-03-05T18:00+00:00; without an offset it is "
        "by the interview's clock; the present if left out",
    )
    return parser


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise DocumentError({"FILE": f"{file} cannot be read: {error.strerror}."}) from None
    except UnicodeDecodeError:
        raise DocumentError({"FILE": f"{file} is not UTF-8 text; save it as UTF-8."}) from None


def _now(text: str | None, interview: Interview) -> dt.datetime:
    if text is None:
        return dt.datetime.now(dt.UTC)
    try:
        now = dt.datetime.fromisoformat(text)
        if now.tzinfo is None:
            now = now.replace(tzinfo=interview.appointment.zone if interview.appointment else dt.UTC)
        # In UTC, so that a time at the very ends of the calendar fails here and not on the way.
        return now.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise DocumentError(
            {"--now": "Write an ISO 8601 time, for example 2026-03-05T18:00+00:00."}
        ) from None


def _write(files: dict[str, bytes], out: Path) -> None:
    try:
        for name, data in files.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise DocumentError(
            {"--out": f"{error.filename or out} cannot be written: {error.strerror}."}
        ) from None
