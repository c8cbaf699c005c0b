"""All that the letters say by themselves: read by somebody, kept in one list, and held to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given

from generator.interview import Interview, Interviewer
from generator.letters import write_letters
from generator.words import MONTHS, WEEKDAYS, clock, full_day, weekday
from tests.casts import SITUATIONS, TONES
from tests.property.strategies import interviews
from tests.samples import APPOINTMENT

KEPT: Final = Path(__file__).with_name("wordings.txt")
NAMES: Final = ("Ann", "Ben", "Cy", "Dee", "Eve", "Fay", "Gil")
# A phrase of each kind that changes the words before it.
PHRASES: Final = {
    "none": "",
    "phrase": "the rota",
    "sentence": "You showed me the rota",
    "clause": "that you have a rota",
    "infinitive": "to plan a rota",
    "activity": "seeing the rota",
    "past": "took the rota along",
    "thanks": "for the rota",
    "grounds": "of the rota",
    "excess": "too far",
}
# What a letter must not say of itself, however kind it is.
CLAIMS: Final = re.compile(
    r"\d|impress|inspir|stayed with me|at length|industry|leading|today|yesterday|tomorrow|(?:last|this) week"
    r"|insight|perfect|passion|honou?r|team that|your team|salary|checking in|following up|touching base"
    r"|circling back|esteemed|leverage|pick your brain|" + "|".join([*WEEKDAYS, *MONTHS[:4], *MONTHS[5:]]),
    re.IGNORECASE,
)  # fmt: skip


def every_interview() -> Iterator[Interview]:
    """Yield an interview for each way in which the letters' own words can differ."""
    for tone, situation, (kind, phrase), dated, people, fit in product(
        TONES, SITUATIONS, PHRASES.items(), (True, False), (1, 7, 8), (True, False)
    ):
        met = tuple(Interviewer(name=name, detail=phrase) for name in (*NAMES, "Hal")[:people])
        yield Interview(
            your_name="Amara Cole",
            your_phone="+44 7700 900123" if dated else "",
            your_email="amara@example.com" if people == 1 else "",
            company="Acme",
            role="baker",
            interviewers=met,
            appointment=APPOINTMENT if dated else None,
            thankful_for=phrase,
            fit=phrase if fit else "",
            excited_about=phrase,
            reply_by=dt.date(2026, 3, 13) if people == 1 else None,
            reply_in_days=9 if people == 7 else None,
            tone=tone,
            second_follow_up=True,
            situation=situation,
            contact_name="" if kind == "none" else "Sam",
            better_answer="I would ask" if dated else "",
            call_date=dt.date(2026, 3, 13) if people < 8 else None,
            call_time=dt.time(9, 30) if people == 1 else None,
            news=phrase,
            question=phrase,
            reason=phrase,
        )  # fmt: skip


def wordings(met: Interview) -> set[str]:
    """Return the letters' own words, with the fields' names for what was typed."""
    return {
        re.sub(r"interviewers-\d+", "person", sentence.wording).replace("\n", " / ")
        for letter in write_letters(met)
        for sentence in letter.sentences
    }


def shape(wording: str) -> str:
    """Leave the number of people out."""
    return re.sub(r"\{person-name\}(?:, \{person-name\})*(?: and \{person-name\})?", "{person-name}", wording)


def test_letters_say_of_themselves_what_was_read_and_kept(renew_goldens: bool) -> None:  # noqa: FBT001 - a fixture
    """The letters' own words are, one by one, those in the list that somebody read."""
    found = sorted({shape(wording) for met in every_interview() for wording in wordings(met)})
    if renew_goldens:
        KEPT.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == KEPT.read_text("utf-8").splitlines()


def test_no_wording_makes_a_claim() -> None:
    """Nothing in the list names a day, a number or how something was; those are the person's to say."""
    for wording in KEPT.read_text("utf-8").splitlines():
        own = re.sub(r"\{[\w-]+\}", "", wording)
        assert not CLAIMS.search(own), wording


def said(field: str, met: Interview) -> set[str]:
    """Return what may stand in a sentence for a field: what was typed into it, or how its day is said."""
    person = re.fullmatch(r"interviewers-(\d+)-(name|detail)", field)
    if person:
        return {getattr(met.interviewers[int(person[1])], person[2])}
    if field == "date":
        assert met.appointment is not None
        return {weekday(met.appointment.date), full_day(met.appointment.date)}
    if field in {"reply_by", "call_date"}:
        return {full_day(getattr(met, field))}
    if field == "call_time":
        assert met.call_time is not None
        return {clock(met.call_time)}
    if field == "reply_in_days":
        return {"a day" if met.reply_in_days == 1 else f"{met.reply_in_days} days"}
    return {str(getattr(met, field))}


def words(text: str) -> set[str]:
    """Return a text's words, whatever their case and the marks between them."""
    return set(re.findall(r"\w+", text.casefold()))


# What is put in for the person: "I" before a bare verb, letters behind an apostrophe that was left out,
# what a recruiter is told instead of "you", and "role" behind a role.
PUT_IN: Final = {"i", "m", "ve", "t", "re", "role", "they", "them", "their", "theirs"}


@given(interviews(anywhere=True))
def test_every_sentence_is_a_kept_wording_and_what_was_typed(interview: Interview) -> None:
    """Whatever is typed, a sentence is words from the list around words that were typed into its fields."""
    kept = set(KEPT.read_text("utf-8").splitlines())
    for letter in write_letters(interview):
        for sentence in letter.sentences:
            wording = re.sub(r"interviewers-\d+", "person", sentence.wording).replace("\n", " / ")
            assert shape(wording) in kept
            parts = re.split(r"\{([\w-]+)\}", sentence.wording)
            own, fields = parts[::2], parts[1::2]
            pattern = "(.+)".join(re.escape(part) for part in own)
            found = re.fullmatch(rf"{pattern}[.。]?", sentence.text, flags=re.DOTALL)
            assert found is not None, (sentence.text, sentence.wording)
            for field, slot in zip(fields, found.groups(), strict=True):
                typed = set().union(*map(words, said(field, interview)))
                assert words(slot) - PUT_IN <= typed, (field, slot)
            assert set(fields) == set(sentence.fields)


def test_a_fact_from_nowhere_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above would fail if a letter said more than what was typed."""
    monkeypatch.setattr("generator.letters.fit_phrase", lambda *_: "ten years at NASA")
    with pytest.raises(AssertionError):
        test_every_sentence_is_a_kept_wording_and_what_was_typed()
