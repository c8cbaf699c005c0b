import json
from typing import Any

import pytest

from generator.document import DocumentError, parse_document, read_document
from generator.form import KEYS
from tests.samples import INTERVIEW, document, fields, interview

TOML = """
your_name = "Amara Cole"
your_email = "amara@example.com"
your_phone = "+44 7700 900123"
company = "Harbour Street Clinic"
role = "ward nurse"
date = 2026-03-05
start = 14:30:00
minutes = 45
time_zone = "Europe/London"
thankful_for = "showing me round the ward"
fit = "five years on a busy surgical ward"
excited_about = "a team that trains its own people"

[[interviewers]]
name = "Dana Whitfield"
title = "ward manager"
email = "dana@example.com"
detail = "how the night team hands over to the day team"
"""


def errors_of(value: Any) -> dict[str, str]:
    """Read a document that is not valid and return its messages."""
    with pytest.raises(DocumentError) as caught:
        read_document(value)
    return dict(caught.value.errors)


def errors_of_text(text: str) -> dict[str, str]:
    """Parse a document that is not valid and return its messages."""
    with pytest.raises(DocumentError) as caught:
        parse_document(text)
    return dict(caught.value.errors)


def without(key: str) -> dict[str, Any]:
    """Return the sample document without a key."""
    return {name: value for name, value in document().items() if name != key}


def test_document_is_the_interview() -> None:
    """The document, parsed or as JSON, gives the interview that the form gives."""
    assert read_document(document()) == INTERVIEW
    assert parse_document(json.dumps(document())) == INTERVIEW


def test_toml_has_the_same_keys() -> None:
    """TOML with the same keys, its own dates and times among them, is the same interview."""
    assert parse_document(TOML) == INTERVIEW
    quoted = TOML.replace("2026-03-05", '"2026-03-05"').replace("14:30:00", '"14:30"')
    assert parse_document(quoted) == INTERVIEW


def test_toml_may_quote_its_keys() -> None:
    """TOML that begins with a quoted key is TOML."""
    assert parse_document(TOML.replace("your_name =", '"your_name" =', 1).lstrip()) == INTERVIEW


def test_byte_order_mark_and_empty_lines_are_skipped() -> None:
    """Some editors write a mark first."""
    assert parse_document("\ufeff\n  " + json.dumps(document())) == INTERVIEW
    assert parse_document("\ufeff" + TOML) == INTERVIEW


def test_everything_can_be_said() -> None:
    """Every key of the contract is read."""
    whole = document(
        reply_in_days=8, tone="formal", second_follow_up=True, discreet=True, id="one",
        interviewers=[{"name": "Paul", "decides": True}, {"name": "Mei", "decides": False}],
    )  # fmt: skip
    read = read_document(whole)
    assert (read.reply_in_days, read.tone, read.second_follow_up, read.discreet, read.id) == (
        8, "formal", True, True, "one",
    )  # fmt: skip
    assert [(person.name, person.decides) for person in read.interviewers] == [("Paul", True), ("Mei", False)]


def test_null_is_no_answer() -> None:
    """Null says that there is no answer, as leaving the key out does."""
    assert read_document(document(fit=None, minutes=None)) == read_document(
        {key: value for key, value in document().items() if key not in {"fit", "minutes"}}
    )
    assert errors_of(document(company=None)).keys() == {"company"}


@pytest.mark.parametrize(
    "key", ["your_name", "company", "role", "date", "start", "time_zone", "interviewers"]
)
def test_required_keys_are_asked_for(key: str) -> None:
    """A required key that is missing is named, alone."""
    assert errors_of(without(key)).keys() == {key}


@pytest.mark.parametrize(
    "key", ["your_email", "your_phone", "minutes", "thankful_for", "fit", "excited_about"]
)  # fmt: skip
def test_other_keys_may_be_left_out(key: str) -> None:
    """A key that is not required may be missing."""
    read_document(without(key))


