"""Let Lighthouse look at pages as on a phone; as a program, measure how fast they are and write that down."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.report import machine
from benchmarks.server import BenchServer, running
from generator.site.tools import node_modules, node_program
from tests.browser.chromium import find_chromium
from tests.browser.server import SUB_PATH
from tests.pages.pages import ROOT, find_pages, site_url

log = logging.getLogger(__name__)
HERE: Final = Path(__file__).parent
RUNS: Final = 3
TOOLS: Final = ("write/", "check/")


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one run said of one page: scores from 0 to 100 by category, and the audits not passed."""

    path: str
    scores: dict[str, int]
    faults: list[str]


class CompressingServer(BenchServer):
    """Serve the site as hosts do, at an address that its pages believe to be their own."""

    def __init__(self, site: Path) -> None:
        super().__init__(site, workers={}, extra=Path(os.devnull))

    @property
    def root(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self.server_port}{SUB_PATH}"

    def content(self, path: str) -> bytes | None:
        """Return what stands at a path, or None."""
        rest = path.removeprefix(SUB_PATH)
        file = self.site / (rest + "index.html" if rest.endswith("/") or not rest else rest)
        if rest == path or not file.is_file():
            return None
        content = file.read_bytes()
        if file.suffix == ".html":
            # A canonical link to another host would be held against the page.
            content = content.replace(site_url().encode(), self.root.encode())
        return content


def look_at(site: Path, paths: list[str], *, categories: list[str], runs: int = 1) -> Iterator[Run]:
    """Yield each run of Lighthouse on pages of a built site, in its profile of a phone."""
    node_modules(HERE)
    flags = ["--headless=new", "--disable-quic", "--disable-background-networking"]
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with running(CompressingServer(site)) as server:
        asked = {
            "program": find_chromium(),
            "flags": flags + as_root,
            "categories": categories,
            "addresses": [server.root + path for path in paths],
            "runs": runs,
        }
        command = [node_program(), str(HERE / "lighthouse.mjs"), json.dumps(asked)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            for line in process.stdout or ():
                said: dict[str, Any] = json.loads(line)
                path = said["address"].removeprefix(server.root)
                yield Run(path=path, scores=said["scores"], faults=said["faults"])
        if process.returncode:
            raise RuntimeError("Lighthouse did not finish; what it said stands above.")


def main(site: Path, report: Path) -> None:
    """Measure each page and write the report."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    paths = [page.path for page in find_pages(site)]
    scores: dict[str, list[int]] = defaultdict(list)
    for run in look_at(site, paths, categories=["performance"], runs=RUNS):
        scores[run.path].append(run.scores["performance"])
        log.info("%3d  /%s", scores[run.path][-1], run.path)
    environment = Environment(
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown of our own numbers
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    text = environment.get_template("lighthouse.md.jinja").render(
        pages={path: sorted(values) for path, values in scores.items()},
        goals={path: 95 if path in TOOLS else 100 for path in paths},
        median=median,
        runs=RUNS,
        machine=machine(),
        date=dt.datetime.now(dt.UTC).date(),
    )
    report.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), ROOT / "docs/project/lighthouse.md")
