"""Measure, and write the report: `python -m benchmarks SITE`, with `--help` for more."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.browsers import find_browsers, screen
from benchmarks.figures import Figures, measure_browser, measure_pages, measure_rebuild
from benchmarks.report import write_report
from benchmarks.server import serving
from benchmarks.stock import make_stock

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent


def main(arguments: list[str]) -> None:
    """Measure the built site in every browser that is there."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("site", type=Path)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--browser", action="append", help="only this one; may be given several times")
    parser.add_argument("--out", type=Path, default=ROOT / "docs/project/startup.md")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")

    browsers = [one for one in find_browsers() if not options.browser or one.name in options.browser]
    if not browsers:
        sys.exit("No browser was found: install Chromium, Firefox or WebKitGTK's MiniBrowser with Xvfb.")
    workers = {name: HERE / f"variants/{name}.js" for name in ("stock", "floor", "empty")}
    with TemporaryDirectory() as folder:
        extra, profiles = Path(folder, "extra"), Path(folder, "profiles")
        make_stock(ROOT, extra)
        rebuild = measure_rebuild(ROOT, options.repetitions)
        with serving(options.site, workers, extra) as server, screen():
            figures = Figures(
                browsers={
                    one.version: measure_browser(one, server, profiles / one.name, options.repetitions)
                    for one in browsers
                },
                pages=measure_pages(browsers[0], server, profiles / "pages"),
                rebuild=rebuild,
                repetitions=options.repetitions,
            )
    write_report(options.out, figures)


if __name__ == "__main__":
    main(sys.argv[1:])
