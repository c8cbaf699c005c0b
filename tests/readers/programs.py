"""Calendar programs as a person has them: a folder of their own, in the zone that the person lives in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pytest

PATIENCE: Final = 120
# khal takes Python's older zones, which know of no clock change after 2037.
LAST_YEAR: Final = 2037
SPAN: Final = ("1999-01-01", "14500d")
# A character that no text of a reminder has.
BETWEEN: Final = "\x1f"
KHAL_SETTINGS: Final = """
[calendars]
[[reminders]]
path = {folder}/events
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Shown(NamedTuple):
    """What a person sees of an event: when it begins and ends on their own clock, and its title.

    Of titles, backslashes are left out: Debian 12's khal drops one that stands before a semicolon.
    """

    starts: str
    ends: str
    title: str

    @classmethod
    def read(cls, printed: str) -> list[Shown]:
        """Read the lines that a program was asked for, one for each event."""
        rows = (line.split(BETWEEN) for line in printed.split("\n") if line)
        return [cls(starts, ends, title.replace("\\", "")) for starts, ends, title in rows]


def run(*command: str, zone: str, home: Path) -> str:
    """Run a program in a zone, with a home of its own, and return what it prints."""
    result = subprocess.run(
        command,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(home),
            "TZ": zone,
            "LC_ALL": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    # khal tells of a file that it cannot use, and goes on.
    assert not re.search(r"(?i)error|warning|invalid", result.stderr), result.stderr
    return result.stdout


def need(program: str, package: str) -> str:
    """Return a program's path, or skip the test and say what it lacks."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not here; Debian's package {package} has it")
    return found


@dataclass(frozen=True, kw_only=True)
class Khal:
    """khal, which keeps each event in a file of its own and knows it by its uid."""

    folder: Path
    zone: str

    def __post_init__(self) -> None:
        need("khal", "khal")
        (self.folder / "events").mkdir()
        settings = KHAL_SETTINGS.format(folder=self.folder, zone=self.zone)
        (self.folder / "settings").write_text(settings, "utf-8")

    def take(self, files: Iterable[Path]) -> None:
        """Import files, as one does who answers each question with yes."""
        self._run("import", "--batch", "--include-calendar", "reminders", *map(str, files))

    def shown(self) -> list[Shown]:
        """Return all that the calendar shows."""
        form = BETWEEN.join(["{start-date} {start-time}", "{end-date} {end-time}", "{title}"])
        printed = self._run("list", "--once", "--day-format", "", "--format", form, *SPAN)
        return Shown.read(printed)

    def _run(self, *arguments: str) -> str:
        settings = str(self.folder / "settings")
        return run("khal", "--config", settings, *arguments, zone=self.zone, home=self.folder)


@dataclass(frozen=True, kw_only=True)
class Calcurse:
    """calcurse, which keeps what it needs of an event and forgets its uid."""

    folder: Path
    zone: str

    def __post_init__(self) -> None:
        need("calcurse", "calcurse")

    def take(self, files: Iterable[Path]) -> None:
        """Import files one by one; of each, it must skip nothing."""
        for file in files:
            report = self._run("--import", str(file))
            assert "/ 0 skipped" in report, report

    def shown(self) -> list[Shown]:
        """Return all that the calendar shows."""
        moment = "%Y-%m-%d %H:%M"
        form = BETWEEN.join([f"%(start:{moment})", f"%(end:{moment})", "%m"])
        printed = self._run("--grep", "--filter-type", "apt", "--format-apt", form + "\n")
        return Shown.read(printed)

    def _run(self, *arguments: str) -> str:
        return run("calcurse", "-D", str(self.folder), *arguments, zone=self.zone, home=self.folder)
