"""The site without a network: what one visit has kept is enough, in a browser that is started anew."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from generator.site.offline import SERVICE_WORKER, service_worker
from generator.site.tools import integrity
from tests.browser.chromium import find_chromium
from tests.browser.conftest import LAUNCH_OPTIONS
from tests.browser.server import SUB_PATH, SiteServer, serving
from tests.browser.story import INTERVIEW, downloaded, letters, open_page, type_interview, wait_until

pytestmark = pytest.mark.browser

MODULES: Final = Path(__file__).parents[2] / "node_modules"
# The service worker comes some seconds after all else.
PATIENCE: Final = 60_000
READY: Final = "works without a network"


class Visits:
    """One person's browser: each visit starts it anew, with what the last one left."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self.playwright = playwright
        self.profile = profile
        self.path = find_chromium()

    @contextmanager
    def visit(self) -> Iterator[BrowserContext]:
        """Start the browser for as long as the block runs."""
        as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=self.path,
            args=[*LAUNCH_OPTIONS, *as_root],
            locale="en-GB",
            timezone_id="Europe/London",
        )
        yield context
        context.close()


@pytest.fixture
def visits(playwright: Playwright, tmp_path: Path) -> Visits:
    """Return a browser that nobody has used."""
    return Visits(playwright, tmp_path / "profile")


def page_of(context: BrowserContext) -> Page:
    """Return the page that a browser opens with."""
    return context.pages[0]


def keep_all(page: Page, server: SiteServer) -> None:
    """Visit the writing page until it says that all is kept."""
    open_page(page, server)
    expect(page.get_by_text(READY)).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("sub_path", [SUB_PATH, "/"])
