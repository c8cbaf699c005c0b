"""How many of mutmut's changes the tests noticed: `python -m tests.mutants`, after a run of it.

docs/project/mutants.md has what is left, and why.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

FIGURES: Final = Path("mutants/mutmut-cicd-stats.json")
# In percent; the project's own bound.
LEAST: Final = 85
# A change that makes an endless loop has been noticed, too.
NOTICED: Final = ("killed", "timeout")


def noticed(figures: Mapping[str, int]) -> float:
    """Return the percentage of changes that a test noticed; one that no test reaches was not."""
    return 100 * sum(figures[name] for name in NOTICED) / figures["total"]


def main() -> int:
    """Say the percentage, and return 1 where it is too low or the run was not whole."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    known = sum(figures[name] for name in (*NOTICED, "survived", "no_tests"))
    print(f"{noticed(figures):.1f} % of {figures['total']} changes were noticed; {LEAST} % is the least.")  # noqa: T201 - a command prints
    if known < figures["total"]:
        print(f"{figures['total'] - known} were not tried to the end.")  # noqa: T201 - as above
    return int(noticed(figures) < LEAST or known < figures["total"])


if __name__ == "__main__":
    sys.exit(main())
