"""Fuzz one target, guided by what it reaches: `python -m tests.fuzz.engine TARGET` OPTIONS."""

from __future__ import annotations

import importlib
import sys

import atheris  # type: ignore[import-untyped] # the other tasks do without it

# What reads a stranger's text: its branches guide the search.
GUIDES = ("generator", "icalendar", "wtforms")


def main(name: str, options: list[str]) -> None:
    """Search until the time is over or something is found; it ends the process."""
    with atheris.instrument_imports(include=list(GUIDES)):
        target = importlib.import_module(f"tests.fuzz.targets.{name}")
    atheris.Setup([sys.argv[0], *options], target.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
