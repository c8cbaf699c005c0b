"""A pytest plugin for the run inside Pyodide: WebAssembly is slower, so no example is judged by its time."""

from hypothesis import settings

settings.register_profile("pyodide", deadline=None, max_examples=25, database=None)


def pytest_collection_finish() -> None:
    """Load the profile last, so that no conftest.py overrules it."""
    settings.load_profile("pyodide")
