"""The built site, for every test that reads or serves it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from filelock import FileLock

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site: the one in SITE_DIR, else one that is built for this run."""
    if given := os.environ.get("SITE_DIR"):
        return Path(given)
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        # The same for all workers of one run.
        shared = shared.parent
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (folder / "index.html").exists():
            command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
            subprocess.run(command, cwd=ROOT, check=True)
    return folder
