import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.answers import read_form
from generator.document import DocumentError, parse_document, read_document
from generator.form import INTERVIEWER_KEYS, KEYS
from generator.interview import Interview
from tests.property.strategies import interviews, json_values
from tests.samples import document, fields


def errors_of(value: Any) -> dict[str, str]:
    """Return a document's messages; anything raised but them fails the test."""
    try:
        read_document(value)
    except DocumentError as error:
        return dict(error.errors)
    return {}


def as_document(interview: Interview) -> dict[str, Any]:
    """Write an interview as the document it came from."""
    appointment = interview.appointment
    assert appointment is not None
    whole = {
        name: getattr(interview, name)
        for name in KEYS
        if name not in {"date", "start", "minutes", "time_zone"}
    }
    whole |= {
        "date": appointment.date.isoformat(),
        "start": appointment.start.isoformat("minutes"),
        "minutes": appointment.minutes,
        "time_zone": appointment.time_zone,
        "reply_by": interview.reply_by.isoformat() if interview.reply_by else None,
        "interviewers": [
            {name: getattr(person, name) for name in INTERVIEWER_KEYS} for person in interview.interviewers
        ],
    }
    return whole


@given(json_values())
def test_any_value_is_a_document_or_an_error(value: Any) -> None:
    """No JSON value raises anything but messages by field."""
    errors_of(value)


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(), json_values()))
def test_any_values_of_the_keys_are_judged(values: dict[str, Any]) -> None:
    """Whatever stands behind the known keys, each message is one sentence under a name."""
    for name, message in errors_of(document() | values).items():
        assert isinstance(name, str)
        assert message.endswith((".", "…"))


@given(
    st.lists(
        st.dictionaries(st.sampled_from(INTERVIEWER_KEYS) | st.text(), json_values(), max_size=4), max_size=3
    )
)
def test_any_people_are_judged(people: list[dict[str, Any]]) -> None:
    """Whatever stands in the list of people, messages carry its name or a person's place in it."""
    for name in errors_of(document(interviewers=people)):
        assert name.startswith("interviewers")


@given(st.text() | st.text(alphabet='{}[]",:\n=.0123456789eE-+truefalsn\\u"'))
def test_any_text_is_a_document_or_an_error(text: str) -> None:
    """No text raises anything but messages, one line each."""
    lines, errors = "", {}
    try:
        parse_document(text)
    except DocumentError as error:
        lines, errors = str(error), dict(error.errors)
    assert len(lines.splitlines()) == len(errors)


@given(st.dictionaries(st.sampled_from(list(fields())) | st.text(), st.text()))
def test_any_form_is_read_as_far_as_it_goes(typed: dict[str, str]) -> None:
    """No typed values raise; what has a message is not in the interview, and the rest is."""
    answers = read_form(fields(typed))
    assert answers.interview is not None or answers.errors
    for name, message in answers.errors.items():
        assert message
        assert name in {*fields(typed), "interviewers"}


@given(interviews())
def test_an_interview_written_as_a_document_is_the_same_again(interview: Interview) -> None:
    """A saved document gives the interview that it was saved from, but for spaces at the ends."""
    read = parse_document(json.dumps(as_document(interview)))
    again = parse_document(json.dumps(as_document(read)))
    assert again == read
    assert (read.appointment, read.time_frame_ends) == (interview.appointment, interview.time_frame_ends)
