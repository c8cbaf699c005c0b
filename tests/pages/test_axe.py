"""No page breaks a rule of axe, in either scheme, on a phone and on a desk, nor a tool in any state."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.browser.server import SiteServer
from tests.browser.story import CHECK, INTERVIEW, open_page, type_interview
from tests.pages.pages import Page, assert_none

pytestmark = pytest.mark.browser

SCHEMES: Final = ("light", "dark")
WIDTHS: Final = (390, 1280)
WEAK_DRAFT: Final = "Try it with a weak draft"


@pytest.fixture(
    params=[(scheme, width) for scheme in SCHEMES for width in WIDTHS],
    ids=lambda given: f"{given[0]}-{given[1]}",
)
def window(page: Window, request: pytest.FixtureRequest) -> Window:
    """Return a window in one scheme and of one width, in which nothing moves."""
    scheme, width = request.param
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 844})
    return page


@pytest.fixture(scope="session")
def axe(checkers: Path) -> str:
    """Return axe's own script."""
    return (checkers / "axe-core/axe.min.js").read_text("utf-8")


def violations(window: Window, axe: str) -> list[str]:
    """Return each rule that what is shown breaks, with the elements that break it."""
    # Not a script element: a strict policy of the page would refuse it, as it should.
    window.evaluate(f"{axe}; undefined")
    found: list[dict[str, Any]] = window.evaluate(
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for rule in found
        for node in rule["nodes"]
    ]


def test_no_page_breaks_a_rule(
    window: Window, server: SiteServer, pages: list[Page], axe: str, subtests: pytest.Subtests
) -> None:
    """Each page, as it comes."""
    for page in pages:
        window.goto(server.url(page.path))
        with subtests.test(page.name):
            assert_none(violations(window, axe))


def test_the_writing_page_breaks_no_rule_when_filled(window: Window, server: SiteServer, axe: str) -> None:
    """With letters, dates and calendar; on a phone with the form shown, then with the letters."""
    open_page(window, server)
    type_interview(window, INTERVIEW)
    expect(window.locator("[data-message]")).to_have_count(4)
    assert_none(violations(window, axe))
    window.get_by_role("button", name=CHECK).click()
    expect(window.get_by_role("heading", name="Your letters", exact=True)).to_be_in_viewport()
    assert_none(violations(window, axe))


def test_the_writing_page_breaks_no_rule_with_errors(window: Window, server: SiteServer, axe: str) -> None:
    """With a summary of what to mend, and a message beside each field."""
    open_page(window, server)
    window.get_by_label("Your email address").fill("amara@")
    window.get_by_role("button", name=CHECK).click()
    expect(window.get_by_role("group", name="Mend these first")).to_be_focused()
    assert_none(violations(window, axe))


def test_the_check_breaks_no_rule_with_findings(window: Window, server: SiteServer, axe: str) -> None:
    """With a draft marked and its findings listed."""
    window.goto(server.url("check/"))
    window.get_by_role("button", name=WEAK_DRAFT).click(timeout=60_000)
    expect(window.locator("[data-marked] mark").first).to_be_attached(timeout=60_000)
    assert_none(violations(window, axe))


@pytest.mark.console_errors
@pytest.mark.parametrize("tool", ["write", "check"])
def test_no_tool_breaks_a_rule_when_it_fails(window: Window, server: SiteServer, axe: str, tool: str) -> None:
    """With the message for a runtime that did not arrive."""
    server.block("assets/runtime")
    window.goto(server.url(f"{tool}/"))
    window.locator("input, textarea").first.focus()
    expect(window.get_by_role("alert")).to_be_visible(timeout=60_000)
    assert_none(violations(window, axe))


def test_axe_finds_a_fault_when_there_is_one(page: Window, axe: str) -> None:
    """The checker that the pages pass is awake."""
    page.set_content('<html lang="en"><title>Page</title><main><h1>Page</h1><img src="data:,"></main>')
    assert [re.match("[^:]+", fault)[0] for fault in violations(page, axe)] == ["image-alt"]  # type: ignore[index]  # each has a colon