@pytest.mark.parametrize(
    "key", ["salary", "Your_name", "interviewers-0-name", "errors", "", "__class__", "ключ"]
)
def test_unknown_key_is_named(key: str) -> None:
    """An unknown key is an error that names the key and those that are known."""
    errors = errors_of(document(**{key: "x"}))
    assert errors.keys() == {key}
    assert all(known in errors[key] for known in KEYS)


def test_unknown_key_of_a_person_is_named() -> None:
    """An unknown key inside the list carries the person's place."""
    people = [{"name": "Dana"}, {"name": "Paul", "age": 50}]
    assert errors_of(document(interviewers=people)) == {
        "interviewers-1-age": "There is no field of this name. Known are name, title, email, detail, decides."
    }


@pytest.mark.parametrize(
    "key", ["your_name", "your_email", "company", "thankful_for", "time_zone", "tone", "id"]
)
@pytest.mark.parametrize("value", [1, 1.5, True, [], ["x"], {}, {"a": 1}], ids=repr)
def test_text_is_text(key: str, value: object) -> None:
    """A text key with another type of value is named."""
    assert errors_of(document(**{key: value})) == {key: "Write this as text, in quotes."}


@pytest.mark.parametrize("key", ["second_follow_up", "discreet"])
@pytest.mark.parametrize("value", ["true", 1, 0, "", [], {}], ids=repr)
def test_flags_are_true_or_false(key: str, value: object) -> None:
    """A flag is never guessed from another value."""
    assert errors_of(document(**{key: value})) == {key: "Write true or false, without quotes."}


def test_flag_of_a_person_is_named_by_its_place() -> None:
    """The same for a flag inside the list."""
    people = [{"name": "Dana", "decides": "yes"}]
    assert errors_of(document(interviewers=people)).keys() == {"interviewers-0-decides"}


@pytest.mark.parametrize("key", ["minutes", "reply_in_days"])
@pytest.mark.parametrize(
    "value", [45.0, True, [45], {}, float("inf"), float("nan"), 10**400, -(10**9)], ids=str
)
def test_numbers_are_whole(key: str, value: object) -> None:
    """A number that is no whole number in the limits is named, however large."""
    assert errors_of(document(**{key: value})).keys() == {key}


@pytest.mark.parametrize(
    ("key", "value"), [("date", 20260305), ("start", 14.5), ("reply_by", True), ("date", ["x"])]
)
def test_dates_and_times_are_text(key: str, value: object) -> None:
    """A date or time of another type gets a message with an example."""
    errors = errors_of(document(**{key: value}))
    assert errors.keys() == {key}
    assert "for example" in errors[key]


@pytest.mark.parametrize("line", ["date = 2026-03-05T10:00:00Z", "date = 10:00:00"])
def test_toml_date_is_a_date_only(line: str) -> None:
    """TOML's other kinds of time are not a date."""
    assert errors_of_text(TOML.replace("date = 2026-03-05", line)).keys() == {"date"}


@pytest.mark.parametrize("line", ["start = 14:30:15", "start = 14:30:00.5", "start = 2026-03-05"])
def test_toml_time_is_to_the_minute(line: str) -> None:
    """TOML's seconds are refused, not rounded."""
    assert errors_of_text(TOML.replace("start = 14:30:00", line)).keys() == {"start"}


@pytest.mark.parametrize(
    "people", ["Dana", {"name": "Dana"}, ["Dana"], [{"name": "Dana"}, None], 3, [[]]], ids=repr
)
def test_people_are_a_list_of_objects(people: object) -> None:
    """Another shape gets a message with an example."""
    assert errors_of(document(interviewers=people)) == {
        "interviewers": 'Write a list of people, such as [{"name": "Dana Whitfield"}].'
    }


@pytest.mark.parametrize("people", [[], None])
def test_people_are_at_least_one(people: object) -> None:
    """An empty list is as none."""
    assert errors_of(document(interviewers=people)) == {
        "interviewers": "Add at least one person you met, with a name."
    }


