"""Measure how long the review of a draft takes, and write the report: `python -m benchmarks.drafts`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.report import write_page
from generator.checks.length import MOST_CHARACTERS
from generator.site.runtime import ARCHIVE, make_runtime
from generator.site.under_node import Inside, run_inside

ROOT: Final = Path(__file__).parents[1]
SCRIPT: Final = Path(__file__).with_name("review_times.py")
LONG: Final = 100_000
# Pasted by mistake, or on purpose.
REPEATED: Final = {
    "one word": "x", "lines": "a\n", "empty lines": "\n", "brackets": "[",
    "HTML": "<b>a</b> ", "halves of characters": "\ud800",
}  # fmt: skip


def texts() -> dict[str, str]:
    """Return what is measured by its name: drafts as people write them one after the other, and runs."""
    drafts = [path.read_text("utf-8") for path in sorted((ROOT / "tests/drafts").glob("*/*.txt"))]
    letters = "\n\n".join(draft.partition("\n\n")[2] for draft in drafts)
    letters *= LONG // len(letters) + 1
    return {
        "letters, the longest that is reviewed whole": letters[:MOST_CHARACTERS],
        "letters": letters[:LONG],
        **{name: (piece * LONG)[:LONG] for name, piece in REPEATED.items()},
    }


def measure() -> dict[str, dict[str, Any]]:
    """Return the figures of each text, by where they were taken."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts.json").write_text(json.dumps(texts()), "utf-8")
        host = ["texts.json", "host.json"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, str(SCRIPT), *host], cwd=folder, env=environment, check=True)
        inside = Inside(
            script=SCRIPT,
            arguments=["/drafts/texts.json", "/drafts/pyodide.json"],
            mounts={"/drafts": folder},
            stdlib=make_runtime(ROOT).folder / ARCHIVE,
        )
        run_inside(inside, ROOT, what="The review of drafts inside Pyodide")
        return {
            title: json.loads((folder / file).read_text("utf-8"))
            for title, file in (("CPython", "host.json"), ("Pyodide in Node", "pyodide.json"))
        }


def main(path: Path) -> None:
    """Measure and write the page from its template."""
    write_page(path, "drafts.md.jinja", places=measure(), names=list(texts()))


if __name__ == "__main__":
    main(ROOT / "docs/project/drafts.md")
