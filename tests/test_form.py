import re
from collections.abc import Iterator

import pytest
from wtforms import Field

from generator.fields import PhraseField, RadioField
from generator.form import InterviewerForm, InterviewForm, is_field
from generator.zones import zone_choices, zone_names
from tests.samples import document

# The interview document's keys, as design.md fixes them.
KEYS = [
    "your_name", "your_email", "your_phone", "company", "role", "date", "start", "minutes", "time_zone",
    "interviewers", "thankful_for", "fit", "excited_about", "reply_by", "reply_in_days", "tone",
    "second_follow_up", "discreet", "id", "situation", "contact_name", "contact_email", "better_answer",
    "call_date", "call_time", "news", "question", "reason",
]  # fmt: skip
PERSON_KEYS = ["name", "title", "email", "detail", "decides"]
REQUIRED = {"your_name", "company", "role", "date", "start", "time_zone", "interviewers-0-name"}


def inputs(form: InterviewForm) -> Iterator[Field]:
    """Yield every field that a person can see, with those of one interviewer."""
    for field in form:
        if field.name == "interviewers":
            yield from form.interviewers[0].form
        elif field.name != "id":
            yield field


def test_form_names_are_the_document_keys() -> None:
    """The fields' names are the interview document's keys."""
    assert sorted(field.name for field in InterviewForm()) == sorted(KEYS)
    assert [field.name for field in InterviewerForm()] == PERSON_KEYS


def test_inputs_are_named_as_lists_are_written() -> None:
    """An interviewer's inputs carry the place in the list, as WTForms writes it."""
    names = [field.name for field in InterviewForm().interviewers[0].form]
    assert names == [f"interviewers-0-{key}" for key in PERSON_KEYS]


@pytest.mark.parametrize("field", list(inputs(InterviewForm())), ids=lambda field: field.name)
def test_every_field_has_a_label(field: Field) -> None:
    """Each field says in words what it asks for, and its label is bound to it."""
    assert re.fullmatch(r"[A-Z][^:<>]{2,60}", field.label.text)
    # A group of radio buttons has a label for each, and its own is the group's legend.
    controls = list(field) if isinstance(field, RadioField) else [field]
    for control in controls:
        assert f'for="{control.id}"' in str(control.label())
        assert f'name="{field.name}"' in str(control())


def test_labels_differ() -> None:
    """No two fields of the interview ask by the same words."""
    labels = [field.label.text for field in inputs(InterviewForm())]
    assert len(set(labels)) == len(labels)


def test_only_what_every_letter_needs_is_required() -> None:
    """The controls that carry ``required`` are those of the contract."""
    assert {field.name for field in inputs(InterviewForm()) if field.flags.required} == REQUIRED


def test_phrases_complete_a_stem() -> None:
    """The four phrases stand behind the stems that the design names, a situation's behind their own."""
    stems = {
        field.short_name: field.stem for field in inputs(InterviewForm()) if isinstance(field, PhraseField)
    }
    assert stems == {
        "detail": "I enjoyed talking about",
        "thankful_for": "Thank you for",
        "fit": "I would bring",
        "excited_about": "I am excited about",
        "better_answer": "One of my answers could have been better.",
        "news": "Since we spoke, I have",
        "question": "I would be grateful to know",
        "reason": "I am withdrawing because",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("your_name", True),
        ("interviewers-0-name", True),
        ("interviewers-19-decides", True),
        ("interviewers", False),
        ("interviewers-0", False),
        ("interviewers-0-age", False),
        ("interviewers--1-name", False),
        ("interviewers-٣-name", False),
        ("interviewers-1000-name", False),
        ("YOUR_NAME", False),
        ("your_name ", False),
        ("data", False),
        ("", False),
    ],
)
def test_names_of_inputs(name: str, expected: bool) -> None:  # noqa: FBT001 - a row of the table
    """A name is known only when an input of the form carries it."""
    assert is_field(name) is expected


def test_sample_document_has_only_known_keys() -> None:
    """The sample that the other tests change is a document of the contract."""
    assert set(document()) <= set(KEYS)


def test_every_zone_offered_can_be_loaded() -> None:
    """The zones to pick from are all known, none twice, and every place of the tz database is there."""
    offered = [name for _, name, _ in zone_choices()]
    assert len(set(offered)) == len(offered)
    assert set(offered) <= zone_names()
    assert {"UTC", "Europe/London", "Asia/Kathmandu", "America/Argentina/Buenos_Aires"} <= set(offered)
