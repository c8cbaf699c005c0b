"""In place of what installs packages in Pyodide: here all are there. Its script asks for these names."""

from pathlib import PurePosixPath
from site import getsitepackages

# As in webloop.py, for a snapshot.
from pyodide_js import loadedPackages  # type: ignore[import-not-found]  # noqa: F401 - as above

SITE_PACKAGES = PurePosixPath(getsitepackages()[0])
DSO_DIR = PurePosixPath("/usr/lib")


def init_loaded_packages() -> None:
    """Look for none."""
