"""Firefox for the stories, by puppeteer-core and WebDriver BiDi: the one driver that speaks to Debian's."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from generator.site.tools import node_modules, node_program
from tests.stories.tab import IN_PARTS, PAGE, PATIENCE, Saved, Scope, Tab, clock, new_file

PAGES: Final = Path(__file__).parents[1] / "pages"
_GRACE: Final = 20.0


class Firefox:
    """Debian's Firefox ESR, or another."""

    name = "Firefox"

    def __init__(self, program: str) -> None:
        self._program = program

    @contextmanager
    def visit(self, profile: Path, *, now: str | None = None) -> Iterator[Tab]:
        """Start it; it ends with the block."""
        node_modules(PAGES)
        downloads = profile / "downloads"
        downloads.mkdir(parents=True, exist_ok=True)
        asked = {
            "program": self._program,
            "profile": str(profile),
            "downloads": str(downloads),
            "before": clock(now),
            "inParts": IN_PARTS,
            "patience": PATIENCE * 1000,
        }
        with subprocess.Popen(
            [node_program(), str(PAGES / "firefox.mjs"), json.dumps(asked)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "TZ": "Europe/London"},
            text=True,
            encoding="utf-8",
        ) as process:
            try:
                yield FirefoxTab(process, downloads)
            finally:
                assert process.stdin
                # At the end of what it is asked, it ends Firefox as a person does.
                process.stdin.close()
                try:
                    process.wait(_GRACE)
                except subprocess.TimeoutExpired:
                    process.kill()


class FirefoxTab:
    """A tab of Firefox."""

    def __init__(self, process: subprocess.Popen[str], downloads: Path) -> None:
        self._process = process
        self._downloads = downloads
        self._answer()

    def open(self, address: str) -> None:
        """Go to an address."""
        self._ask("open", address)

    def fill(self, label: str, text: str, *, within: Scope = PAGE) -> None:
        """Replace what a field holds."""
        self._ask("fill", label, text, _plain(within))

    def choose(self, label: str, value: str, *, within: Scope = PAGE) -> None:
        """Choose from a list."""
        self._ask("choose", label, value, _plain(within))

    def value(self, label: str, *, within: Scope = PAGE) -> str:
        """Return what a field holds."""
        return str(self._ask("value", label, _plain(within)))

    def click(self, role: str, name: str, *, within: Scope = PAGE) -> None:
        """Press something."""
        self._ask("click", role, name, _plain(within))

    def press(self, key: str) -> None:
        """Press a key."""
        self._ask("press", key)

    def save(self, role: str, name: str, *, within: Scope = PAGE) -> Saved:
        """Press something that saves a file."""
        return new_file(self._downloads, lambda: self.click(role, name, within=within))

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Return what a function says in the page."""
        return self._ask("evaluate", function, arguments)

    def errors(self) -> list[str]:
        """Return the errors in the console so far."""
        return list(self._ask("errors"))

    def _ask(self, *asked: Any) -> Any:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "Firefox's driver has ended; what it said stands above."
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer.get("value")


def _plain(within: Scope) -> str | dict[str, str]:
    return within if isinstance(within, str) else asdict(within)
