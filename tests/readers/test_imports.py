"""Calendar programs that a plan's files are imported into, in the zones that people live in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from generator.plan import Plan, make_plan
from generator.reminders import Reminder
from tests.readers.calendars import CalendarFile, calendar_files, files_of
from tests.readers.programs import LAST_YEAR, Calcurse, Khal, Shown
from tests.samples import NOW, interview

pytestmark = pytest.mark.readers
# Half an hour and three quarters off, one of them with clock changes.
ZONES: Final = ("America/St_Johns", "Asia/Kathmandu")
PROGRAMS: Final = (Khal, Calcurse)
HONOUR_UIDS: Final = (
    Khal,
    pytest.param(
        Calcurse,
        marks=pytest.mark.xfail(
            raises=AssertionError,
            reason="calcurse keeps no uid of what it imports: each import adds every event once more",
        ),
    ),
)
Program = type[Khal] | type[Calcurse]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for a program's calendar."""
    made = tmp_path / "calendar"
    made.mkdir()
    return made


def written(files: Iterable[CalendarFile], folder: Path) -> list[Path]:
    """Write calendar files, and return where they are."""
    paths = []
    for file in files:
        path = folder / file.name.replace("/", "-")
        path.write_bytes(file.text.encode())
        paths.append(path)
    return paths


def expected(files: Iterable[CalendarFile], zone: str) -> list[Shown]:
    """Return what a person in a zone should see: of each uid, what came last."""
    events = {one.uid: one for file in files for one in file.reminders}
    return sorted(shown(one, zone) for one in events.values())


def shown(reminder: Reminder, zone: str) -> Shown:
    """Return what a person in a zone should see of a reminder."""
    return Shown(
        starts=f"{reminder.starts.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}",
        ends=f"{reminder.ends.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}",
        title=reminder.summary.replace("\\", ""),
    )


def files_by_uid() -> list[CalendarFile]:
    """Return the files of whole plans, no uid in two: some goldens tell of one interview at two times."""
    found: dict[str, CalendarFile] = {}
    for file in calendar_files():
        uids = {one.uid for one in file.reminders}
        in_time = all(one.ends.year < LAST_YEAR for one in file.reminders)
        if file.is_whole and in_time and uids.isdisjoint(found):
            found |= dict.fromkeys(uids, file)
    return list(dict.fromkeys(found.values()))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_events_are_where_they_should_be(program: Program, zone: str, folder: Path, tmp_path: Path) -> None:
    """Every reminder stands when it should on the person's own clock, under its title, and once."""
    files = [file for file in files_by_uid() if program is not Khal or not file.looks_broken]
    assert len(files) > 20
    calendar = program(folder=folder, zone=zone)
    calendar.take(written(files, tmp_path))
    assert sorted(calendar.shown()) == expected(files, zone)


def test_calcurse_takes_every_file(folder: Path, tmp_path: Path) -> None:
    """calcurse, which refuses what others let pass, takes each file: whole plans, steps, any year."""
    files = calendar_files()
    calendar = Calcurse(folder=folder, zone=ZONES[0])
    calendar.take(written(files, tmp_path))
    every = [shown(one, ZONES[0]) for file in files for one in file.reminders]
    assert sorted(calendar.shown()) == sorted(every)


@pytest.mark.parametrize(
    ("program", "right", "wrong"), [(Khal, "\nDTEND:2", "\nDTEND:1"), (Calcurse, r"\,", ",")]
)
def test_program_finds_a_mistake(
    program: Program, right: str, wrong: str, folder: Path, tmp_path: Path
) -> None:
    """The program that took the files is one that looks at them."""
    file = next(iter(files_of({"plan": plan()})))
    faulty = replace(file, text=file.text.replace(right, wrong))
    assert faulty != file
    calendar = program(folder=folder, zone=ZONES[0])
    with pytest.raises(AssertionError, match=r"older than|[1-9] skipped"):
        calendar.take(written([faulty], tmp_path))


@pytest.mark.parametrize("program", HONOUR_UIDS)
def test_what_is_taken_twice_is_there_once(program: Program, folder: Path, tmp_path: Path) -> None:
    """The file with all reminders, once more, and then each one's own, leave one event a reminder."""
    files = list(files_of({"plan": plan()}))
    whole = [file for file in files if file.is_whole]
    calendar = program(folder=folder, zone=ZONES[0])
    for taken in (whole, whole, files):
        calendar.take(written(taken, tmp_path))
    assert sorted(calendar.shown()) == expected(whole, ZONES[0])


@pytest.mark.parametrize("program", HONOUR_UIDS)
def test_a_later_file_takes_the_place_of_an_earlier(program: Program, folder: Path, tmp_path: Path) -> None:
    """Reminders that are made again, with other words and at another time, replace the first ones."""
    calendar = program(folder=folder, zone=ZONES[0])
    calendar.take(written(files_of({"first": plan()}), tmp_path))
    later = list(files_of({"later": plan(discreet=True, reply_in_days=9)}))
    calendar.take(written(later, tmp_path))
    assert sorted(calendar.shown()) == expected(later, ZONES[0])


def plan(**changes: object) -> Plan:
    """Return a plan with all three reminders."""
    return make_plan(interview(second_follow_up=True, **changes), now=NOW)
