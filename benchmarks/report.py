"""Write the figures down: one page with a table and a chart, and nothing judged."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.figures import REPEAT_VISITS, BrowserFigures, Figures, percentile

_VARIANTS: Final = {"stock": "stock recipe", "ours": "this site", "floor": "floor"}
_OPACITIES: Final = {"stock": 0.35, "ours": 1, "floor": 0.2}
_VISITS: Final = {"first": "First visit", "repeat": "Repeat visit"}
# The chart's measures, in its own units.
_WIDTH: Final = 640
_BAR: Final = 14
_LABELS: Final = 190


def write_page(path: Path, template: str, **figures: Any) -> None:
    """Write a page from its template, with the machine and the day that the figures are of."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown of our own numbers
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    page = environment.get_template(template).render(
        **figures, median=median, machine=machine(), date=dt.datetime.now(dt.UTC).date()
    )
    path.write_text(page, encoding="utf-8")


def write_report(path: Path, figures: Figures) -> None:
    """Write the page about start-up from its template."""
    one = next(iter(figures.browsers.values()))
    write_page(
        path,
        "startup.md.jinja",
        browsers={name: browser_rows(found) for name, found in figures.browsers.items()},
        bars=list(bars(figures)),
        chart={"width": _WIDTH, "bar": _BAR, "labels": _LABELS},
        pages=figures.pages,
        wire=one.wire,
        kept=one.kept,
        later=one.later,
        rebuild=figures.rebuild,
        repetitions=figures.repetitions,
        repeat_visits=REPEAT_VISITS,
    )


def browser_rows(figures: BrowserFigures) -> dict[str, Any]:
    """Return one browser's ratios and its spread, ready for the table."""
    letter = {key: median(values) for key, values in figures.letter.items()}
    memory = {key: median(values) for key, values in figures.memory.items()}
    return {
        "first": letter["stock", "first"] / letter["ours", "first"],
        "repeat": letter["stock", "repeat"] / letter["ours", "repeat"],
        "floor": letter["ours", "repeat"] / letter["floor", "repeat"],
        "key_p95": percentile(figures.keys, 0.95),
        "key_median": median(figures.keys),
        "key_at_once": max(figures.at_once),
        "blocked": max(figures.blocked),
        "memory": memory["ours"] / memory["empty"],
        "spread": [
            (_VISITS[visit], _VARIANTS[variant], letter[variant, visit], min(values), max(values))
            for (variant, visit), values in figures.letter.items()
        ],
    }


def bars(figures: Figures) -> Iterator[dict[str, Any]]:
    """Yield the chart's bars: each time as a share of the stock recipe's in the same browser and visit."""
    for browser, one in figures.browsers.items():
        for visit, title in _VISITS.items():
            stock = median(one.letter["stock", visit])
            for variant, label in _VARIANTS.items():
                share = median(one.letter[variant, visit]) / stock
                yield {
                    "group": f"{browser}, {title.lower()}" if variant == "stock" else "",
                    "label": label,
                    "opacity": _OPACITIES[variant],
                    "share": share,
                    "length": round(share * (_WIDTH - _LABELS - 60)),
                }


def machine() -> str:
    """Describe this machine in words."""
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} processors ({model}), {memory:.0f} GiB of memory, {platform.system()}"
