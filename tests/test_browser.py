import json
from typing import Any

import pytest

from generator.answers import read_form
from generator.browser import handle
from generator.calendar_file import calendar_file
from generator.handoff import recipient
from generator.plan import make_plan, plan_document
from tests.samples import INTERVIEW, NOW, fields


def ask(**changes: Any) -> dict[str, Any]:
    """Send a request for a plan, with some of it changed, and read the answer."""
    request = {"version": 1, "request": "plan", "fields": fields(), "now": NOW.isoformat()} | changes
    answer = json.loads(handle(json.dumps(request)))
    assert isinstance(answer, dict)
    return answer


def result(**changes: Any) -> dict[str, Any]:
    """Send a request that can be answered and return its result."""
    answer = ask(**changes)
    assert answer.keys() == {"version", "result"}
    found = answer["result"]
    assert isinstance(found, dict)
    return found


def error(answer: dict[str, Any]) -> str:
    """Return the message of an answer that is an error and nothing else."""
    assert answer.keys() == {"version", "error"}
    assert answer["version"] == 1
    assert answer["error"].keys() == {"message"}
    message = answer["error"]["message"]
    assert isinstance(message, str)
    return message


def test_answer_is_the_plan_of_the_form() -> None:
    """The result carries the plan document and no errors, as the core makes them."""
    plan = make_plan(INTERVIEW, now=NOW)
    answer = result()
    assert answer["errors"] == {}
    assert answer["plan"] == plan_document(plan)
    assert answer["recipients"] == {one.letter.id: recipient(one.letter) for one in plan.messages}
    assert answer["summary"] == "2 letters · send by Fri 6 Mar, 15:15"
    assert [one["step"] for one in answer["advice"]] == ["thank-you", "follow-up"]
    assert answer["advice"][0].keys() == {"step", "title", "when", "status", "status_words", "sentence"}


def test_letters_can_come_before_their_findings() -> None:
    """Asked for no review, the answer is the same, but nobody has looked for findings; there are some."""
    whole, letters = (result(reviewed=reviewed, fields=fields() | {"fit": ""}) for reviewed in (True, False))
    assert any(message["findings"] for message in whole["plan"]["messages"])
    for message in whole["plan"]["messages"]:
        message["findings"] = None
    assert letters == whole


def test_a_review_is_wanted_or_not() -> None:
    """A review that is neither wanted nor not is refused."""
    assert error(ask(reviewed="no")) == "Whether the letters are to be reviewed is neither true nor false."


def test_calendars_are_those_of_the_plan() -> None:
    """Asked for by themselves, the calendar files are the plan's: all reminders in one, and one each."""
    reminders = make_plan(INTERVIEW, now=NOW).reminders
    assert result(request="calendars") == {
        "calendars": {
            "reminders.ics": calendar_file(reminders, stamp=NOW),
            "thank-you.ics": calendar_file(reminders[:1], stamp=NOW),
            "follow-up.ics": calendar_file(reminders[1:], stamp=NOW),
        }
    }


@pytest.mark.parametrize("changes", [{"date": "?"}, {"your_name": ""}], ids=["no date", "no name"])
def test_without_dates_there_are_no_calendars(changes: dict[str, str]) -> None:
    """A form without a date, or without what every letter needs, has no calendar files and no error."""
    assert result(request="calendars", fields=fields() | changes) == {"calendars": {}}


@pytest.mark.parametrize(
    "now", ["2026-03-05T18:00:00.000Z", "2026-03-05T18:00:00+00:00", "2026-03-06T03:00+09:00"]
)
def test_now_is_read_as_browsers_write_it(now: str) -> None:
    """The same moment in any ISO form with an offset gives the same answer."""
    assert result(now=now) == result()


def test_half_filled_form_gives_the_letters_it_can() -> None:
    """Without a date there are letters and a message by the field, no reminders and no times."""
    answer = result(fields=fields({"date": "", "interviewers-0-email": "dana@"}))
    assert answer["errors"].keys() == {"date", "interviewers-0-email"}
    assert [message["id"] for message in answer["plan"]["messages"]] == ["thank-you-1", "follow-up"]
    assert (answer["plan"]["reminders"], answer["advice"], answer["summary"]) == ([], [], "2 letters")


