"""Fixtures: the built site behind a local server, and pages of a real Chromium that watch what they load."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright

from tests.browser.chromium import find_chromium
from tests.browser.server import SiteServer, serving
from tests.site.built import site_dir  # noqa: F401 - a fixture

Launch = Callable[..., Browser]
LAUNCH_OPTIONS: Final = [
    "--disable-background-networking",
    "--disable-quic",
    # What a page asks for elsewhere must not be answered, whatever this machine can reach.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def running_server(site_dir: Path) -> Iterator[SiteServer]:  # noqa: F811 - the fixture itself
    """Serve the site until the tests end."""
    with serving(site_dir) as server:
        yield server


@pytest.fixture
def server(running_server: SiteServer) -> Iterator[SiteServer]:
    """Return the server with an empty list of paths and no misbehaviour."""
    running_server.reset()
    yield running_server
    running_server.reset()


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Launch:
    """Return how to start a Chromium with further options; each is closed by its user."""
    path = find_chromium()
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return lambda *options: playwright.chromium.launch(
        executable_path=path, args=[*LAUNCH_OPTIONS, *as_root, *options]
    )


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    """Start Chromium once for all tests."""
    browser = launch()
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser, server: SiteServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page of a new profile; its test fails on requests elsewhere and on errors in the console.

    A test marked `console_errors` expects the latter.
    """
    elsewhere: list[str] = []
    errors: list[str] = []

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.text} {message.location['url']}")

    # What is kept for later has tests of its own; in these every request is the page's.
    context = browser.new_context(
        locale="en-GB", timezone_id="Europe/London", accept_downloads=True, service_workers="block"
    )
    # On the context, so that workers and pop-ups are heard too.
    context.on("request", lambda sent: elsewhere.append(sent.url) if is_elsewhere(sent.url, server) else None)
    context.on("console", note_console)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    yield page
    context.close()
    assert elsewhere == [], "requests to another origin"
    if request.node.get_closest_marker("console_errors") is None:
        assert errors == [], "errors in the console"


def is_elsewhere(url: str, server: SiteServer) -> bool:
    """Say whether a request leaves the site; blobs and data never leave the page."""
    return not url.startswith((server.url(), "blob:", "data:"))
