"""The wire's requests for what a person has changed: one letter, and the reminders with it."""

import json
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.browser import handle
from tests.samples import NOW, fields
from tests.test_browser import ask, error, result

OWN = "Dear Dana,\n\nThank you for showing me round. I am writing to express my gratitude.\n\nAmara Cole"


def letter(**changes: Any) -> dict[str, Any]:
    """Ask about one letter of the sample interview."""
    return result(**{"request": "letter", "id": "thank-you-1", "subject": "Thanks", "body": OWN} | changes)


def test_a_changed_letter_is_reviewed() -> None:
    """What is found has its place in the words that were sent."""
    found = {one["check"]: one for one in letter()["findings"]}
    start, end = found["own-words"]["span"]
    assert OWN[start:end] == "I am writing to express"


def test_a_letter_as_it_was_written_is_reviewed_as_such() -> None:
    """Unchanged, a letter has the plan's findings and mail link."""
    message = result()["plan"]["messages"][0]
    answer = letter(subject=message["subject"], body=message["body"])
    assert answer["findings"] == message["findings"]
    assert answer["mailto"] == message["mailto"]


def test_a_changed_letter_is_handed_over() -> None:
    """Draft file and links carry the person's words and the address."""
    answer = letter()
    draft = message_from_bytes(answer["eml"].encode(), policy=default)
    assert draft["Subject"] == "Thanks"
    assert "dana@example.com" in str(draft["To"])
    assert draft.get_content().split() == OWN.split()
    assert answer["links"].keys() == {"gmail", "outlook"}
    assert answer["links"]["gmail"].startswith("https://mail.google.com/mail/?view=cm")
    assert "&su=Thanks&" in answer["links"]["gmail"]


def test_a_long_letter_has_no_links() -> None:
    """A letter that mail programs and web mail would cut has a reason instead of a link."""
    answer = letter(body="A word. " * 2000)
    assert answer["mailto"] is None
    assert answer["mailto_reason"]
    assert answer["links"] == {}


def test_an_empty_letter_has_no_links() -> None:
    """A letter without words has a reason instead of a link."""
    answer = letter(body=" \n ")
    assert answer["mailto"] is None
    assert "empty" in answer["mailto_reason"]
    assert answer["links"] == {}


def test_a_letter_that_is_not_in_the_plan() -> None:
    """What is asked about a letter that the plan does not have is answered with nothing."""
    nothing: dict[str, Any] = {
        "body": "",
        "findings": [],
        "mailto": None,
        "mailto_reason": None,
        "eml": "",
        "links": {},
    }
    assert letter(id="thank-you-9") == nothing
    assert letter(fields={}) == nothing


@given(subject=st.text(max_size=60), body=st.text(max_size=300))
def test_whatever_is_typed_stays_in_its_place(subject: str, body: str) -> None:
    """No text ends in an error, and none becomes a header of the draft or a part of a link."""
    request = {"request": "letter", "id": "thank-you-1", "subject": subject, "body": body}
    answer = json.loads(handle(json.dumps({"version": 1, "fields": fields(), **request})))["result"]
    draft = message_from_bytes(answer["eml"].encode(), policy=default)
    assert set(draft.keys()) <= {
        "From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    for link in answer["links"].values():
        assert link.isascii()
        assert not set(link) & set(" \r\n\t\"'<>")


@pytest.mark.parametrize("change", [{"id": 1}, {"subject": None}, {"body": ["x"]}])
def test_what_is_no_text_is_refused(change: dict[str, Any]) -> None:
    """A request that is not built as the wire describes it is the page's fault, and says so."""
    request = {"request": "letter", "id": "thank-you-1", "subject": "", "body": ""} | change
    assert "not texts" in error(ask(**request))


def calendar(**more: Any) -> str:
    """Ask for the file with all reminders, its lines unfolded."""
    text: str = result(request="calendars", **more)["calendars"]["reminders.ics"]
    return text.replace("\r\n ", "")


def test_reminders_carry_what_was_changed() -> None:
    """The words that will be sent stand in the reminder, and only in that of their step."""
    edits = {"thank-you-1": {"subject": "Thanks", "body": "My own words."}}
    text = calendar(edits=edits)
    assert text.count("My own words.") == 1
    assert "My own words." not in calendar()


def named(subject: str, kind: str = "thank-you", to: str = "") -> list[dict[str, str]]:
    """Name the subject that somebody gave a letter, to the one who decides if to nobody else."""
    return [{"kind": kind, "to": to or fields()["interviewers-0-name"], "subject": subject}]


@pytest.mark.parametrize("situation", ["interview", "date-passed", "rejection", "withdrawal", "missed-call"])
def test_a_reply_has_the_subject_that_was_sent(situation: str) -> None:
    """A reply is in the thread that was really begun: its subject, link, draft and reminder say so."""
    asked = {
        "subjects": named("RE : Thank you for\nthe night team"),
        "fields": fields() | {"situation": situation},
    }
    expected = "Re: Thank you for the night team"
    messages = result(**asked)["plan"]["messages"]
    assert [one for one in messages if one["kind"] == "thank-you"] == [
        one for one in result(fields=asked["fields"])["plan"]["messages"] if one["kind"] == "thank-you"
    ]
    replies = [one for one in messages if one["kind"] != "thank-you"]
    assert replies
    for one in replies:
        assert one["subject"] == expected
        assert quote(expected, safe="") in one["mailto"]
        answer = letter(id=one["id"], subject=one["subject"], body=one["body"], **asked)
        assert answer["findings"] == one["findings"]
    calendars = result(request="calendars", **asked)["calendars"]
    for name in calendars.keys() - {"thank-you.ics"}:
        assert expected in calendars[name].replace("\r\n ", "")


@pytest.mark.parametrize(
    "subjects",
    [
        *map(named, ["", " \n", "Re: ", "re:RE :", "x" * 999]),
        named("Mine", kind="follow-up"),
        named("Mine", to="Tom Okafor"),
        [],
    ],
)
def test_what_is_no_subject_of_the_thread(subjects: list[dict[str, str]]) -> None:
    """No subject, one that no mail can carry and another letter's leave the one that was written."""
    assert result(subjects=subjects) == result()


@pytest.mark.parametrize(
    "subjects", [{}, "x", None, ["x"], [{"kind": "thank-you", "to": "Dana"}], [{**named("x")[0], "to": 1}]]
)
def test_subjects_that_are_none_are_refused(subjects: Any) -> None:
    """Subjects are texts with whose letters' they are, for a plan, a letter and the calendars."""
    for request in ("plan", "letter", "calendars"):
        more = {"id": "follow-up", "subject": "", "body": "", "subjects": subjects, "now": NOW.isoformat()}
        assert "subjects" in error(ask(request=request, **more))


def test_reminders_lead_back() -> None:
    """With the page's address and an id a reminder links to its interview, unless it is discreet."""
    page = "https://example.org/write/"
    assert f"{page}#interview=abc" in calendar(page=page, fields=fields() | {"id": "abc"})
    assert page not in calendar(page=page)
    assert page not in calendar(page=page, fields=fields() | {"id": "abc", "discreet": "y"})
    assert "#interview=a%20b%2Fc" in calendar(page=page, fields=fields() | {"id": "a b/c"})


@pytest.mark.parametrize(
    "more", [{"edits": []}, {"edits": {"thank-you-1": "x"}}, {"edits": {"x": {"subject": ""}}}, {"page": 7}]
)
def test_edits_that_are_none_are_refused(more: dict[str, Any]) -> None:
    """Edits are letters by id, and the page's address is a text."""
    assert error(ask(request="calendars", now=NOW.isoformat(), **more))
