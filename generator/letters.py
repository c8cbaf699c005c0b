"""Letters from templates: everything the person typed, and nothing they did not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import ChoiceLoader, Environment, ModuleLoader, PackageLoader, StrictUndefined

from generator.interview import Interview, Interviewer
from generator.names import greeting_name
from generator.phrases import end_sentence, fit_phrase, fit_role, sentence_case, short_role
from generator.words import day_and_month, full_day, weekday

# Beside this file, where the build puts the templates as Python modules.
COMPILED = "compiled_templates"

Kind = Literal["thank-you", "follow-up", "second-follow-up"]


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One email, ready to send.

    ``body`` has LF line ends, one line a paragraph, a blank line between paragraphs and the name last,
    with the phone number and address under it where they were typed.
    """

    id: str
    kind: Kind
    to: Interviewer
    subject: str
    body: str


def write_letters(interview: Interview) -> tuple[Letter, ...]:
    """Write a thank-you for each interviewer, the follow-up, and the second one if it was asked for."""
    thank_yous = tuple(
        _write(interview, person, place=place, kind="thank-you", letter_id=f"thank-you-{place + 1}")
        for place, person in enumerate(interview.interviewers)
    )
    kinds: tuple[Kind, ...] = (
        ("follow-up", "second-follow-up") if interview.second_follow_up else ("follow-up",)
    )
    return thank_yous + tuple(
        _write(interview, interview.decider, place=0, kind=kind, letter_id=kind) for kind in kinds
    )


def _write(interview: Interview, person: Interviewer, *, place: int, kind: Kind, letter_id: str) -> Letter:
    context = _context(interview, person, place)
    subject = environment().get_template(f"{kind}/subject.txt").render(context)
    greeting = environment().get_template("greeting.txt").render(context)
    body = environment().get_template(f"{kind}/body.txt").render(context)
    signature = [interview.your_name, interview.your_phone, interview.your_email]
    return Letter(
        id=letter_id,
        kind=kind,
        to=person,
        subject=" ".join(subject.split()),
        body="\n\n".join([greeting, *_paragraphs(body), "\n".join(line for line in signature if line)]),
    )


def _context(interview: Interview, person: Interviewer, place: int) -> Mapping[str, Any]:
    """Name everything that a template may use. A fact that was not typed is an empty text.

    ``vary`` picks one of several wordings by the person's place in the list, so that
    the letters of a panel differ without chance.
    """
    day = interview.appointment.date if interview.appointment else None
    return {
        "greeting_name": greeting_name(person.name, interview.tone),
        "company": interview.company,
        "role": fit_role(interview.role),
        "short_role": short_role(interview.role),
        "weekday": weekday(day) if day else "",
        "day": day_and_month(day) if day else "",
        "full_day": full_day(day) if day else "",
        "time_frame": _time_frame(interview),
        "detail": fit_phrase(person.detail, "detail"),
        "thankful_for": fit_phrase(interview.thankful_for, "thankful_for"),
        "fit": fit_phrase(interview.fit, "fit"),
        "excited_about": fit_phrase(interview.excited_about, "excited_about"),
        "tone": interview.tone,
        "vary": _picker(place),
    }


def _time_frame(interview: Interview) -> str:
    """Say the time frame as it was given: nobody who said "ten days" named a date."""
    if interview.reply_by is not None:
        return f"by {full_day(interview.reply_by)}"
    if interview.reply_in_days is not None:
        return "within a day" if interview.reply_in_days == 1 else f"within {interview.reply_in_days} days"
    return ""


def _picker(place: int) -> Callable[..., str]:
    return lambda *wordings: wordings[place % len(wordings)]


def _paragraphs(text: str) -> list[str]:
    """Split at blank lines; inside a paragraph a line is a sentence, closed and set behind the one before."""
    paragraphs = (
        " ".join(filter(None, (end_sentence(line) for line in lines.split("\n"))))
        for lines in text.split("\n\n")
    )
    return [paragraph for paragraph in paragraphs if paragraph]


@cache
def environment() -> Environment:
    """Return what finds and fills the templates; the reader's copy has them compiled already."""
    compiled = ModuleLoader(Path(__file__).with_name(COMPILED))
    # Mail is plain text, so nothing is escaped; what people type is a value, never a template.
    environment = Environment(
        loader=ChoiceLoader([compiled, PackageLoader("generator")]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the letters are plain text
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["sentence_case"] = sentence_case
    return environment
