import datetime as dt
import json
import re

import pytest

from generator.interview import Interviewer
from generator.plan import make_plan, plan_document
from generator.schedule import Status
from tests.samples import INTERVIEW, NOW, interview, interview_at, panel

WHOLE = interview(second_follow_up=True)
DOCUMENT = plan_document(make_plan(WHOLE, now=NOW))


def test_document_has_the_contracts_keys() -> None:
    """Exactly the keys of the plan document, with a version."""
    assert list(DOCUMENT) == ["version", "messages", "reminders"]
    assert DOCUMENT["version"] == 1
    for message in DOCUMENT["messages"]:
        assert message.keys() == {
            "id", "kind", "to", "subject", "body", "earliest", "suggested", "latest", "status", "mailto",
            "mailto_reason", "sentences", "findings",
        }  # fmt: skip
        assert message["to"].keys() == {"name", "email"}
    for reminder in DOCUMENT["reminders"]:
        assert reminder.keys() == {"step", "uid", "starts", "ends", "summary", "file"}


def test_findings_have_the_contracts_keys() -> None:
    """A finding says which check, how grave, what to do and where the guide explains it."""
    document = plan_document(make_plan(interview(fit=""), now=NOW))
    (finding,) = document["messages"][0]["findings"]
    assert finding == {
        "check": "show-fit",
        "level": "must",
        "message": "Say what you would bring, near the end.",
        "guide": "thank-you/#show-fit",
        "span": None,
    }


def test_sentences_make_up_the_body() -> None:
    """Each sentence stands where its span says, with its rule and fields, and nothing stands beside it."""
    for message in DOCUMENT["messages"]:
        rest = message["body"]
        for sentence in message["sentences"]:
            assert message["body"][slice(*sentence["span"])] == sentence["text"]
            assert sentence.keys() == {"text", "rule", "fields", "span"}
            rest = rest.replace(sentence["text"], "", 1)
        assert not rest.strip()
    signature = DOCUMENT["messages"][0]["sentences"][-1]
    assert (signature["rule"], signature["fields"]) == ("signed", ["your_name", "your_phone", "your_email"])


def test_messages_and_reminders_are_in_order() -> None:
    """Letters by their ids, reminders by their steps."""
    document = plan_document(make_plan(panel("Ruth", "Paul", second_follow_up=True), now=NOW))
    assert [message["id"] for message in document["messages"]] == [
        "thank-you-1", "thank-you-2", "follow-up", "second-follow-up",
    ]  # fmt: skip
    assert [message["kind"] for message in document["messages"]] == [
        "thank-you", "thank-you", "follow-up", "second-follow-up",
    ]  # fmt: skip
    assert [one["step"] for one in document["reminders"]] == ["thank-you", "follow-up", "second-follow-up"]


def test_times_carry_their_offsets() -> None:
    """A message's times are in the interview's zone with the offset of that day; a reminder's are UTC."""
    met = interview_at("2026-03-24", "14:30", 45, "Europe/London")
    document = plan_document(make_plan(met, now=NOW))
    follow_up = document["messages"][1]
    assert [follow_up[name] for name in ("earliest", "suggested", "latest")] == [
        "2026-03-31T00:00:00+01:00", "2026-03-31T09:30:00+01:00", "2026-04-07T23:59:00+01:00",
    ]  # fmt: skip
    reminder = document["reminders"][1]
    assert (reminder["starts"], reminder["ends"]) == ("2026-03-31T08:30:00Z", "2026-03-31T08:45:00Z")
    for message in document["messages"]:
        for name in ("earliest", "suggested", "latest"):
            assert dt.datetime.fromisoformat(message[name]).utcoffset() is not None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-05T15:00:00+00:00", ["upcoming", "upcoming", "upcoming"]),
        ("2026-03-05T18:00:00+00:00", ["open", "upcoming", "upcoming"]),
        ("2026-03-12T00:00:00+00:00", ["late", "open", "upcoming"]),
        ("2026-03-19T12:00:00+00:00", ["late", "open", "open"]),
        ("2026-03-26T23:59:00+00:00", ["late", "late", "open"]),
        ("2026-03-27T00:00:00+00:00", ["late", "late", "late"]),
    ],
)
def test_statuses_follow_now(now: str, expected: list[Status]) -> None:
    """Each message says where now stands in its window."""
    plan = make_plan(WHOLE, now=dt.datetime.fromisoformat(now))
    assert [message.status for message in plan.messages] == expected


def test_only_the_status_depends_on_now() -> None:
    """Another moment changes the statuses and nothing else in the document."""
    later = plan_document(make_plan(WHOLE, now=NOW + dt.timedelta(days=400)))
    strip = [
        [
            {name: value for name, value in message.items() if name != "status"}
            for message in document["messages"]
        ]
        for document in (DOCUMENT, later)
    ]
    assert strip[0] == strip[1]
    assert later["reminders"] == DOCUMENT["reminders"]


def test_same_interview_and_now_give_the_same_bytes() -> None:
    """The document of a plan made again is the same to the byte, by whichever clock now was read."""
    elsewhere = NOW.astimezone(dt.timezone(dt.timedelta(hours=9)))
    made = {json.dumps(plan_document(make_plan(WHOLE, now=now))) for now in (NOW, NOW, elsewhere)}
    assert len(made) == 1


def test_document_is_json() -> None:
    """The document goes through JSON unchanged."""
    assert json.loads(json.dumps(DOCUMENT)) == DOCUMENT


def test_a_letter_too_long_for_a_link_says_why() -> None:
    """There is a link or a reason, never both or neither."""
    for met in (INTERVIEW, interview(fit="é" * 500)):
        for message in plan_document(make_plan(met, now=NOW))["messages"]:
            assert (message["mailto"] is None) != (message["mailto_reason"] is None)
    too_long = plan_document(make_plan(interview(fit="é" * 500), now=NOW))["messages"][0]
    assert too_long["mailto_reason"] == "This letter is too long for a mail link. Copy it instead."


def test_without_a_date_there_are_letters_but_no_times() -> None:
    """A form without its date yet gives the letters, no windows and no reminders."""
    document = plan_document(make_plan(interview(appointment=None), now=NOW))
    assert [message["id"] for message in document["messages"]] == ["thank-you-1", "follow-up"]
    assert document["reminders"] == []
    for message in document["messages"]:
        assert [message[name] for name in ("earliest", "suggested", "latest", "status")] == [None] * 4


def test_every_id_is_fit_for_a_file_name() -> None:
    """Whatever was typed, ids and files are of the product's making."""
    met = interview(
        interviewers=(Interviewer(name="../../etc/passwd"),), company="/", id="../x", second_follow_up=True
    )
    document = plan_document(make_plan(met, now=NOW))
    assert all(re.fullmatch(r"[a-z0-9-]+", message["id"]) for message in document["messages"])
    assert all(re.fullmatch(r"reminders/[a-z-]+\.ics", one["file"]) for one in document["reminders"])


def test_plan_keeps_what_it_was_made_of() -> None:
    """A plan carries the interview and the moment it was made for."""
    plan = make_plan(INTERVIEW, now=NOW)
    assert (plan.interview, plan.now) == (INTERVIEW, NOW)
