"""The benchmark, from end to end. How fast anything is is not asserted: machines are shared and noisy."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.browser.chromium import find_chromium

ROOT: Final = Path(__file__).parents[2]
pytestmark = pytest.mark.browser


def test_one_repetition_makes_a_whole_report(site_dir: Path, tmp_path: Path) -> None:
    """In one browser, one repetition measures every figure and writes the page."""
    if Path(find_chromium()).name not in {"chromium", "google-chrome"}:
        pytest.skip("the benchmark runs the system's own Chromium")
    report = tmp_path / "startup.md"
    options = ["--repetitions", "1", "--browser", "Chromium", "--out", str(report)]
    command = [sys.executable, "-m", "benchmarks", str(site_dir), *options]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert result.returncode == 0, result.stderr
    text = report.read_text()
    for figure in (
        r"first visit, stock recipe ÷ this site \| .* \| \d+\.\d \|",
        r"repeat visit, stock recipe ÷ this site \| .* \| \d+\.\d \|",
        r"repeat visit, this site ÷ floor \| .* \| \d+\.\d\d \|",
        r"p95 \| .* \| \d+ ms \|",
        r"empty Pyodide \| .* \| \d+\.\d\d \|",
        r"÷ stock recipe \| ≤ 0\.9 \| 0\.\d\d \(",
        r"first visit to `/` without the runtime, gzip \| .* \| \d+ kB \|",
        r"after a change in docs \| .* \| \d+\.\d s \|",
        r"its archive, kept in the browser's storage \| \| 1\d\.\d MB \|",
        r"without a network, gzip \| \| 0\.[1-9]\d MB \|",
    ):
        assert re.search(figure, text), figure
    assert text.count("<rect") == 6
