"""What is measured, and how: visits to the page in turn, each in a browser that has just been started."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from threading import Timer
from typing import Any, Final

from benchmarks.browsers import Browser, tab_memory
from benchmarks.server import BenchServer

# Seconds: for a report to come, for a page to settle before its memory is read, without a request until a
# guide page counts as loaded, and for a page to be built again.
_PATIENCE: Final = 120
_SETTLED: Final = 6.0
_QUIET: Final = 2.0
_REBUILT: Final = 60

_VARIANTS: Final = ("stock", "ours", "floor")
# In each repetition, and of each variant: two repeat visits of a quarter of a second can differ by a third of
# that, on a machine that does nothing else.
REPEAT_VISITS: Final = 5

log = logging.getLogger(__name__)


@dataclass
class BrowserFigures:
    """One browser's figures: each list has a value for each repetition, or for each repeat visit of each."""

    # Milliseconds from runtime-start to the first letter, by variant and visit.
    letter: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    # Milliseconds from a key press to the plan on the page, of all repetitions together.
    keys: list[float] = field(default_factory=list)
    # The same for one that is pressed while the first letters of all people are being made, one a repetition.
    at_once: list[float] = field(default_factory=list)
    # Milliseconds that the page could not be typed in, the longest of each repetition.
    blocked: list[float] = field(default_factory=list)
    # Bytes of memory, by variant.
    memory: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    # Bytes over the wire on a first visit, by variant; the runtime only.
    wire: dict[str, int] = field(default_factory=dict)
    # Bytes kept in the browser's storage for the next visit: of Python's memory, and of the archive that
    # belongs to it.
    kept: int = 0
    # Bytes over the wire after the first letter, for visits without a network.
    later: int = 0


@dataclass(frozen=True)
class Figures:
    """All figures of one run."""

    browsers: dict[str, BrowserFigures]
    # Compressed bytes of a first visit without the runtime, by page.
    pages: dict[str, int]
    # Seconds from a change in docs to a rebuilt site, one for each repetition.
    rebuild: list[float]
    repetitions: int


def measure_browser(
    browser: Browser, server: BenchServer, profiles: Path, repetitions: int
) -> BrowserFigures:
    """Visit the variants in turn, again and again: once with a new profile, then with the one it left."""
    figures = BrowserFigures()
    for repetition in range(repetitions):
        log.info("%s, repetition %d of %d", browser.name, repetition + 1, repetitions)
        for variant in _VARIANTS:
            _first_visit(browser, server, profiles / f"{variant}-{repetition}", variant, figures)
        for _ in range(REPEAT_VISITS):
            for variant in _VARIANTS:
                _repeat_visit(browser, server, profiles / f"{variant}-{repetition}", variant, figures)
        _keys(browser, server, profiles / f"ours-{repetition}", figures)
        _memory(browser, server, profiles / f"empty-{repetition}", "empty", figures)
    return figures


def _first_visit(
    browser: Browser, server: BenchServer, profile: Path, variant: str, figures: BrowserFigures
) -> None:
    server.sent.clear()
    keeps = variant != "stock"
    with browser.open(server.url(f"{variant}/write/{'?kept' if keeps else ''}"), profile) as pid:
        figures.letter[variant, "first"].append(_report(server, "letter")["milliseconds"])
        figures.wire[variant] = _runtime_bytes(server.sent)
        # Each has time to keep what it keeps, and the browser to keep the compiled code.
        if keeps:
            at_once = sum(server.sent.values())
            kept = _report(server, "kept")
            if variant == "ours":
                figures.kept, server.kept = kept["all"], kept["read"]
                figures.later = sum(server.sent.values()) - at_once
        time.sleep(_SETTLED)
        figures.memory[variant].append(tab_memory(browser, pid))


def _repeat_visit(
    browser: Browser, server: BenchServer, profile: Path, variant: str, figures: BrowserFigures
) -> None:
    with browser.open(server.url(f"{variant}/write/"), profile):
        report = _report(server, "letter")
    figures.letter[variant, "repeat"].append(report["milliseconds"])
    if variant == "ours" and not report["restored"]:
        log.warning("%s did not restore what it had kept: this is a start from the beginning.", browser.name)


def _keys(browser: Browser, server: BenchServer, profile: Path, figures: BrowserFigures) -> None:
    with browser.open(server.url("ours/write/?keys"), profile):
        report = _report(server, "keys")
    figures.keys += report["keys"]
    figures.at_once.append(report["atOnce"])
    figures.blocked.append(report["blocked"])


def _memory(
    browser: Browser, server: BenchServer, profile: Path, variant: str, figures: BrowserFigures
) -> None:
    with browser.open(server.url(f"{variant}/write/"), profile) as pid:
        _report(server, "letter")
        time.sleep(_SETTLED)
        figures.memory[variant].append(tab_memory(browser, pid))


def _report(server: BenchServer, task: str) -> dict[str, Any]:
    try:
        while (report := server.reports.get(timeout=_PATIENCE))["task"] != task:
            pass
    except Empty:
        raise TimeoutError(f"The page has not reported its {task}.") from None
    return report


def _runtime_bytes(sent: dict[str, int]) -> int:
    return sum(size for path, size in sent.items() if "/assets/runtime/" in path or "/recipe/" in path)


def measure_pages(browser: Browser, server: BenchServer, profiles: Path) -> dict[str, int]:
    """Return what a first visit to each page of the guide transfers, the runtime left out."""
    found = {}
    for page in sorted(server.site.rglob("index.html")):
        path = page.parent.relative_to(server.site).as_posix().removeprefix(".")
        if path.startswith("project"):
            continue
        server.sent.clear()
        with browser.open(server.url(f"ours/{path}/" if path else "ours/"), profiles / (path or "home")):
            _wait_for_quiet(server)
        ours = {name: size for name, size in server.sent.items() if name not in {"/probe.js", "/waiting"}}
        found[f"/{path}/" if path else "/"] = sum(ours.values()) - _runtime_bytes(ours)
    return found


def _wait_for_quiet(server: BenchServer) -> None:
    deadline = time.monotonic() + _PATIENCE
    seen, since = 0, time.monotonic()
    while not seen or time.monotonic() - since < _QUIET:
        if time.monotonic() > deadline:
            raise TimeoutError("The browser does not stop to ask for files.")
        time.sleep(0.1)
        if (now := sum(size for path, size in server.sent.items() if path != "/waiting")) != seen:
            seen, since = now, time.monotonic()


def measure_rebuild(root: Path, repetitions: int) -> list[float]:
    """Return the seconds from a touch of a page until `mkdocs serve` has rebuilt the site."""
    page = root / "docs/index.md"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    seconds = []
    try:
        _read_until(process, "Serving on")
        for _ in range(repetitions):
            time.sleep(1)
            start = time.monotonic()
            page.touch()
            _read_until(process, "Reloading browsers")
            seconds.append(time.monotonic() - start)
    finally:
        process.terminate()
        process.wait()
    return seconds


def _read_until(process: subprocess.Popen[str], words: str) -> None:
    # It may say nothing at all.
    watchdog = Timer(_REBUILT, process.kill)
    watchdog.start()
    try:
        for line in process.stderr or ():
            if re.search(words, line):
                return
    finally:
        watchdog.cancel()
    raise TimeoutError(f"mkdocs serve has not said {words!r}.")


def percentile(values: list[float], share: float) -> float:
    """Return the value that a share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, round(share * len(values)))]
