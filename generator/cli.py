"""The command line: the same plan and the same review as the pages make, from files."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.calendar_file import calendar_file
from generator.checks import DRAFT_KINDS, Finding, review
from generator.document import DocumentError, parse_document
from generator.drafts import Draft, PastedDraft, addressee, quoted, read_draft
from generator.handoff import draft_file, plain_text
from generator.interview import Interview, Interviewer
from generator.plan import Plan, make_plan, plan_document


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 when the plan was written or the draft may go out, 1 when something in the draft must be mended, and
        2 when something that was given cannot be used.
    """
    arguments = _parser().parse_args(argv)
    # A terminal that cannot show a character still shows the rest.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except DocumentError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        # Nobody reads on, or there is no room: that is no finding.
        print(f"output: It cannot be written: {error.strerror}.", file=sys.stderr)
        return 2
    return status


def _plan(arguments: argparse.Namespace) -> int:
    interview = parse_document(_read(arguments.file))
    files = plan_files(make_plan(interview, now=_now(arguments.now, interview)))
    _write(files, Path(arguments.out))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    if arguments.draft == arguments.interview == "-":
        raise DocumentError({"--interview": "Give one of the two as a file; both cannot be standard input."})
    pasted = read_draft(_read(arguments.draft, "DRAFT"))
    interview = parse_document(_read(arguments.interview, "--interview")) if arguments.interview else None
    now = _now(arguments.now, interview) if arguments.now is not None else None
    if now and interview is None:
        raise DocumentError({"--now": "Give --interview too; a time alone says nothing about the draft."})
    draft = Draft(
        kind=arguments.kind,
        subject=pasted.subject,
        body=pasted.body,
        interview=interview,
        to=_recipient(arguments, interview, pasted),
        now=now,
    )
    if not pasted.body:
        raise DocumentError({"DRAFT": "Write something first; there is no letter in it."})
    findings = review(draft)
    for finding in findings:
        print(_line(finding, draft))
    if not findings:
        print("Nothing to mend.")
    return int(any(finding.level == "must" for finding in findings))


def _recipient(
    arguments: argparse.Namespace, interview: Interview | None, pasted: PastedDraft
) -> Interviewer | None:
    if arguments.to is None:
        return addressee(interview, arguments.kind, pasted) if interview else None
    wanted = arguments.to.casefold().split()
    if interview is None:
        if not wanted:
            raise DocumentError({"--to": "Write the name of the person who gets it."})
        return Interviewer(name=arguments.to)
    people = interview.interviewers
    whole = [person for person in people if person.name.casefold().split() == wanted]
    partly = [person for person in people if wanted and set(wanted) <= set(person.name.casefold().split())]
    found = whole or partly
    if len(found) != 1:
        names = ", ".join(person.name for person in people)
        raise DocumentError({"--to": f"Name one of the people in the interview: {names}."})
    return found[0]


def _line(finding: Finding, draft: Draft) -> str:
    words = quoted(draft.body[slice(*finding.span)]) if finding.span else ""
    shown = f"  {words}" if words and words not in finding.message else ""
    return f"{finding.level:<6}  {finding.check}  {finding.message}{shown}  ({finding.guide})"


def plan_files(plan: Plan) -> dict[str, bytes]:
    """Return every file of a plan by its place in the output folder."""
    document = json.dumps(plan_document(plan), ensure_ascii=False, indent=2) + "\n"
    files = {"plan.json": document.encode()}
    # A calendar without an event is none, and some letters have no date.
    if plan.reminders:
        files["reminders.ics"] = calendar_file(plan.reminders, stamp=plan.now).encode()
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
    plan.set_defaults(run=_plan)
    check = commands.add_parser("check", help="review a draft; exit 1 when something must be mended")
    check.add_argument("draft", metavar="DRAFT", help="the draft as text; - for standard input")
    check.add_argument("--kind", choices=DRAFT_KINDS, required=True, help="what the draft is")
    check.add_argument("--interview", metavar="FILE", help="the interview document, for a closer look")
    check.add_argument(
        "--to",
        metavar="NAME",
        help="who gets it, by the first, last or whole name; the person that it greets if left out",
    )
    check.add_argument(
        "--now",
        metavar="ISO-8601",
        help="the moment to send it, for a look at its timing with --interview; without an offset by the "
        "interview's clock",
    )
    check.set_defaults(run=_check)
    return parser


def _read(file: str, name: str = "FILE") -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise DocumentError({name: f"{file} cannot be read: {error.strerror}."}) from None
    except UnicodeDecodeError:
        raise DocumentError({name: f"{file} is not UTF-8 text; save it as UTF-8."}) from None


def _now(text: str | None, interview: Interview | None) -> dt.datetime:
    if text is None:
        return dt.datetime.now(dt.UTC)
    try:
        now = dt.datetime.fromisoformat(text)
        if now.tzinfo is None:
            now = now.replace(
                tzinfo=interview.appointment.zone if interview and interview.appointment else dt.UTC
            )
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
