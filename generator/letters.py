"""Letters from templates: everything the person typed, and nothing they did not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, ModuleLoader, PackageLoader, StrictUndefined

from generator.interview import Interview, Interviewer, Kind
from generator.names import greeting_name, plain_name
from generator.occasions import Occasion, decider_place, occasions, thread
from generator.phrases import (
    as_sentence,
    fit_company,
    fit_phrase,
    fit_role,
    inside_sentence,
    sentence_case,
    short_role,
    to_others,
)
from generator.sentences import Fact, Sentence, plain, read_sentence, trace, unmarked
from generator.wording import TALKS, and_for, ask, because, say, since, talk
from generator.words import clock, full_day, weekday

# Beside this file, where the build puts the templates as Python modules.
COMPILED = "compiled_templates"
SHOWS_FIT = re.compile("^show-fit: ", re.MULTILINE)
# The letters of one plan of twenty people, so that a key press writes and reviews only what it changes, and
# those of all rounds of practice beside it.
MOST_REMEMBERED = 96
# Control characters, and halves of characters.
NOT_SENDABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")
REPLY = re.compile(r"^(?:re\s*:\s*)+", re.IGNORECASE)
# What is written into a thread that is there. Source: the rule `same-thread`.
REPLIES = frozenset({"follow-up", "second-follow-up", "missed-call", "rejection-reply", "withdrawal"})


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One email, ready to send.

    ``body`` has LF line ends, one line a paragraph, a blank line between paragraphs and the name last,
    with the phone number and address under it where they were typed. ``sentences`` are all that stands
    in it, in order, the greeting and the name among them.
    """

    id: str
    kind: Kind
    to: Interviewer
    subject: str
    body: str
    sentences: tuple[Sentence, ...] = ()


def rewritten(letter: Letter, *, subject: str, body: str) -> Letter:
    """Return a letter with the words that the person gave it, without what no email can carry.

    The subject becomes one line; line ends of any system become LF.
    """
    return replace(
        letter,
        subject=one_line(subject),
        body=_sendable(body.replace("\r\n", "\n").replace("\r", "\n")).strip("\n"),
        sentences=(),
    )


def one_line(subject: str) -> str:
    """Return a subject as an email can carry it."""
    return " ".join(_sendable(subject).split())


def _sendable(text: str) -> str:
    return NOT_SENDABLE.sub("", text)


# Asked for again for the reminders, and for the calendar file once the letters are on the page.
@lru_cache(maxsize=1)
def write_letters(interview: Interview, subject: str = "") -> tuple[Letter, ...]:
    """Write all letters of an interview's situation, in the order in which they are sent.

    Args:
        interview: what happened.
        subject: of the letter that the others reply to, where the person has changed it.
            Source: the rule `same-thread`.
    """
    return tuple(
        _write(read_by(occasion, interview), occasion, subject if occasion.kind in REPLIES else "")
        for occasion in occasions(interview)
    )


def read_by(letter: Occasion | Letter, interview: Interview) -> Interview:
    """Return as much of an interview as a letter may tell: a thank-you only of the talk with its reader.

    So a letter is asked for again as it was, while something is typed that is in another one.
    """
    return interview.known_to(letter.to) if letter.kind == "thank-you" else interview


@lru_cache(maxsize=MOST_REMEMBERED)
def _write(interview: Interview, occasion: Occasion, subject: str) -> Letter:
    context = _context(interview, occasion, subject)
    parts = [
        [trace(_render("greeting.txt", context), rule="name-people")],
        *_paragraphs(_body(interview, occasion, context)),
        [_signature(interview)],
    ]
    return Letter(
        id=occasion.id,
        kind=occasion.kind,
        to=occasion.to,
        subject=_subject(occasion, context),
        body="\n\n".join(" ".join(sentence.text for sentence in part) for part in parts),
        sentences=tuple(sentence for part in parts for sentence in part),
    )


def _body(interview: Interview, occasion: Occasion, context: Mapping[str, Any]) -> str:
    tone: str = interview.tone
    if occasion.kind == "thank-you":
        # A note within two hours is short in any tone.
        tone = "brief" if interview.situation == "same-day-decision" else tone
        body = _render(f"thank-you/{tone}/{occasion.variant}.txt", context)
        if interview.situation != "repair" or occasion.place != decider_place(interview):
            return body
        # Before the paragraph that says what they would bring, so that the letter still ends on that.
        paragraphs = body.split("\n\n")
        place = next(index for index, one in enumerate(paragraphs) if SHOWS_FIT.search(one))
        paragraphs.insert(place, _render("thank-you/repair.txt", context))
        return "\n\n".join(paragraphs)
    folder = {
        ("date-passed", "follow-up"): "date-passed",
        ("recruiter", "follow-up"): "recruiter-follow-up",
    }.get((interview.situation, occasion.kind), occasion.kind)
    return _render(f"{folder}/{tone}.txt", context)


def _subject(occasion: Occasion, context: Mapping[str, Any]) -> str:
    return " ".join(plain(_render(f"{occasion.kind}/subject.txt", context)).split())


