import json
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from generator.answers import read_form
from generator.browser import handle
from generator.form import KEYS, InterviewForm
from tests.property.strategies import json_values, moments
from tests.samples import NOW, fields

NAMES = [
    *KEYS,
    *(f"interviewers-{place}-{key}" for place in range(3) for key in ("name", "email", "detail", "decides")),
]


def answer_to(request: str) -> dict[str, Any]:
    """Send a request and check that the answer is one of the two kinds."""
    answer = json.loads(handle(request))
    assert answer.keys() in ({"version", "result"}, {"version", "error"})
    assert answer["version"] == 1
    assert isinstance(answer, dict)
    return answer


@given(st.text() | json_values().map(json.dumps))
def test_garbage_is_answered(request: str) -> None:
    """No text raises, and garbage is an error with a message."""
    assert answer_to(request)["error"]["message"]


@given(json_values(), json_values(), json_values())
def test_any_parts_are_answered(name: Any, typed: Any, now: Any) -> None:
    """Whatever stands in a request's parts is answered."""
    for request in (
        {"version": 1, "request": name, "fields": fields(), "now": NOW.isoformat()},
        {"version": 1, "request": "plan", "fields": typed, "now": NOW.isoformat()},
        {"version": 1, "request": "plan", "fields": fields(), "now": now},
    ):
        answer_to(json.dumps(request))


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), st.text(max_size=30)), moments())
def test_any_form_has_a_result(typed: dict[str, str], now: Any) -> None:
    """A form in any state, at any moment, has a result: letters as far as they go, messages for the rest."""
    for whole in (typed, fields(typed)):
        request = {"version": 1, "request": "plan", "fields": whole, "now": now.isoformat()}
        result = answer_to(json.dumps(request))["result"]
        assert result["plan"] is not None or result["errors"]


FORMS = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), st.text(max_size=30))


@given(FORMS, FORMS)
def test_nothing_is_left_of_a_form_that_was_read_before(
    before: dict[str, str], typed: dict[str, str]
) -> None:
    """The form is kept and filled again: what stood in it, messages and all, is in no later answer."""
    for one, other in ((before, typed), (fields(before), typed), (before, fields(typed))):
        with patch("generator.answers._form", InterviewForm):
            alone = read_form(other)
        read_form(one)
        assert read_form(other) == alone
