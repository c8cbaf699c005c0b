"""What a form says: typed values into an interview, as far as they can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.form import MOST_INTERVIEWERS, InterviewForm, is_field, too_many_people, unknown_field
from generator.interview import Appointment, Interview, Interviewer


@dataclass(frozen=True)
class Answers:
    """What a form says.

    ``errors`` are messages by field name. ``interview`` is what can be read without the answers
    that have a message; it is None while something that every letter needs is missing.
    """

    interview: Interview | None
    errors: Mapping[str, str]


class FormData(dict[str, str]):
    """Field values by name, as WTForms wants to be handed them."""

    def getlist(self, name: str) -> list[str]:
        """Return the value as the only one of its name."""
        return [self[name]] if name in self else []


def read_form(fields: Mapping[str, str]) -> Answers:
    """Read typed values, by the names of the form's inputs, into an interview.

    A checkbox stands among ``fields`` only when it is ticked.
    """
    unknown = {name: unknown_field() for name in fields if not is_field(name)}
    rows = {name.split("-")[1] for name in fields if name.startswith("interviewers-") and name not in unknown}
    if len(rows) > MOST_INTERVIEWERS:
        return Answers(None, {**unknown, "interviewers": too_many_people(len(rows))})
    form = _form()
    form.process(FormData({name: value for name, value in fields.items() if name not in unknown}))
    form.validate()
    errors = dict(_errors(form))
    named = {_typed_name(name, sorted(map(int, rows))): message for name, message in errors.items()}
    return Answers(_interview(form, errors), {**named, **unknown})


@cache
def _form() -> InterviewForm:
    """Return the form, which is filled again and again: to make its fields takes as long as to fill them."""
    return InterviewForm()


def _errors(form: InterviewForm) -> Iterator[tuple[str, str]]:
    for field in form:
        people = form.interviewers if field is form.interviewers else ()
        for one in [inner for row in people for inner in row.form] or [field]:
            if one.errors:
                yield one.name, str(one.errors[0])


def _typed_name(name: str, rows: list[int]) -> str:
    """Return a field's name as it was typed: WTForms numbers people anew where one was removed."""
    first, _, rest = name.partition("-")
    place, _, key = rest.partition("-")
    return f"{first}-{rows[int(place)]}-{key}" if first == "interviewers" and rows else name


def _interview(form: InterviewForm, errors: Mapping[str, str]) -> Interview | None:
    def said(field: Any) -> Any:
        return None if field.name in errors else field.data

    people = tuple(
        Interviewer(
            name=said(row.form.name),
            title=said(row.form.title) or "",
            email=said(row.form.email) or "",
            detail=said(row.form.detail) or "",
            decides=row.form.decides.data,
        )
        for row in form.interviewers
        if row.form.name.name not in errors
    )
    if not people or any(name in errors for name in ("your_name", "company", "role")):
        return None
    appointment = None
    if not any(name in errors for name in ("date", "start", "minutes", "time_zone")):
        appointment = Appointment(
            date=said(form.date),
            start=said(form.start),
            minutes=said(form.minutes),
            time_zone=said(form.time_zone),
        )
    return Interview(
        your_name=said(form.your_name),
        company=said(form.company),
        role=said(form.role),
        interviewers=people,
        appointment=appointment,
        your_email=said(form.your_email) or "",
        your_phone=said(form.your_phone) or "",
        thankful_for=said(form.thankful_for) or "",
        fit=said(form.fit) or "",
        excited_about=said(form.excited_about) or "",
        reply_by=said(form.reply_by),
        reply_in_days=said(form.reply_in_days),
        time_frame_unclear="reply_by" in errors or "reply_in_days" in errors,
        tone=said(form.tone) or "warm",
        second_follow_up=form.second_follow_up.data,
        discreet=form.discreet.data,
        id=said(form.id) or "",
        situation=said(form.situation) or "interview",
        contact_name=said(form.contact_name) or "",
        contact_email=said(form.contact_email) or "",
        better_answer=said(form.better_answer) or "",
        call_date=said(form.call_date),
        call_time=said(form.call_time),
        news=said(form.news) or "",
        question=said(form.question) or "",
        reason=said(form.reason) or "",
    )
