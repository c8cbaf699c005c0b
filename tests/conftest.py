"""What all tests share: the option that renews the goldens, how hypothesis searches, and Playwright.

``HYPOTHESIS_PROFILE=search`` looks for new examples; otherwise each run tries the same ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

settings.register_profile("same", deadline=None, derandomize=True, max_examples=100, database=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(
        "--renew-goldens",
        action="store_true",
        help="write tests/golden and tests/wordings.txt anew from what is made now; read each change first",
    )


@pytest.fixture
def renew_goldens(request: pytest.FixtureRequest) -> bool:
    """Say whether this run writes the goldens instead of comparing them."""
    return bool(request.config.getoption("--renew-goldens"))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright once for all folders that use a browser: a process can have one only."""
    # Here, since these tests also run where there is none: inside Pyodide.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everywhere there

    with sync_playwright() as started:
        yield started