@pytest.mark.parametrize("typed", [{}, {"your_name": "Amara"}, {"salary": "x"}])
def test_hardly_filled_form_gives_messages(typed: dict[str, str]) -> None:
    """Before any letter can be written there are the form's messages and no plan, in the same shape."""
    answer = result(fields=typed)
    assert answer["errors"] == read_form(typed).errors
    assert (answer["plan"], answer["advice"], answer["summary"]) == (None, [], "")
    assert answer.keys() == result().keys()


def test_half_a_character_crosses_the_wire() -> None:
    """A lone surrogate, as a page can send while somebody types, is a message by its field."""
    answer = result(fields=fields({"company": "Acme \ud83d", "fit": "\udc00"}))
    assert answer["errors"].keys() == {"company", "fit"}
    unknown = result(fields=fields({"\ud800": "x"}))
    assert unknown["errors"].keys() == {"\ud800"}


def test_answer_is_ascii() -> None:
    """The answer's text can cross any boundary."""
    request = {
        "version": 1,
        "request": "plan",
        "fields": fields({"company": "Zoë 🙂"}),
        "now": NOW.isoformat(),
    }
    answer = handle(json.dumps(request))
    assert answer.isascii()
    assert "Zoë 🙂" in json.loads(answer)["result"]["plan"]["messages"][0]["body"]


def test_same_request_gives_the_same_bytes() -> None:
    """Nothing in the answer depends on when or how often it is asked for."""
    request = json.dumps({"version": 1, "request": "plan", "fields": fields(), "now": NOW.isoformat()})
    assert handle(request) == handle(request)


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "x",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        "\x00",
        "\ud800",
        '{"version": ' + "9" * 5000 + "}",
        "'{}'",
    ],
    ids=["empty", "word", "open", "deep-list", "deep-object", "null", "surrogate", "huge", "quotes"],
)
def test_what_is_not_json_is_an_error(request_text: str) -> None:
    """Garbage is answered, never raised."""
    assert error(json.loads(handle(request_text))) == "The request is not JSON."


@pytest.mark.parametrize(
    "request_text", ["null", "[]", '"x"', "1", "NaN", "{}", '{"version": 2}', '{"version": "1"}']
)
def test_another_version_says_to_reload(request_text: str) -> None:
    """A request of another shape or version tells the reader what to do."""
    assert error(json.loads(handle(request_text))) == (
        "The page and its Python are of two versions. Reload the page."
    )


@pytest.mark.parametrize("name", [None, "", "plans", 1, [], {"a": 1}])
def test_unknown_request_is_an_error(name: object) -> None:
    """A request of another name is answered with that name."""
    assert error(ask(request=name)) == f"There is no request of the name {name!r}."


@pytest.mark.parametrize(
    "typed", [None, [], "x", 1, {"your_name": 1}, {"your_name": None}, {"your_name": ["x"]}]
)
def test_fields_are_texts_by_name(typed: object) -> None:
    """Fields of another type are the page's fault and said as such."""
    assert error(ask(fields=typed)) == "The fields are not texts by name."


@pytest.mark.parametrize(
    "now",
    [None, "", "now", 0, [], "2026-03-05", "2026-03-05T18:00", "2026-13-05T18:00Z", "0001-01-01T00:00+14:00"],
)
def test_now_has_an_offset(now: object) -> None:
    """A moment that cannot be placed is an error, not a guess."""
    assert error(ask(now=now)) == "The time of the request is not an ISO 8601 time with an offset."


@pytest.mark.parametrize("request_value", [None, 1, b"\xff", object()])
def test_not_even_text_raises(request_value: object) -> None:
    """A value that is no text at all is answered too."""
    error(json.loads(handle(request_value)))  # type: ignore[arg-type] # that it is not text is the claim
