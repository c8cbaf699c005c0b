"""Interviews as people type them: names from many scripts, awkward phrases, every zone, a hundred years."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Any, Final, get_args

from hypothesis import strategies as st

from generator.fields import NONCHARACTERS, REFUSED_CATEGORIES, REFUSED_MARKS
from generator.interview import Appointment, Interview, Interviewer, Situation, Tone
from generator.zones import zone_names

FIRST, LAST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
TONES: Final[tuple[Tone, ...]] = ("warm", "formal", "brief")
# Letters of Latin with its accents, Greek, Cyrillic, Hebrew, Arabic, Devanagari, Thai, kana, Han, Hangul.
SCRIPTS: Final = (
    ("A", "z"), ("À", "ž"), ("Α", "ω"), ("А", "я"), ("א", "ת"), ("ء", "ي"), ("अ", "ह"), ("ก", "ฮ"),
    ("ぁ", "ん"),
    ("一", "龥"), ("가", "힣"),
)  # fmt: skip
NAMES: Final = (
    "Dana Whitfield", "Dr Ana de la Cruz, PhD", "山田 太郎", "Siobhán O’Neill 🙂",
    "Prof. Dr. Ludwig van der Berg",
    "Sir Alan", "J. R. Okafor (he/him)", "Иван", "Mary-Jane", "محمد الفاسي", "Dame Judi Dench",
    "Ms. Lee", "李",
)  # fmt: skip
COMPANIES: Final = (
    "Acme Inc.",
    "Société Générale d’Énergie",
    "3M",
    "Yahoo!",
    "Alderton & Sons LLP",
    "{{ company }}",
    "A",
)
ROLES: Final = (
    "ward nurse",
    "The Signal Engineer position",
    "iOS developer",
    "C++ developer",
    "Head of IT.",
    "internship",
)
WORDS: Final = (
    "the", "a", "team", "that", "night", "ward", "trains", "people’s", "Boeing", "IT", "C++", "naïve",
    "50%", "R&D",
    "how", "we", "work", "in", "Zürich", "日本", "(twice)", "and", "patients", "well-being", "don't",
    "{{", "<b>", "“so”",
)  # fmt: skip
STEMS: Final = {
    "thankful_for": ("Thank you for ", "for ", "Thanks so much for "),
    "fit": ("I would bring ", "I'd bring "),
    "excited_about": ("I am excited about ", "I'm really excited about ", "about "),
    "detail": ("I enjoyed talking about ", "about "),
}
WRAPPINGS: Final = ("{}", "{}.", "{} ", " {}", "“{}”", "{}...", "{},", '"{}".')


@dataclass(frozen=True)
class Told:
    """An interview and what its letters must hold: ``own`` words for all, ``details`` by person."""

    interview: Interview
    own: dict[str, str]
    details: tuple[str, ...]


def words_of(script: tuple[str, str]) -> st.SearchStrategy[str]:
    """Make a word of one script's letters."""
    letters = st.characters(min_codepoint=ord(script[0]), max_codepoint=ord(script[1]), categories=["L"])
    return st.text(letters, min_size=1, max_size=12)


def names() -> st.SearchStrategy[str]:
    """Make a person's name of one to three words, mostly in one script."""
    made = st.sampled_from(SCRIPTS).flatmap(lambda script: st.lists(words_of(script), min_size=1, max_size=3))
    return st.sampled_from(NAMES) | made.map(" ".join)


# What some format gives a meaning to: calendars, mail, links, folding, quoting.
SIGNS: Final = "\\;,:\"'^=?&%+#<>@()[]{}_-.~|/nN \u00a0\u200d\ufeff"


def lines() -> st.SearchStrategy[str]:
    """Make a line of any text that the form takes, many of its characters ones with a meaning somewhere."""
    plain = st.characters(exclude_characters=sorted(REFUSED_MARKS)).filter(
        lambda one: unicodedata.category(one) not in REFUSED_CATEGORIES and not NONCHARACTERS.match(one)
    )
    sizes = st.just(1) | st.integers(2, 120)
    return (
        sizes.flatmap(lambda size: st.text(st.sampled_from(SIGNS) | plain, min_size=size, max_size=size))
        .map(lambda text: text.strip(" \u00a0"))
        .filter(lambda text: any(unicodedata.category(one) not in {"Cf", "Zs"} for one in text))
    )


# What stands in no stem: sentences, clauses, things done and to do.
WHOLE: Final = (
    "you showed me round", "We laughed a lot", "the tour of the ward was a joy",
    "that you took your time", "to see the ward", "seeing the ward", "everyone was kind",
    "It was good. It was great",
)  # fmt: skip


def phrases() -> st.SearchStrategy[str]:
    """Make a phrase of two to seven words that fits behind its stem as it is, or a whole sentence."""
    return st.sampled_from(WHOLE) | (
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=7, unique=True)
        .map(" ".join)
        .filter(lambda phrase: phrase[0] + phrase[-1] != "“”" and not phrase.startswith("a IT"))
    )


