"""What a story asks of a browser, whichever it is: by role and name, as a screen reader tells them."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

# How long a part of the page may take to be there, or a file to arrive: a limit for what never comes.
PATIENCE: Final = 60.0
_BEAT: Final = 0.05
PAGE: Final = "html"
# Fields that are filled by a script: they are typed in parts, in an order of the reader's own.
IN_PARTS: Final = ("date", "time")


@dataclass(frozen=True)
class Named:
    """A part of the page by its role and its whole name, as the browser tells them to a screen reader."""

    role: str
    name: str


# Where to look: in a part by its name, or by a selector that the contract of the page fixes.
Scope = Named | str


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A file that the browser saved."""

    name: str
    content: bytes


class Tab(Protocol):
    """A tab of a browser. Whatever is looked for is waited for."""

    def open(self, address: str) -> None:
        """Go to an address and wait until the page has loaded."""

    def fill(self, label: str, text: str, *, within: Scope = PAGE) -> None:
        """Replace what a field holds."""

    def choose(self, label: str, value: str, *, within: Scope = PAGE) -> None:
        """Choose from a list."""

    def value(self, label: str, *, within: Scope = PAGE) -> str:
        """Return what a field holds."""

    def click(self, role: str, name: str, *, within: Scope = PAGE) -> None:
        """Press something."""

    def press(self, key: str) -> None:
        """Press a key, or one with Control: `Tab`, `Control+v`."""

    def save(self, role: str, name: str, *, within: Scope = PAGE) -> Saved:
        """Press something that saves a file, and return the file."""

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Return what a function says in the page, or the promise that it gives."""

    def errors(self) -> list[str]:
        """Return the errors in the console so far."""


class Browser(Protocol):
    """A browser that can be started on a profile, and again on the same one."""

    name: str

    def visit(self, profile: Path, *, now: str | None = None) -> AbstractContextManager[Tab]:
        """Start it, on a day of one's own choice; it ends with the block, and the profile stays."""


def until(found: Callable[[], Any], *, what: str) -> Any:
    """Return what is found as soon as it is something.

    Raises:
        AssertionError: It is nothing for too long.
    """
    end = time.monotonic() + PATIENCE
    while not (value := found()):
        if time.monotonic() > end:
            raise AssertionError(f"This was waited for and never came: {what}")
        time.sleep(_BEAT)
    return value


def new_file(folder: Path, press: Callable[[], None]) -> Saved:
    """Press something, and take the file that comes into an empty folder out of it."""
    press()
    path: Path = until(lambda: next(_whole(folder), None), what=f"a file in {folder}")
    saved = Saved(name=path.name, content=path.read_bytes())
    path.unlink()
    return saved


def _whole(folder: Path) -> Any:
    """Yield the files that have arrived: browsers keep what has not in a file beside, or in an empty one."""
    files = [path for path in folder.iterdir() if path.stat().st_size]
    return iter(files if not [path for path in files if path.suffix in {".part", ".wkdownload"}] else [])


def clock(now: str | None) -> str:
    """Return a script, for before a page's own, that lets the clock begin at a moment and go on."""
    if now is None:
        return ""
    return f"""{{
  const Real = Date;
  const shift = Real.parse("{now}") - Real.now();
  globalThis.Date = class extends Real {{
    constructor(...given) {{
      super(...(given.length ? given : [Real.now() + shift]));
    }}
    static now() {{
      return Real.now() + shift;
    }}
  }};
}}"""
