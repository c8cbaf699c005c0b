"""What holds of every answer, whatever was asked: the claims that the fuzzing and the properties share."""

from __future__ import annotations

import json
import unicodedata
from email import message_from_bytes
from email.policy import default
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from generator.browser import ALL_REMINDERS, UNEXPECTED, handle
from generator.form import is_field
from tests.samples import NOW

HEADERS: Final = {
    "From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
}  # fmt: skip
LINES: Final = {
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND",
    "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "CLASS", "ACTION", "TRIGGER",
}  # fmt: skip
LONGEST_LINE: Final = 75
ALL: Final = slice(None)


def answer_to(request: str) -> dict[str, Any]:
    """Return the answer to any text, which is one of the two kinds and nothing that was only caught."""
    text = handle(request)
    assert text.isascii()
    answer = json.loads(text)
    assert isinstance(answer, dict)
    assert answer["version"] == 1
    assert answer.keys() in ({"version", "result"}, {"version", "error"})
    if "error" in answer:
        message = answer["error"]["message"]
        assert message
        assert not message.startswith(UNEXPECTED), message
    return answer


def result_of(name: str, **parts: Any) -> dict[str, Any]:
    """Return the result of a request whose parts are of the right types."""
    result = answer_to(json.dumps({"version": 1, "request": name, "now": NOW.isoformat(), **parts}))["result"]
    assert isinstance(result, dict)
    return result


def check_fields(fields: dict[str, str], *, letters: slice = ALL) -> dict[str, Any]:
    """Ask for everything that a form gives, and look at it on its way out: some letters, or all of them."""
    result = result_of("plan", fields=fields)
    assert all(isinstance(message, str) and message for message in result["errors"].values())
    messages = result["plan"]["messages"] if result["plan"] else []
    for message in messages[letters]:
        assert "\n" not in message["subject"]
        check_spans(message["findings"], message["body"])
        check_mail_link(message["mailto"], message)
        letter = result_of(
            "letter", fields=fields, id=message["id"], subject=message["subject"], body=message["body"]
        )
        assert letter["body"] == message["body"]
        check_letter(letter, message["subject"], message["to"], fields)
    calendars = result_of("calendars", fields=fields, page="https://example.org/write/")["calendars"]
    for file, text in calendars.items():
        check_calendar(text, events=len(calendars) - 1 if file == ALL_REMINDERS else 1)
    return result


def check_spans(findings: list[dict[str, Any]], body: str) -> None:
    """Each finding says one thing, on one line, and its place is in the body."""
    for finding in findings:
        assert finding["message"]
        assert "\n" not in finding["message"]
        if finding["span"]:
            start, end = finding["span"]
            assert 0 <= start < end <= len(body)


def check_mail_link(link: str | None, message: dict[str, Any]) -> None:
    """A mail link has one address, one subject and one body, which read back the same, and nothing else."""
    if link is None:
        return
    assert link.isascii()
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("mailto", "", "")
    assert unquote(parts.path) == message["to"]["email"]
    assert parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) == [
        ("subject", message["subject"]),
        ("body", message["body"].replace("\n", "\r\n")),
    ]


def check_letter(letter: dict[str, Any], subject: str, to: dict[str, str], fields: dict[str, str]) -> None:
    """A draft file has its own headers, once each; it and the links give subject, body and address back."""
    mail = message_from_bytes(letter["eml"].encode(), policy=default)
    assert mail.defects == []
    assert set(mail.keys()) <= HEADERS
    assert len(mail.keys()) == len(set(mail.keys()))
    # Where a long one is folded, Python may write a space twice.
    assert " ".join(mail["Subject"].split()) == " ".join(subject.split())
    assert mail.get_content().replace("\r\n", "\n") == letter["body"] + "\n"
    if to["email"]:
        (person,) = mail["To"].addresses
        assert (person.display_name, person.addr_spec) == (to["name"], to["email"])
    else:
        assert mail["To"] is None
    if mail["From"] is not None:
        (person,) = mail["From"].addresses
        assert person.addr_spec == fields["your_email"].strip(" \u00a0")
    check_mail_link(letter["mailto"], {"to": to, "subject": subject, "body": letter["body"]})
    for link in letter["links"].values():
        query = dict(parse_qsl(urlsplit(link).query, keep_blank_values=True, strict_parsing=True))
        assert query.keys() - {"view", "fs"} <= {"to", "su", "subject", "body"}
        assert query["to"] == to["email"]
        assert query["body"] == letter["body"].replace("\n", "\r\n")


def check_calendar(text: str, *, events: int) -> None:
    """A calendar has its own lines and no others, so many events, and no line end but its own."""
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= LONGEST_LINE for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert {line.partition(":")[0].partition(";")[0] for line in lines} <= LINES
    assert [line for line in lines if line.startswith("BEGIN:")] == [
        "BEGIN:VCALENDAR",
        *["BEGIN:VEVENT", "BEGIN:VALARM"] * events,
    ]


def check_words(subject: str, body: str, fields: dict[str, str]) -> None:
    """What somebody makes of a letter goes out as one subject and one body, less what mail cannot carry."""
    letter = result_of("letter", id="thank-you-1", subject=subject, body=body, fields=fields)
    kept = "".join(one for one in subject if one in "\t\n" or unicodedata.category(one) not in {"Cc", "Cs"})
    to = {"name": fields["interviewers-0-name"], "email": fields["interviewers-0-email"]}
    check_letter(letter, " ".join(kept.split()), to, fields)
    check_spans(letter["findings"], letter["body"])
    edits = {"thank-you-1": {"subject": subject, "body": body}}
    for text in result_of("calendars", fields=fields, edits=edits)["calendars"].values():
        check_calendar(text, events=text.count("BEGIN:VALARM\r\n"))


def check_draft(draft: str, kind: str, fields: dict[str, str] | None) -> dict[str, Any]:
    """A review of any text has its findings in the body, which begins where the offset says."""
    result = result_of("check", draft=draft, kind=kind, fields=fields)
    pasted = draft.replace("\r\n", "\n")
    assert 0 <= result["offset"] <= len(pasted)
    check_spans(result["findings"], pasted[result["offset"] :])
    return result


def check_invitation(text: str, zone: str, fields: dict[str, str]) -> dict[str, Any]:
    """What is read of an invitation is a field's value that the form takes, or there is a message."""
    result = result_of("invitation", text=text, zone=zone, fields=fields)
    assert bool(result["events"]) != bool(result["message"])
    for event in result["events"]:
        offered: dict[str, str] = {}
        for offer in event["offers"]:
            assert all(is_field(name) and value for name, value in offer["fields"].items())
            offered |= offer["fields"]
        refused = result_of("plan", fields=offered, reviewed=False)["errors"].keys() & offered.keys()
        assert refused == set(), {name: offered[name] for name in refused}
    return result
