"""Five rules for a calendar file that no reader holds it to, though some calendar stumbles over each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

# As RFC 5545 3.1 counts: octets, without the line's end.
LONGEST_LINE: Final = 75


def ends(text: str) -> bool:
    """Every line ends with CR and LF, and neither stands anywhere else."""
    return text.endswith("\r\n") and not re.search(r"\r(?!\n)|(?<!\r)\n", text)


def folds(text: str) -> bool:
    """No line is longer than 75 octets, and no fold cuts a character."""
    for line in text.encode("utf-8", errors="surrogateescape").split(b"\r\n"):
        try:
            line.decode()
        except UnicodeDecodeError:
            return False
        if len(line) > LONGEST_LINE:
            return False
    return True


def alarms(text: str) -> bool:
    """In its event, nothing stands behind an alarm."""
    lines = unfolded(text)
    places = [place for place, line in enumerate(lines) if line == "END:VALARM"]
    return all(lines[place + 1] == "END:VEVENT" for place in places)


def uids(text: str) -> bool:
    """Each event has a uid of its own."""
    lines = unfolded(text)
    found = [line for line in lines if line.startswith("UID:")]
    return len(found) == len(set(found)) == lines.count("BEGIN:VEVENT")


def zones(text: str) -> bool:
    """No time names a zone that the file does not describe."""
    lines = unfolded(text)
    described = {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
    named = {found[1] for line in lines if (found := re.match(r"[A-Z-]+;(?:[^:]*;)?TZID=([^:;]+)", line))}
    return named <= described


def unfolded(text: str) -> list[str]:
    """Return a file's lines as they were before they were folded."""
    return text.replace("\r\n ", "").split("\r\n")


RULES: Final[tuple[Callable[[str], bool], ...]] = (ends, folds, alarms, uids, zones)


def broken(text: str) -> list[str]:
    """Name the rules that a calendar file breaks."""
    return [rule.__name__ for rule in RULES if not rule(text)]
