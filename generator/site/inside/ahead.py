"""Compile ahead what the core's imports compile: `ahead.py REQUESTS ANSWER`.

Runs on the same archive as `reach.py`. ANSWER is the source of a module with what `re` hands to its engine
for each pattern, by the pattern and its flags, and with the functions that `dataclasses` writes, by their
source. The engine and the byte code are the reader's own: they take them as they are.
"""

import dataclasses
import json
import re
import sys
from array import array
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]  # the stubs leave it out
from typing import Any

sys.path.append("/inside")

from reach import run_core  # type: ignore[import-not-found]  # found inside Pyodide only

Key = tuple[str | bytes, int]


class Recorder:
    """The engine as `re` knows it, which notes what it is handed."""

    def __init__(self, engine: Any) -> None:
        """Note nothing yet; whatever else is asked of the engine it answers itself."""
        self.engine = engine
        self.made: dict[Key, tuple[Any, ...]] = {}
        self.key: Key | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)

    def compile(self, pattern: str | bytes, flags: int, code: list[int], *groups: Any) -> Any:
        """Hand on what is to be compiled, and note it."""
        if self.key:
            self.made[self.key] = int(flags), array("I", code).tobytes(), *groups
        return self.engine.compile(pattern, flags, code, *groups)


def record_patterns() -> dict[Key, tuple[Any, ...]]:
    """Return what will be noted of each pattern, from those that the start has compiled already."""
    recorder = Recorder(_compiler._sre)  # noqa: SLF001 - there is no other way to what the engine is handed
    compile_anew = _compiler.compile

    def compile_and_note(pattern: str | bytes, flags: int = 0) -> Any:
        recorder.key = (pattern, int(flags))
        try:
            return compile_anew(pattern, flags)
        finally:
            recorder.key = None

    _compiler._sre, _compiler.compile = recorder, compile_and_note  # noqa: SLF001 - as above
    for _, pattern, flags in list(re._cache):  # type: ignore[attr-defined]  # noqa: SLF001 - no other list of them
        compile_and_note(pattern, flags)
    return recorder.made


def record_classes() -> set[str]:
    """Return what will be noted of each class: the source of one function that makes all of its own."""
    sources: set[str] = set()

    def note_and_run(source: str, *where: dict[str, Any]) -> None:
        sources.add(source)
        exec(source, *where)  # noqa: S102 - as dataclasses itself does

    dataclasses.exec = note_and_run  # type: ignore[attr-defined]  # a builtin, found there first
    return sources


def main(requests: Path, answer: Path) -> None:
    """Write the module."""
    patterns, classes = record_patterns(), record_classes()
    run_core(json.loads(requests.read_text()))
    rows = sorted(f"    {key!r}: {made!r},\n" for key, made in patterns.items())
    made = (f"{source}\nCODES[{source!r}] = __create_fn__.__code__\n" for source in sorted(classes))
    answer.write_text(f"PATTERNS = {{\n{''.join(rows)}}}\nCODES = {{}}\n{''.join(made)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
