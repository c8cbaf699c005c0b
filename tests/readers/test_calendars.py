"""Every calendar file of a plan, seen by seven readers, and held to the rules that none of them knows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest

from tests.readers import libical
from tests.readers.calendars import CalendarFile, Seen, calendar_files
from tests.readers.node import ask
from tests.readers.packages import read_with_ical, read_with_icalendar, read_with_ics, read_with_vobject
from tests.readers.rules import RULES, broken, unfolded

pytestmark = pytest.mark.readers
# What a reader says of one text: its events, or why it refuses it.
Answer = list[Seen] | str


def one_by_one(read: Callable[[str], list[Seen]]) -> Callable[[Sequence[str]], list[Answer]]:
    """Make a reader of many texts from a reader of one."""

    def answer(text: str) -> Answer:
        try:
            return read(text)
        # Whatever a reader raises is its refusal.
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    return lambda texts: [answer(text) for text in texts]


def read_with_libical(texts: Sequence[str]) -> list[Answer]:
    """Read with libical, where it is."""
    if libical.library() is None:
        pytest.skip(f"libical is not here; Debian's package {libical.PACKAGE} has it")
    return one_by_one(libical.read_with_libical)(texts)


def read_with_ical_js(texts: Sequence[str]) -> list[Answer]:
    """Read with ical.js, which Thunderbird reads with."""

    def seen(event: dict[str, Any]) -> Seen:
        starts, ends = (dt.datetime.fromisoformat(event[name]) for name in ("starts", "ends"))
        triggers = tuple(libical.TRIGGERS.get(trigger) for trigger in event["triggers"])
        return Seen(**event | {"starts": starts, "ends": ends, "triggers": triggers})

    answers = ask("calendars.mjs", list(texts))
    return [one.get("error") or [seen(event) for event in one["events"]] for one in answers]


READERS: Final[dict[str, Callable[[Sequence[str]], list[Answer]]]] = {
    "icalendar": one_by_one(read_with_icalendar),
    "vobject": one_by_one(read_with_vobject),
    "ics": one_by_one(read_with_ics),
    "ical": one_by_one(read_with_ical),
    "ical.js": read_with_ical_js,
    "libical": read_with_libical,
}
# One mistake that each reader is there to find.
MISTAKES: Final = {
    "icalendar": ("DTSTART:", "DTSTART:on "),
    "vobject": ("UID:", "X-UID:"),
    "ics": ("ACTION:DISPLAY\r\n", ""),
    "ical": ("TRIGGER:-PT15M\r\n", ""),
    "ical.js": ("END:VALARM\r\n", ""),
    "libical": ("TRIGGER:-PT15M", "TRIGGER:-P1H"),
}


def by_uid(answer: Answer) -> Answer:
    """Put events into an order that no reader can change."""
    return answer if isinstance(answer, str) else sorted(answer, key=lambda event: event.uid or "")


def example() -> CalendarFile:
    """Return one file with everything in it."""
    return next(file for file in calendar_files() if file.is_whole and len(file.reminders) == 3)


@pytest.mark.parametrize("reader", READERS)
def test_reader_sees_every_event(reader: str) -> None:
    """A reader takes every file, and sees each event's uid, times, texts and alarm as they were meant."""
    files = [file for file in calendar_files() if reader != "ics" or not file.looks_broken]
    answers = READERS[reader]([file.text for file in files])
    assert len(answers) == len(files)
    for file, answer in zip(files, answers, strict=True):
        assert by_uid(answer) == by_uid(file.events), file.name


@pytest.mark.parametrize("reader", READERS)
def test_reader_finds_a_mistake_when_there_is_one(reader: str) -> None:
    """The reader that the files pass is awake."""
    whole = example().text
    faulty = whole.replace(*MISTAKES[reader])
    assert faulty != whole
    first, second = READERS[reader]([whole, faulty])
    assert not isinstance(first, str)
    assert isinstance(second, str)


def test_files_are_many() -> None:
    """There are goldens and made files, with odd text in some, of one event and of several."""
    files = calendar_files()
    assert {len(file.reminders) for file in files} == {1, 2, 3}
    assert {file.name.startswith("made-") for file in files} == {True, False}
    marks = {mark for file in files for mark in '\\;,:"' if mark in file.reminders[0].summary[22:]}
    assert marks == set('\\;,:"')


def test_five_rules_hold() -> None:
    """Every file keeps the rules that no reader holds it to."""
    assert {file.name: broken(file.text) for file in calendar_files() if broken(file.text)} == {}


@pytest.mark.parametrize(
    ("rule", "pattern", "instead"),
    [
        ("ends", "\r\n$", "\n"),
        ("ends", "\r\n", "\n"),
        ("folds", "\r\n ", ""),
        ("alarms", "(TRANSP:TRANSPARENT\r\n)((?:.+\r\n)+?END:VALARM\r\n)", r"\2\1"),
        ("uids", "UID:.+\r\n", "UID:one@example.com\r\n"),
        ("uids", "UID:.+\r\n", ""),
        ("zones", "DTSTART:(.+)Z\r\n", "DTSTART;TZID=Europe/Berlin:\\1\r\n"),
        ("zones", "DTSTART:(.+)Z\r\n", "DTSTART;VALUE=DATE-TIME;TZID=Europe/Berlin:\\1\r\n"),
    ],
)
def test_rule_finds_what_breaks_it(rule: str, pattern: str, instead: str) -> None:
    """Each rule tells of a file that breaks it."""
    text, count = re.subn(pattern, instead, example().text)
    assert count
    assert rule in broken(text)


def test_fold_inside_a_character_is_found() -> None:
    """Bytes that are folded in the middle of a character are not what the rule passes."""
    line = b"SUMMARY:" + "é".encode() * 40
    cut = (line[:75] + b"\r\n " + line[75:] + b"\r\n").decode("utf-8", errors="surrogateescape")
    assert "folds" in broken(cut)


def test_rules_are_five() -> None:
    """As many as were found that no reader checks."""
    assert len({rule.__name__ for rule in RULES}) == 5
    assert unfolded("a\r\n b\r\nc") == ["ab", "c"]
