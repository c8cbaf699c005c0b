import json
from typing import Any

import pytest

from generator.browser import handle
from generator.checks.length import MOST_CHARACTERS
from tests.samples import NOW, fields

DRAFT = """\
Subject: Re: Thank you: ward nurse interview

Dear Dana,

Thank you again for showing me round the ward. I am still excited about the ward nurse role, and about a \
team that trains its own people. Have you made a decision yet?

Is there anything else that you need from me? I look forward to hearing from you.

Amara Cole"""


def ask(**changes: Any) -> dict[str, Any]:
    """Send a request for a review, with some of it changed, and read the answer."""
    request = {"version": 1, "request": "check", "kind": "follow-up", "draft": DRAFT} | changes
    answer = json.loads(handle(json.dumps(request)))
    assert isinstance(answer, dict)
    return answer


def result(**changes: Any) -> dict[str, Any]:
    """Send a request that can be answered and return its result."""
    found = ask(**changes)["result"]
    assert isinstance(found, dict)
    return found


def checks(answer: dict[str, Any]) -> list[str]:
    """Return the ids of the checks that found something."""
    return [finding["check"] for finding in answer["findings"]]


def test_a_finding_says_what_and_where() -> None:
    """A finding has the plan's keys, and its span is a place in the body."""
    answer = result()
    (finding,) = answer["findings"]
    assert finding.keys() == {"check", "level", "message", "guide", "span"}
    assert (finding["check"], finding["guide"]) == ("do-not-annoy", "follow-up/#do-not-annoy")
    start, end = (place + answer["offset"] for place in finding["span"])
    assert DRAFT[start:end] == "Have you made a decision yet"
    assert answer["words"] == len(DRAFT.split("\n\n", 1)[1].split())
    assert answer["summary"] == "1 thing to consider"


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_places_are_counted_with_one_character_a_line_end(line_end: str) -> None:
    """A draft with CR LF has its places where the page, which has LF, looks for them."""
    assert result(draft=DRAFT.replace("\n", line_end)) == result()


def test_the_interview_makes_it_more_exact() -> None:
    """With the form's fields the review knows who was met and what they said about time."""
    greeted = DRAFT.replace("Dear Dana", "Dear Robin")
    assert "right-names" not in checks(result(draft=greeted))
    assert "right-names" in checks(result(draft=greeted, fields=fields()))
    early = result(fields=fields({"reply_by": "2026-03-20"}), now=NOW.isoformat())
    assert "respect-the-time-frame" in checks(early)


def test_a_form_that_is_hardly_filled_is_no_hindrance() -> None:
    """Fields from which no interview can be made leave the review to the text alone."""
    assert result(fields={"your_name": "Amara Cole"}) == result(fields={}) == result(fields=None) == result()


@pytest.mark.parametrize(
    ("changes", "summary"),
    [
        ({"Have you made a decision yet?": ""}, "Nothing to mend"),
        ({"Thank you again": "Hello again", "Amara Cole": ""}, "2 things to mend, 1 to consider"),
        ({"Thank you again": "Hello again", "Have you made a decision yet?": ""}, "1 thing to mend"),
        ({"Re: ": ""}, "2 things to consider"),
    ],
)
def test_summary_counts(changes: dict[str, str], summary: str) -> None:
    """One line says how much there is to do."""
    draft = DRAFT
    for old, new in changes.items():
        draft = draft.replace(old, new)
    assert result(draft=draft)["summary"] == summary


@pytest.mark.parametrize("draft", ["", " \n\n", "\ufeff", "Subject: Thank you\n\n"])
def test_an_empty_draft_has_nothing_to_say(draft: str) -> None:
    """Before anything is written there is nothing to mend."""
    assert result(draft=draft) | {"offset": 0} == {"findings": [], "words": 0, "offset": 0, "summary": ""}


def test_a_very_long_draft_is_told_so() -> None:
    """What is far too long for a letter has one finding."""
    for draft in ("word " * MOST_CHARACTERS, "x" * (MOST_CHARACTERS + 1)):
        answer = result(draft=draft)
        assert checks(answer) == ["short"]
        assert answer["findings"][0]["message"].startswith("Shorten it to ")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "second-follow-up"}, "There is no draft of the kind 'second-follow-up'."),
        ({"kind": None}, "There is no draft of the kind None."),
        ({"kind": []}, "There is no draft of the kind []."),
        ({"draft": None}, "The draft is not a text."),
        ({"draft": 1}, "The draft is not a text."),
        ({"fields": []}, "The fields are not texts by name."),
        ({"fields": {"company": 1}}, "The fields are not texts by name."),
        ({"now": "soon"}, "The time of the request is not an ISO 8601 time with an offset."),
        ({"now": 0}, "The time of the request is not an ISO 8601 time with an offset."),
    ],
)
def test_a_wrong_request_is_an_error(changes: dict[str, Any], message: str) -> None:
    """What the page must not send is answered with what is wrong."""
    assert ask(**changes) == {"version": 1, "error": {"message": message}}


def test_half_a_character_is_no_hindrance() -> None:
    """A lone surrogate, as a page can send while somebody types, is a character like others."""
    assert result(draft=DRAFT + " \ud83d")["words"] == result()["words"] + 1
