"""In place of Pyodide's event loop, which would import all of asyncio: nothing here waits in Python."""

# A snapshot of the memory has to hold this, and finds it by its place among all that came from outside.
from pyodide_js._api import scheduleCallback  # type: ignore[import-not-found]  # noqa: F401 - as above


def _initialize_event_loop() -> None:
    """Have no event loop."""
