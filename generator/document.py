"""The interview document: JSON, or TOML with the same keys, into an interview."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Mapping
from typing import Any

from generator.answers import read_form
from generator.form import INTERVIEWER_KEYS, KEYS, MOST_INTERVIEWERS, too_many_people, unknown_field
from generator.interview import Interview
from generator.nesting import is_too_deep

FLAGS = frozenset({"decides", "second_follow_up", "discreet"})
NUMBERS = frozenset({"minutes", "reply_in_days"})
DAYS = frozenset({"date", "reply_by", "call_date"})
TIMES = frozenset({"start", "call_time"})
TOO_DEEP = "Take out the deep nesting; an interview has one level."


class DocumentError(ValueError):
    """What was given cannot be used; ``errors`` are messages by field, in the document's order."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("\n".join(f"{_on_one_line(name)}: {text}" for name, text in errors.items()))
        self.errors = errors


def parse_document(text: str) -> Interview:
    """Read a document's text: JSON when it begins with a brace or bracket, else TOML.

    Raises:
        DocumentError: it cannot be parsed, or a field is missing, unknown or not usable.
    """
    text = text.removeprefix("\ufeff")
    is_json = text.lstrip().startswith(("{", "["))
    if is_json and is_too_deep(text):
        raise DocumentError({"document": TOO_DEEP})
    try:
        document = _read_json(text) if is_json else tomllib.loads(text)
    except RecursionError:
        raise DocumentError({"document": TOO_DEEP}) from None
    except ValueError as error:
        raise DocumentError({"document": f"Mend the JSON or TOML: {error}."}) from None
    return read_document(document)


def read_document(document: Any) -> Interview:
    """Read a parsed document.

    Raises:
        DocumentError: a field is missing, unknown or not usable.
    """
    if not isinstance(document, dict):
        raise DocumentError(
            {"document": 'Write an object with the interview\'s fields, such as {"your_name": …}.'}
        )
    fields, errors = _flatten(document)
    answers = read_form(fields)
    # What could not be flattened is missing from the form: the reason beats the form's "type this".
    errors = {**answers.errors, **errors}
    if "interviewers" in errors:
        errors.pop("interviewers-0-name", None)
    if errors or answers.interview is None:
        raise DocumentError(errors)
    return answers.interview


def _flatten(document: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Turn a document into the form's names and typed values, and messages for what cannot be typed."""
    fields: dict[str, str] = {}
    errors: dict[str, str] = {}
    for key, value in document.items():
        if key not in KEYS:
            errors[key] = unknown_field()
        elif key == "interviewers":
            _flatten_interviewers(value, fields, errors)
        else:
            _flatten_value(key, key, value, fields, errors)
    if "interviewers" not in document:
        _flatten_interviewers(None, fields, errors)
    return fields, errors


def _flatten_interviewers(value: Any, fields: dict[str, str], errors: dict[str, str]) -> None:
    if value is None or value == []:
        errors["interviewers"] = "Add at least one person you met, with a name."
    elif not isinstance(value, list) or not all(isinstance(person, dict) for person in value):
        errors["interviewers"] = 'Write a list of people, such as [{"name": "Dana Whitfield"}].'
    elif len(value) > MOST_INTERVIEWERS:
        errors["interviewers"] = too_many_people(len(value))
    else:
        for index, person in enumerate(value):
            fields.setdefault(f"interviewers-{index}-name", "")
            for key, inner in person.items():
                name = f"interviewers-{index}-{key}"
                if key in INTERVIEWER_KEYS:
                    _flatten_value(name, key, inner, fields, errors)
                else:
                    errors[name] = unknown_field(INTERVIEWER_KEYS)


def _flatten_value(name: str, key: str, value: Any, fields: dict[str, str], errors: dict[str, str]) -> None:
    if value is None:
        return
    if key in FLAGS:
        if not isinstance(value, bool):
            errors[name] = "Write true or false, without quotes."
        elif value:
            fields[name] = "y"
    elif key in NUMBERS and isinstance(value, int) and not isinstance(value, bool):
        fields[name] = str(value) if abs(value) < 10**9 else "too large"
    elif key in DAYS and isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        fields[name] = value.isoformat()
    elif key in TIMES and isinstance(value, dt.time):
        fields[name] = value.isoformat().removesuffix(":00") if value.second == 0 else value.isoformat()
    elif isinstance(value, str):
        fields[name] = value
    else:
        errors[name] = EXPECTED.get(key, "Write this as text, in quotes.")


EXPECTED = {
    **dict.fromkeys(NUMBERS, "Write a whole number in digits, without quotes."),
    **dict.fromkeys(DAYS, 'Write the date as text, for example "2026-03-10".'),
    **dict.fromkeys(TIMES, 'Write the time as text, for example "14:30".'),
}


def _read_json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)


def _on_one_line(name: str) -> str:
    """Escape what would break a line; an unknown key can be any text."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) < len(pairs):
        raise ValueError("a key stands in it twice")
    return document


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number that JSON knows")