def test_people_are_at_most_twenty() -> None:
    """The message says how many there are."""
    assert len(read_document(document(interviewers=[{"name": "x"}] * 20)).interviewers) == 20
    assert errors_of(document(interviewers=[{"name": "x"}] * 21)) == {
        "interviewers": "Keep at most 20 people; here are 21."
    }


def test_person_without_a_name_is_named_by_place() -> None:
    """An empty object is a person whose name is missing."""
    assert errors_of(document(interviewers=[{"name": "Dana"}, {}])).keys() == {"interviewers-1-name"}


def test_every_error_is_said_at_once() -> None:
    """All that is wrong comes together, each by its name, one line each."""
    wrong = document(
        company="", minutes=4, tone="cold", salary=1, interviewers=[{"name": "Dana", "email": "x"}]
    )
    with pytest.raises(DocumentError) as caught:
        read_document(wrong)
    names = {"company", "minutes", "tone", "salary", "interviewers-0-email"}
    assert caught.value.errors.keys() == names
    lines = str(caught.value).splitlines()
    assert {line.partition(": ")[0] for line in lines} == names
    assert len(lines) == len(names)


def test_a_key_with_a_line_break_stays_on_one_line() -> None:
    """What a hostile document names its keys cannot forge a line of its own."""
    with pytest.raises(DocumentError) as caught:
        read_document(document(**{"x\ncompany: All good.\r\u2028y": 1}))
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("value", ["null", "1", "true", "[]", '["a"]', "NaN", '"a text"', "1e999"])
def test_document_is_an_object(value: str) -> None:
    """Any other JSON value is refused as the whole document."""
    assert errors_of_text(value).keys() == {"document"}


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_parsed_document_is_an_object(value: object) -> None:
    """The same for a value that was parsed elsewhere."""
    assert errors_of(value).keys() == {"document"}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{'your_name': 'Amara'}",
        '{"your_name": "Amara",}',
        '{"minutes": NaN}',
        '{"minutes": Infinity}',
        '{"minutes": -Infinity}',
        '{"minutes": ' + "9" * 5000 + "}",
        '{"company": "A", "company": "B"}',
        '{"interviewers": [{"name": "A", "name": "B"}]}',
        '{"company": "A"} {"company": "B"}',
        '{"company": "a\nb"}',
        "company = 'A'\ncompany = 'B'",
        "company = A",
        "hello",
        "[[interviewers]",
        "\x00",
    ],
)
def test_what_cannot_be_parsed_is_said_of_the_document(text: str) -> None:
    """Text that is neither JSON nor TOML, or is ambiguous, is one message on one line, with where to look."""
    errors = errors_of_text(text)
    assert errors.keys() == {"document"}
    assert errors["document"].startswith("Mend the JSON or TOML: ")
    assert len(errors["document"].splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "a = " + "[" * 100_000], ids=["list", "object", "toml"]
)
def test_deep_nesting_is_refused(text: str) -> None:
    """Nesting as deep as a hostile file can make it is a message, not a crash."""
    assert errors_of_text(text).keys() == {"document"}


def test_empty_document_asks_for_everything() -> None:
    """An empty file, read as TOML, names every required key."""
    assert errors_of_text("").keys() == {
        "your_name", "company", "role", "date", "start", "time_zone", "interviewers",
    }  # fmt: skip


def test_json_escapes_are_read() -> None:
    """Escaped characters are what they stand for; a half of one is refused by the field's name."""
    escaped = json.dumps(document(company="Zoë 🙂 GmbH"), ensure_ascii=True)
    assert parse_document(escaped) == interview(company="Zoë 🙂 GmbH")
    assert errors_of_text(escaped.replace(r"\ud83d", "")).keys() == {"company"}


def test_a_bad_value_has_the_forms_message() -> None:
    """A value is judged by the form, so that a file and the page say the same."""
    from generator.answers import read_form  # noqa: PLC0415 - only this claim is about both

    typed = {"minutes": "4", "tone": "cold", "date": "2026-02-30", "company": "a\tb"}
    expected = read_form(fields(typed)).errors
    assert errors_of(document(**(typed | {"minutes": 4}))) == expected
