"""The calendar files of the plans, and what every reader must find in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.calendar_file import ALARM_BEFORE
from generator.cli import plan_files
from generator.plan import Plan
from generator.reminders import Reminder
from tests.readers.plans import all_plans

ALL: Final = "reminders.ics"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One event as a reader sees it, of whatever types; ``triggers`` say when its alarms ring."""

    uid: str | None
    starts: object
    ends: object
    summary: str | None
    description: str | None
    triggers: tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarFile:
    """A calendar file and the reminders that were put into it."""

    name: str
    text: str
    reminders: tuple[Reminder, ...]

    @property
    def is_whole(self) -> bool:
        """Say whether all reminders of a plan are in it."""
        return self.name.count("/") == 1

    @property
    def looks_broken(self) -> bool:
        r"""Say whether ``\N`` was typed: ics and khal make a line end of it, however it is escaped."""
        return any(r"\N" in one.summary + one.description for one in self.reminders)

    @property
    def events(self) -> list[Seen]:
        """The reminders as a reader should see them."""
        return [
            Seen(
                uid=one.uid,
                starts=one.starts,
                ends=one.ends,
                summary=one.summary,
                description=one.description,
                triggers=(-ALARM_BEFORE,),
            )
            for one in self.reminders
        ]


@cache
def calendar_files() -> tuple[CalendarFile, ...]:
    """Return every calendar file of every plan: the one with all reminders, and one for each step."""
    return tuple(files_of(all_plans()))


def files_of(plans: Mapping[str, Plan]) -> Iterable[CalendarFile]:
    """Yield the calendar files of plans, as the command writes them."""
    for name, plan in plans.items():
        inside = {ALL: plan.reminders} | {one.file: (one,) for one in plan.reminders}
        for file, data in plan_files(plan).items():
            if file.endswith(".ics"):
                yield CalendarFile(name=f"{name}/{file}", text=data.decode(), reminders=inside[file])
