"""In place of asyncio: Pyodide asks it for an event loop whenever JavaScript hands Python a promise."""

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Refuse: there is no event loop. Pyodide looks up this name when it starts."""
    raise RuntimeError("Python waits for nothing here.")


def ensure_future(_: object) -> NoReturn:
    """Refuse: JavaScript may not wait for Python either."""
    raise RuntimeError("Nothing waits for Python here.")
