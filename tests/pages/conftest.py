"""Fixtures: the built site's pages, the checkers that npm brings, and a browser to look at pages with."""

from pathlib import Path

import pytest

from generator.site.tools import node_modules
from tests.browser.conftest import browser, launch, page, running_server, server  # noqa: F401 - fixtures
from tests.pages.pages import Page, find_pages
from tests.site.built import site_dir  # noqa: F401 - a fixture


@pytest.fixture(scope="session")
def pages(site_dir: Path) -> list[Page]:  # noqa: F811 - the fixture itself
    """Return every page of the built site, so that a new one is held to everything at once."""
    found = find_pages(site_dir)
    assert {"", "write/", "check/", "404.html"} <= {one.path for one in found}
    return found


@pytest.fixture(scope="session")
def checkers() -> Path:
    """Return the folder of the checkers' npm packages, installed when they are not."""
    return node_modules(Path(__file__).parent)