def _render(template: str, context: Mapping[str, Any]) -> str:
    return environment().get_template(template).render(context)


def _context(interview: Interview, occasion: Occasion, subject: str) -> dict[str, Any]:
    """Name everything that a template may use. A fact that was not typed is an empty text."""
    day = interview.appointment.date if interview.appointment else None
    names = _names(interview, occasion)
    context = {
        "greeting_name": Fact(occasion.field, greeting_name(occasion.to.name, interview.tone)),
        "company": Fact("company", fit_company(interview.company)),
        "role": Fact("role", fit_role(interview.role)),
        "short_role": Fact("role", short_role(interview.role)),
        "on": f" on {Fact('date', weekday(day))}" if day else "",
        "on_date": f" on {Fact('date', full_day(day))}" if day else "",
        "time_frame": _time_frame(interview),
        "everyone": _listed(names),
        "alone": len(names) == 1,
        "details": list(_details(interview))[: len(TALKS)],
        "detail": _detail(interview, occasion.place or 0),
        "call": _call(interview),
        "better_answer": _better_answer(interview),
        "reason": Fact("reason", inside_sentence(fit_phrase(interview.reason, "reason"))),
        **{
            field: _phrase(interview, field)
            for field in ("thankful_for", "fit", "excited_about", "news", "question")
        },
        "tone": interview.tone,
        "via": interview.situation == "recruiter",
        "variant": occasion.variant,
        "say": say(occasion.variant),
        "and_for": and_for(occasion.variant),
        "talk": talk,
        "ask": ask,
        "since": since,
        "because": because,
    }
    if occasion.kind in REPLIES:
        first = thread(interview)
        own = REPLY.sub("", one_line(unmarked(subject)))
        context["thread"] = own or _subject(first, {**context, "variant": first.variant})
    return context


def _phrase(interview: Interview, field: str) -> Fact:
    phrase = fit_phrase(getattr(interview, field), field)
    # A recruiter reads what was meant for the people who were met.
    return Fact(field, to_others(phrase) if interview.situation == "recruiter" else phrase)


def _detail(interview: Interview, place: int) -> Fact:
    detail = fit_phrase(interview.interviewers[place].detail, "detail")
    return Fact(f"interviewers-{place}-detail", detail)


def _better_answer(interview: Interview) -> Fact:
    return Fact("better_answer", as_sentence(fit_phrase(interview.better_answer, "better_answer")))


def _details(interview: Interview) -> Iterator[tuple[Fact, Fact]]:
    """Yield the names and details of all people with whom something was talked about, for others to read."""
    for place in range(len(interview.interviewers)):
        if detail := _detail(interview, place):
            yield _name(interview, place), Fact(detail.field, to_others(detail.text))


def _name(interview: Interview, place: int) -> Fact:
    return Fact(f"interviewers-{place}-name", plain_name(interview.interviewers[place].name))


def _names(interview: Interview, occasion: Occasion) -> list[Fact]:
    """Name all people; where their addresses are asked for, those whose address is missing."""
    places = list(range(len(interview.interviewers)))
    if occasion.kind == "address-request":
        places = [place for place in places if not interview.interviewers[place].email] or places
    return [_name(interview, place) for place in places]


def _listed(names: Iterable[Fact]) -> str:
    *others, last = map(str, names)
    return f"{', '.join(others)} and {last}" if others else last


def _time_frame(interview: Interview) -> str:
    """Say the time frame as it was given: nobody who said "ten days" named a date."""
    if interview.reply_by is not None:
        return f"by {Fact('reply_by', full_day(interview.reply_by))}"
    if interview.reply_in_days is not None:
        days = "a day" if interview.reply_in_days == 1 else f"{interview.reply_in_days} days"
        return f"within {Fact('reply_in_days', days)}"
    return ""


def _call(interview: Interview) -> str:
    if interview.call_date is None:
        return ""
    day = str(Fact("call_date", full_day(interview.call_date)))
    return day if interview.call_time is None else f"{day} at {Fact('call_time', clock(interview.call_time))}"


def _signature(interview: Interview) -> Sentence:
    fields = [field for field in ("your_name", "your_phone", "your_email") if getattr(interview, field)]
    text = "\n".join(getattr(interview, field) for field in fields)
    wording = "\n".join(f"{{{field}}}" for field in fields)
    return Sentence(text=text, rule="signed", fields=tuple(fields), wording=wording)


def _paragraphs(text: str) -> list[list[Sentence]]:
    """Split at blank lines; inside a paragraph each line is a sentence."""
    paragraphs = (
        [sentence for line in lines.split("\n") if (sentence := read_sentence(line))]
        for lines in text.split("\n\n")
    )
    return [paragraph for paragraph in paragraphs if paragraph]


def load_templates() -> None:
    """Keep every template at hand: where none can be read later."""
    for name in PackageLoader("generator").list_templates():
        environment().get_template(name)


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
    # No template uses one of Jinja's own, and each would be looked up for every template that is filled.
    environment.globals.clear()
    environment.filters["sentence_case"] = lambda fact: replace(fact, text=sentence_case(fact.text))
    return environment
