"""In place of asyncio: Pyodide looks up this name when it starts, and calls it to wait for promises."""

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Refuse: there is no event loop."""
    raise RuntimeError("Python waits for nothing here.")
