"""Run the core, and print each pattern that it makes and each way and place that it uses one: `record.py`.

In a process of its own, since what imports compile is compiled once. The interpreter tells of every call:
nothing stands between the core and `re`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]  # the stubs leave it out
from types import FrameType
from typing import Any, Final

WAYS: Final = frozenset({"findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"})
CORE: Final = f"{Path(__file__).parents[2] / 'generator'}/"
# What runs at build time, over the site's own pages.
BUILD: Final = f"{CORE}site/"

made: set[tuple[str, int]] = set()
used: set[tuple[str, int, str]] = set()
places: set[tuple[str, int]] = set()


def note(frame: FrameType, event: str, said: Any) -> None:
    """Take note where a call is one of the core's and is about a pattern."""
    if event == "return" and frame.f_code is _compiler.compile.__code__ and said:
        if callers(frame.f_back):
            made.add((said.pattern, said.flags))
    elif (
        event == "c_call"
        and isinstance(getattr(said, "__self__", None), re.Pattern)
        and said.__name__ in WAYS
    ):
        found = callers(frame)
        if found and isinstance(said.__self__.pattern, str):
            used.add((said.__self__.pattern, said.__self__.flags, said.__name__))
            places.update(found)


def callers(frame: FrameType | None) -> list[tuple[str, int]]:
    """Return the core's files and lines that a call comes through, if its own caller is one or `re` is."""
    while frame and frame.f_code.co_filename.startswith(f"{Path(re.__file__).parent}/"):
        frame = frame.f_back
    found = []
    while frame and (place := place_of(frame)):
        found.append(place)
        frame = frame.f_back
    return found


def place_of(frame: FrameType) -> tuple[str, int] | None:
    """Return a place by its file and line, if it is one of the core's."""
    name = frame.f_code.co_filename
    if not name.startswith(CORE) or name.startswith(BUILD):
        return None
    return name.removeprefix(CORE), frame.f_lineno


def run_core() -> None:
    """Import all of the core, and give it what the tests give it."""
    import generator  # noqa: PLC0415 - only now each call is told of

    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.startswith(("generator.site", "generator.__main__")):
            importlib.import_module(module.name)
    from tests.patterns.corpus import ask_everything  # noqa: PLC0415 - as above

    ask_everything()


if __name__ == "__main__":
    sys.setprofile(note)
    run_core()
    sys.setprofile(None)
    json.dump({"made": sorted(made), "used": sorted(used), "places": sorted(places)}, sys.stdout)
