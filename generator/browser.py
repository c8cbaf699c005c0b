"""The wire between the page and Python: JSON text in, JSON text out, and nothing raised.

docs/project/wire.md describes the requests and answers.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

from generator.advice import TITLES, advise, head, summarise
from generator.answers import read_form
from generator.checks import DRAFT_KINDS, Finding, review
from generator.drafts import Draft, addressee, read_draft
from generator.handoff import TOO_LONG, draft_file, mail_link, recipient, web_links
from generator.interview import Interview
from generator.letters import Letter, rewritten, write_letters
from generator.nesting import is_too_deep
from generator.occasions import thread
from generator.plan import make_plan, make_reminders, plan_document
from generator.schedule import Step

VERSION = 1
ALL_REMINDERS = "reminders.ics"
# Characters of a line in a mail. Source: RFC 5322, 2.1.1.
LONGEST_SUBJECT = 998
# Before the name of whatever nobody expected.
UNEXPECTED = "The letters could not be made"
EMPTY = "This letter is empty. Write something, or go back to it as it was written."

NO_PLAN: dict[str, Any] = {
    "plan": None,
    "summary": "",
    "recipients": {},
    "sheets": {},
    "advice": [],
    "steps": [],
}


class RequestError(ValueError):
    """The page asked in a way that this version does not know."""


def handle(request: str) -> str:
    """Answer one request: ``{"version": 1, "result": …}`` or ``{"version": 1, "error": {"message": …}}``."""
    try:
        answer = {"result": _answer(_read(request))}
    except RequestError as error:
        answer = {"error": {"message": str(error)}}
    except Exception as error:
        answer = {"error": {"message": f"{UNEXPECTED}: {type(error).__name__}."}}
    # ASCII, so that half a character (a lone surrogate) in the text can cross too.
    return json.dumps({"version": VERSION, **answer})


def _read(request: str) -> dict[str, Any]:
    if is_too_deep(request):
        raise RequestError("The request is not JSON.")
    try:
        read = json.loads(request)
    except ValueError:
        raise RequestError("The request is not JSON.") from None
    if not isinstance(read, dict) or read.get("version") != VERSION:
        raise RequestError("The page and its Python are of two versions. Reload the page.")
    return read


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    name = request.get("request")
    answer = ANSWERS.get(name) if isinstance(name, str) else None
    if answer is None:
        raise RequestError(f"There is no request of the name {name!r}.")
    return answer(request)


def _plan(request: dict[str, Any]) -> dict[str, Any]:
    now, answers = _moment(request.get("now")), read_form(_fields(request.get("fields")))
    if answers.interview is None:
        return {"errors": dict(answers.errors), **NO_PLAN}
    reviewed = request.get("reviewed", True)
    if not isinstance(reviewed, bool):
        raise RequestError("Whether the letters are to be reviewed is neither true nor false.")
    subject = _thread_subject(answers.interview, request)
    plan = make_plan(answers.interview, now=now, reviewed=reviewed, subject=subject)
    advice = advise(plan)
    document = plan_document(plan)
    if not reviewed:
        # Not the same as nothing found.
        for message in document["messages"]:
            message["findings"] = None
    return {
        "errors": dict(answers.errors),
        "plan": document,
        "summary": summarise(plan),
        "recipients": {message.letter.id: recipient(message.letter) for message in plan.messages},
        "sheets": {message.letter.id: head(message, advice) for message in plan.messages},
        "advice": [dataclasses.asdict(one) for one in advice],
        "steps": [_step(step) for step in plan.steps],
    }


def _step(step: Step) -> dict[str, str]:
    times = {name: getattr(step, name).isoformat() for name in ("earliest", "suggested", "latest")}
    return {"step": step.name, "title": TITLES[step.name], **times}


def _calendars(request: dict[str, Any]) -> dict[str, Any]:
    # Letters are read before a calendar is wanted: they need not wait for what calendars are written with.
    from generator.calendar_file import calendar_file  # noqa: PLC0415 - wanted later

    now, interview = _moment(request.get("now")), read_form(_fields(request.get("fields"))).interview
    edits, page = _edits(request.get("edits")), request.get("page", "")
    if not isinstance(page, str):
        raise RequestError("The page's address is not a text.")
    letters = _edited(interview, edits, _thread_subject(interview, request)) if interview else ()
    reminders = make_reminders(interview, letters, page=page) if interview else ()
    return {
        "calendars": {
            **({ALL_REMINDERS: calendar_file(reminders, stamp=now)} if reminders else {}),
            **{f"{one.step}.ics": calendar_file([one], stamp=now) for one in reminders},
        }
    }


def _edited(interview: Interview, edits: dict[str, dict[str, str]], subject: str) -> Iterator[Letter]:
    for letter in write_letters(interview, subject):
        edit = edits.get(letter.id)
        yield rewritten(letter, subject=edit["subject"], body=edit["body"]) if edit else letter


def _letter(request: dict[str, Any]) -> dict[str, Any]:
    name, subject, body = (request.get(key) for key in ("id", "subject", "body"))
    if not isinstance(name, str) or not isinstance(subject, str) or not isinstance(body, str):
        raise RequestError("The letter's id, subject and body are not texts.")
    interview = read_form(_fields(request.get("fields"))).interview
    letters = write_letters(interview, _thread_subject(interview, request)) if interview else ()
    written = next((one for one in letters if one.id == name), None)
    if interview is None or written is None:
        return {"body": "", "findings": [], "mailto": None, "mailto_reason": None, "eml": "", "links": {}}
    letter = rewritten(written, subject=subject, body=body)
    draft = Draft(
        kind=letter.kind,
        body=letter.body,
        subject=letter.subject,
        interview=interview,
        to=letter.to,
        made=(letter.subject, letter.body) == (written.subject, written.body),
    )
    is_empty = not letter.body.strip()
    link = None if is_empty else mail_link(letter)
    return {
        "body": letter.body,
        "findings": [finding.document() for finding in review(draft)],
        "mailto": link,
        "mailto_reason": None if link else EMPTY if is_empty else TOO_LONG,
        "eml": draft_file(letter, interview).decode(),
        "links": {} if is_empty else web_links(letter),
    }


def _check(request: dict[str, Any]) -> dict[str, Any]:
    kind, text = request.get("kind"), request.get("draft")
    if kind not in DRAFT_KINDS:
        raise RequestError(f"There is no draft of the kind {kind!r}.")
    if not isinstance(text, str):
        raise RequestError("The draft is not a text.")
    now = None if request.get("now") is None else _moment(request["now"])
    # A draft can be checked without an interview, or while the form is hardly filled.
    fields = {} if request.get("fields") is None else _fields(request["fields"])
    interview = read_form(fields).interview
    pasted = read_draft(text)
    draft = Draft(
        kind=kind,
        body=pasted.body,
        subject=pasted.subject,
        interview=interview,
        to=addressee(interview, kind, pasted) if interview else None,
        now=now,
    )
    findings = review(draft)
    return {
        "findings": [finding.document() for finding in findings],
        "words": len(draft.text.split()),
        "offset": pasted.offset,
        "summary": _count(findings) if pasted.body else "",
    }


def _invitation(request: dict[str, Any]) -> dict[str, Any]:
    # Few visits bring one; the others start without it.
    from generator.calendar_text import InvitationError  # noqa: PLC0415 - seldom wanted
    from generator.invitation import read_invitation  # noqa: PLC0415 - seldom wanted
    from generator.offers import offers  # noqa: PLC0415 - seldom wanted

    text, zone, fields = request.get("text"), request.get("zone"), _fields(request.get("fields"))
    if not isinstance(text, str) or not isinstance(zone, str):
        raise RequestError("The invitation or the time zone is not a text.")
    who = {name: fields.get(name, "") for name in ("your_name", "your_email")}
    try:
        events = read_invitation(text, zone=zone, **who)
    except InvitationError as error:
        return {"events": [], "message": str(error)}
    return {
        "events": [
            {
                "title": event.title,
                "when": event.when,
                "cancelled": event.cancelled,
                "notes": list(event.notes),
                "offers": [dataclasses.asdict(offer) for offer in offers(event, fields, zone=zone)],
            }
            for event in events
        ],
        "message": "",
    }


ANSWERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "plan": _plan,
    "calendars": _calendars,
    "letter": _letter,
    "check": _check,
    "invitation": _invitation,
}


def _count(findings: tuple[Finding, ...]) -> str:
    must = sum(finding.level == "must" for finding in findings)
    things = f"{must} thing{'s' if must != 1 else ''} to mend" if must else ""
    should = len(findings) - must
    noun = "" if must else " thing" if should == 1 else " things"
    consider = f"{should}{noun} to consider" if should else ""
    return ", ".join(filter(None, (things, consider))) or "Nothing to mend"


def _fields(fields: Any) -> dict[str, str]:
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise RequestError("The fields are not texts by name.")
    return fields


def _thread_subject(interview: Interview, request: dict[str, Any]) -> str:
    """Return what the person made of the subject that replies answer, or nothing."""
    subjects = request.get("subjects", [])
    if not isinstance(subjects, list) or not all(map(_is_subject, subjects)):
        raise RequestError("The subjects are not a list of kinds, people and subjects.")
    first = thread(interview)
    same = (one["subject"] for one in subjects if (one["kind"], one["to"]) == (first.kind, first.to.name))
    subject: str = next(same, "")
    return subject if len(subject) <= LONGEST_SUBJECT else ""


def _is_subject(one: Any) -> bool:
    return isinstance(one, dict) and all(isinstance(one.get(key), str) for key in ("kind", "to", "subject"))


def _edits(edits: Any) -> dict[str, dict[str, str]]:
    if edits is None:
        return {}
    if not isinstance(edits, dict):
        raise RequestError("The edits are not letters by id.")
    for edit in edits.values():
        if not isinstance(edit, dict) or not all(
            isinstance(edit.get(key), str) for key in ("subject", "body")
        ):
            raise RequestError("The subject or the body of an edit is not a text.")
    return edits


def _moment(text: Any) -> dt.datetime:
    try:
        now = dt.datetime.fromisoformat(text)
        # In UTC, so that a time at the very ends of the calendar fails here and not on the way.
        moment = now.astimezone(dt.UTC) if now.tzinfo else None
    except (TypeError, ValueError, OverflowError):
        moment = None
    if moment is None:
        raise RequestError("The time of the request is not an ISO 8601 time with an offset.")
    return moment
