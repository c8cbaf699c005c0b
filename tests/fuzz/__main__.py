"""Fuzz the core for a while: `python -m tests.fuzz --minutes 60`, each target in turn.

What makes a target fail is kept under .cache/fuzz/found, and ends the search in that target. Mend it, and
move the input to tests/fuzz/findings/TARGET, where a test tries it each time.
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / ".cache/fuzz"
TARGETS: Final = tuple(sorted(path.stem for path in Path(__file__).parent.glob("targets/*.py")))
# Whole drafts and invitations, and some that are longer than the core looks at.
LONGEST: Final = 20_000
# Seconds for one input. Searching takes several times as long as running does.
PATIENCE: Final = 10
MEMORY: Final = 2048


def main(arguments: list[str]) -> int:
    """Search in each target for its share of the time; 1 when something was found."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description="Fuzz the core.")
    parser.add_argument("--minutes", type=float, default=10, help="for all targets together")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only this one; may be repeated")
    options = parser.parse_args(arguments)
    names = options.target or TARGETS
    seconds = round(options.minutes * 60 / len(names))
    return max(fuzz(name, seconds) for name in names)


def fuzz(name: str, seconds: int) -> int:
    """Search in one target, from its seeds and all that earlier searches kept."""
    seeds, corpus, found = (FOLDER / part / name for part in ("seeds", "corpus", "found"))
    for folder in (seeds, corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for place, seed in enumerate(importlib.import_module(f"tests.fuzz.targets.{name}").seeds()):
        (seeds / str(place)).write_bytes(seed)
    command = [
        sys.executable, "-m", "tests.fuzz.engine", name, f"-max_total_time={seconds}", f"-max_len={LONGEST}",
        f"-timeout={PATIENCE}", f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={found}/",
        str(corpus), str(seeds),
    ]  # fmt: skip
    return int(subprocess.run(command, cwd=ROOT, check=False).returncode != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