@st.composite
def typed(draw: st.DrawFn, phrase: str, stem: str) -> str:
    """Type a phrase as somebody might: with its stem again, in quotes, closed, with a capital."""
    said = draw(st.sampled_from(("", *STEMS[stem]))) + phrase
    if draw(st.booleans()):
        said = said[0].upper() + said[1:]
    return draw(st.sampled_from(WRAPPINGS)).format(said)


@st.composite
def appointments(draw: st.DrawFn, zones: st.SearchStrategy[str] | None = None) -> Appointment:
    """Make any time in any zone."""
    return Appointment(
        date=draw(st.dates(FIRST, LAST)),
        start=draw(st.times().map(lambda time: time.replace(second=0, microsecond=0, fold=0))),
        minutes=draw(st.integers(5, 720)),
        time_zone=draw(zones or st.sampled_from(sorted(zone_names()))),
    )


@st.composite
def time_frames(draw: st.DrawFn, date: dt.date) -> dict[str, Any]:
    """Make no time frame, a last day, or a number of days."""
    kind = draw(st.sampled_from(["none", "day", "days"]))
    if kind == "day":
        return {"reply_by": draw(st.dates(date, min(date + dt.timedelta(days=200), LAST)))}
    return {"reply_in_days": draw(st.integers(1, 120))} if kind == "days" else {}


@st.composite
def situations(draw: st.DrawFn, date: dt.date) -> dict[str, Any]:
    """Make the usual situation, as often as all others together, or another with what belongs to it."""
    situation = draw(st.just("interview") | st.sampled_from(get_args(Situation)))
    if situation == "interview":
        return {}
    return {
        "situation": situation,
        "contact_name": draw(names()),
        "better_answer": draw(phrases()),
        "news": draw(st.just("") | phrases()),
        "question": draw(st.just("") | phrases()),
        "reason": draw(st.just("") | phrases()),
        "call_date": draw(st.none() | st.just(date)),
        "call_time": draw(st.none() | st.just(dt.time(9, 5))),
    }


@st.composite
def interviews(draw: st.DrawFn, *, whole: bool = False, anywhere: bool = False) -> Interview:
    """Make an interview, with every answer if ``whole``, in any situation if ``anywhere``."""
    return draw(told(whole=whole, anywhere=anywhere)).interview


@st.composite
def told(draw: st.DrawFn, *, whole: bool = False, anywhere: bool = False) -> Told:
    """Make an interview and remember what was meant by its phrases."""

    def some(value: str) -> st.SearchStrategy[str]:
        return st.just(value) if whole else st.sampled_from(["", value])

    own = {stem: draw(some(draw(phrases()))) for stem in ("thankful_for", "fit", "excited_about")}
    own_typed = {stem: draw(typed(phrase, stem)) if phrase else "" for stem, phrase in own.items()}
    met = draw(st.lists(names(), min_size=1, max_size=7))
    details = tuple(draw(some(draw(phrases()))) for _ in met)
    appointment = draw(appointments())
    interview = Interview(
        your_name=draw(names()),
        your_email=draw(st.sampled_from(["", "amara+jobs@example.com"])),
        your_phone=draw(st.sampled_from(["", "+44 7700 900123"])),
        company=draw(st.sampled_from(COMPANIES) | names()),
        role=draw(st.sampled_from(ROLES)),
        interviewers=tuple(
            Interviewer(
                name=name,
                title=draw(st.sampled_from(["", "ward manager", "nurse", "Head of Care"])),
                email=draw(st.sampled_from(["", "dana%x@example.com"])),
                detail=draw(typed(detail, "detail")) if detail else "",
                decides=draw(st.booleans()),
            )
            for name, detail in zip(met, details, strict=True)
        ),
        appointment=appointment,
        thankful_for=own_typed["thankful_for"],
        fit=own_typed["fit"],
        excited_about=own_typed["excited_about"],
        **draw(time_frames(appointment.date)),
        tone=draw(st.sampled_from(TONES)),
        second_follow_up=draw(st.booleans()),
        discreet=draw(st.booleans()),
        id=draw(st.sampled_from(["", "one"])),
        **(draw(situations(appointment.date)) if anywhere else {}),
    )
    return Told(interview, own, details)


def moments() -> st.SearchStrategy[dt.datetime]:
    """Make an aware time."""
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
    first, last = (dt.datetime.combine(day, dt.time()) for day in (dt.date(1999, 1, 1), dt.date(2102, 1, 1)))
    return st.datetimes(first, last, timezones=offsets)


def json_values() -> st.SearchStrategy[Any]:
    """Make any value that JSON can hold, and a few that it cannot."""
    texts = st.text() | st.sampled_from(["2026-03-05", "14:30", "Europe/London", "warm", "\ud800", "\u202e"])
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts
    return st.recursive(
        leaves,
        lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(), one, max_size=3),
        max_leaves=6,
    )