def test_one_visit_is_enough(visits: Visits, site_dir: Path, sub_path: str) -> None:
    """With the network gone and the browser restarted, the guide reads, search finds, the form writes."""
    with serving(site_dir, sub_path) as server, visits.visit() as context:
        page = page_of(context)
        keep_all(page, server)
        type_interview(page, INTERVIEW)
        expect(page.locator("[data-message]")).to_have_count(4)
        written = letters(page)
        page.wait_for_timeout(1000)
    with visits.visit() as context:
        page = page_of(context)
        # The guide, of which no page has been opened yet.
        page.goto(server.url("follow-up/?from=a-friend"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("follow-up")
        page.goto(server.url())
        page.get_by_role("textbox", name="Search").click()
        page.get_by_role("textbox", name="Search").press_sequentially("panel")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        # The desk: what was typed is there, and more is written.
        page.goto(server.url("write/"))
        expect(page.get_by_role("button", name="Harbour Street Clinic").first).to_be_visible()
        page.get_by_role("button", name="Harbour Street Clinic").first.click()
        expect(page.locator("[data-message]")).to_have_count(4, timeout=PATIENCE)
        assert letters(page) == written
        page.get_by_label("Company").fill("Quayside Hospital")
        expect(page.locator('[data-message="thank-you-1"]')).to_contain_text("Quayside Hospital")
        assert b"Quayside Hospital" in downloaded(page, "reminders.ics").replace(b"\r\n ", b"")
        # And what is not kept is said to be missing, rather than by the browser's own page.
        assert (answer := page.goto(server.url("project/trust/"))) is not None
        assert answer.status == 404
        expect(page.get_by_text("Without a network, only the guide is there")).to_be_visible()


def deploy(site: Path, target: Path, words: str) -> None:
    """Put a version of the site into a folder, with its own first headings and its own scripts' folder."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("cards", "project", "lunr"))
    (scripts,) = (path for path in (target / "assets").iterdir() if re.fullmatch("[0-9a-f]{16}", path.name))
    renamed = scripts.rename(scripts.with_name(words.encode().hex().ljust(16, "0")[:16]))
    for page in target.rglob("*.html"):
        text = page.read_text("utf-8").replace(scripts.name, renamed.name)
        page.write_text(re.sub(r"(<h1[^>]*>).*?(?=<)", rf"\g<1>{words}", text, count=1), "utf-8")
    (runtime,) = (target / "assets/runtime").iterdir()
    sums = {path.name: integrity(path.read_bytes()) for path in runtime.iterdir()}
    script = service_worker(
        target,
        MODULES,
        runtime=f"assets/runtime/{runtime.name}/",
        sums=sums,
        scripts=f"assets/{renamed.name}/",
    )
    (target / SERVICE_WORKER).write_text(script, "utf-8")


def wait_for_worker(page: Page, state: str) -> None:
    """Wait until the service worker's registration has one that is active, or one that waits."""
    wait_until(
        page, "async (state) => Boolean((await navigator.serviceWorker.getRegistration())?.[state])", state
    )


def heading(page: Page) -> str:
    """Return the page's first heading, where each version has its name."""
    return (page.get_by_role("heading", level=1).first.text_content() or "").strip()


def test_a_new_version_comes_with_the_next_page(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """Whoever reads on gets the new version, whole; while a second page is open, both keep the old one."""
    folder = tmp_path / "site"
    deploy(site_dir, folder, "One")
    with serving(folder) as server, visits.visit() as context:
        page = page_of(context)
        page.goto(server.url("about/"))
        wait_for_worker(page, "active")
        second = context.new_page()
        second.goto(server.url("write/"))
        expect(second.locator("[data-starting]")).to_be_hidden(timeout=PATIENCE)
        deploy(site_dir, folder, "Two")
        page.goto(server.url("sources/"))
        wait_for_worker(page, "waiting")
        # Neither page changes under the reader's hands, and both have all that belongs to them.
        page.goto(server.url("check/"))
        assert heading(page) == "One"
        expect(page.locator("[data-starting]")).to_be_hidden(timeout=PATIENCE)
        type_interview(second, INTERVIEW)
        expect(second.locator("[data-message]")).to_have_count(4)
        second.close()
        page.goto(server.url("questions/#calendar"))
        expect(page.get_by_role("heading", level=1).first).to_have_text("Two")
        assert page.url == server.url("questions/#calendar")
        page.goto(server.url("write/"))
        expect(page.locator("[data-starting]")).to_be_hidden(timeout=PATIENCE)


def test_a_version_that_is_half_there_is_not_taken(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """While a host has some files of the new version and some of the old, the reader keeps the old one."""
    folder = tmp_path / "site"
    deploy(site_dir, folder, "One")
    with serving(folder) as server, visits.visit() as context:
        page = page_of(context)
        page.goto(server.url("about/"))
        wait_for_worker(page, "active")
        old = (folder / "when/index.html").read_bytes()
        deploy(site_dir, folder, "Two")
        (folder / "when/index.html").write_bytes(old)
        with context.expect_event(
            "requestfinished", lambda sent: sent.url.endswith("/when/"), timeout=PATIENCE
        ):
            page.goto(server.url("sources/"))
        page.wait_for_timeout(2000)
        page.goto(server.url("when/"))
        assert heading(page) == "One"
        page.goto(server.url("about/"))
        assert heading(page) == "One"


@pytest.mark.parametrize("space", [100_000, 6_000_000])
def test_without_space_the_site_goes_on(visits: Visits, site_dir: Path, space: int) -> None:
    """Where the browser has no room, for the guide or for the runtime, the page works from the network."""
    with serving(site_dir) as server, visits.visit() as context:
        page = page_of(context)
        tools = context.new_cdp_session(page)
        tools.send("Storage.overrideQuotaForOrigin", {"origin": server.origin, "quotaSize": space})
        open_page(page, server)
        type_interview(page, INTERVIEW)
        expect(page.locator("[data-message]")).to_have_count(4)
        page.wait_for_timeout(9000)
        expect(page.get_by_text(READY)).to_be_hidden()
        names: list[str] = page.evaluate("caches.keys()")
        assert not [name for name in names if "-runtime-" in name]
        page.goto(server.url("about/"))
        page.goto(server.url("write/"))
        expect(page.locator("[data-starting]")).to_be_hidden(timeout=PATIENCE)


@pytest.mark.parametrize(
    "without",
    [
        "delete Navigator.prototype.serviceWorker",
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'))",
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
    ],
)
def test_no_service_worker_no_difference(visits: Visits, site_dir: Path, without: str) -> None:
    """In a private window, where it is refused, and where data is to be saved, letters are written too."""
    with serving(site_dir) as server, visits.visit() as context:
        page = page_of(context)
        page.add_init_script(without)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(server.url("write/"))
        type_interview(page, INTERVIEW)
        expect(page.locator("[data-message]")).to_have_count(4, timeout=PATIENCE)
        page.wait_for_timeout(6000)
        assert errors == []
        assert not [path for path in server.paths if path.endswith(SERVICE_WORKER)]
        expect(page.get_by_text(READY)).to_be_hidden()
