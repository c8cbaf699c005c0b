"""What all tests share: the option that renews the goldens, and how hypothesis searches.

``HYPOTHESIS_PROFILE=search`` looks for new examples; otherwise each run tries the same ones.
"""

import os

import pytest
from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True, max_examples=100, database=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(
        "--renew-goldens",
        action="store_true",
        help="write tests/golden anew from what the core makes now; read each changed letter first",
    )


@pytest.fixture
def renew_goldens(request: pytest.FixtureRequest) -> bool:
    """Say whether this run writes the goldens instead of comparing them."""
    return bool(request.config.getoption("--renew-goldens"))
