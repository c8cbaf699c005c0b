"""Fixtures: each browser in turn, over the built site, and a tab that fails on errors in the console."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from benchmarks.browsers import screen
from tests.browser.conftest import running_server, server  # noqa: F401 - fixtures
from tests.site.built import site_dir  # noqa: F401 - a fixture
from tests.stories.browsers import NAMES, BrowserNotFoundError, find, is_needed
from tests.stories.tab import Browser, Tab


@pytest.fixture(scope="session", params=NAMES)
def browser(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Browser]:
    """Return a browser; without it, its stories are skipped, or fail where all are needed."""
    try:
        found = find(request.param, playwright)
    except BrowserNotFoundError as error:
        if is_needed():
            raise
        pytest.skip(f"{request.param} cannot be had: {error}")
    with ExitStack() as stack:
        if request.param == "WebKitGTK":
            stack.enter_context(screen())
        yield found


@pytest.fixture
def tab(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """Return a tab of a new profile; its test fails on errors in the console.

    A test marked `console_errors` expects them.
    """
    with browser.visit(tmp_path / "profile") as tab:
        yield tab
        if request.node.get_closest_marker("console_errors") is None:
            assert tab.errors() == [], "errors in the console"
