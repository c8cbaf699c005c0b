"""The site without a network: what one visit has kept is enough, in a browser that is started anew."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from generator.site.digests import integrity
from generator.site.offline import SERVICE_WORKER, service_worker
from tests.browser.server import SUB_PATH, Override, SiteServer, serving
from tests.browser.story import (
    INTERVIEW,
    downloaded,
    letters,
    open_page,
    type_interview,
    wait_for_mark,
    wait_until,
)
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser

ROOT: Final = Path(__file__).parents[2]
MODULES: Final = ROOT / "node_modules"
# The service worker comes some seconds after all else.
PATIENCE: Final = 60_000
FAILED: Final = "(tries) => Number(localStorage.getItem('after-the-interview:updates-failed')) === tries"
READY: Final = "works without a network"
MARK_REGISTRATION: Final = """
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...request) {
      performance.mark("registered");
      return register.apply(this, request);
    };
"""
# Seconds for a file, longer than the service worker waits for anything but Python.
SLOW: Final = 12.0


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
        # What the browser has besides must not help.
        context.new_cdp_session(page).send("Network.clearBrowserCache")
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
        # An address as people type it, and one that is not kept.
        page.goto(server.url("thank-you"))
        assert page.url == server.url("thank-you/")
        page.goto(server.url("project/trust/"))
        expect(page.get_by_role("heading", name="This page is not kept here")).to_be_visible()
        page.get_by_role("link", name="the first page").click()
        assert page.url == server.url()


@pytest.mark.parametrize("worker", ["keeper", "rehearser"])
def test_what_no_memory_is_made_by_holds_nothing_up(visits: Visits, site_dir: Path, worker: str) -> None:
    """Where one of its workers does not come, the site is kept all the same, as soon as ever."""
    with serving(site_dir) as server, visits.visit() as context:
        page = page_of(context)
        # The service worker, which keeps it, gets it.
        page.route(f"**/{worker}.js", lambda route: route.abort())
        keep_all(page, server)


def test_python_comes_before_the_copy_of_the_site(visits: Visits, site_dir: Path) -> None:
    """However long the start takes, nothing is kept meanwhile that nobody waits for."""
    with serving(site_dir) as server, visits.visit() as context:
        page = page_of(context)
        server.override("/python.bin", Override(delay=SLOW))
        page.add_init_script(MARK_REGISTRATION)
        page.goto(server.url("write/"))
        wait_for_mark(page, "runtime-ready")
        expect(page.get_by_text(READY)).to_be_visible(timeout=PATIENCE)
        names = ["runtime-ready", "registered"]
        ready, registered = (
            page.evaluate("name => performance.getEntriesByName(name).at(-1).startTime", name)
            for name in names
        )
        assert ready < registered


def deploy(site: Path, target: Path, words: str) -> None:
    """Put a version of the site into a folder, with its own first headings, scripts' folder and runtime."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("cards", "project", "lunr"))
    (scripts,) = (path for path in (target / "assets").iterdir() if re.fullmatch("[0-9a-f]{16}", path.name))
    (runtime,) = (target / "assets/runtime").iterdir()
    name = words.encode().hex().ljust(16, "0")[:16]
    renamed = {path: path.rename(path.with_name(name)) for path in (scripts, runtime)}
    for page in target.rglob("*.html"):
        text = page.read_text("utf-8")
        for before, after in renamed.items():
            text = text.replace(before.name, after.name)
        page.write_text(re.sub(r"(<h1[^>]*>).*?(?=<)", rf"\g<1>{words}", text, count=1), "utf-8")
    sums = {path.name: integrity(path.read_bytes()) for path in renamed[runtime].iterdir()}
    folders = {"runtime": f"assets/runtime/{name}/", "scripts": f"assets/{name}/"}
    (target / SERVICE_WORKER).write_text(service_worker(target, MODULES, sums=sums, **folders), "utf-8")


@contextmanager
def reading(
    visits: Visits, site: Path, folder: Path, sub_path: str = SUB_PATH
) -> Iterator[tuple[SiteServer, Page]]:
    """Have the first version read, and kept, in one page; the next one is put into the same folder."""
    deploy(site, folder, "One")
    with serving(folder, sub_path) as server, visits.visit() as context:
        page = page_of(context)
        page.goto(server.url("about/"))
        wait_for_worker(page, "active")
        yield server, page


def leave_without_network(server: SiteServer) -> None:
    """Answer nothing any more, as a network that is gone."""
    server.override("/", Override(status=503))


def wait_for_worker(page: Page, state: str) -> None:
    """Wait until the service worker's registration has one that is active, or one that waits."""
    wait_until(
        page, "async (state) => Boolean((await navigator.serviceWorker.getRegistration())?.[state])", state
    )


def heading(page: Page) -> str:
    """Return the page's first heading, where each version has its name."""
    return (page.get_by_role("heading", level=1).first.text_content() or "").strip()


def test_a_new_version_comes_with_the_next_page(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """Whoever reads on in the guide gets the new version; an open desk keeps all that belongs to it."""
    folder = tmp_path / "site"
    deploy(site_dir, folder, "One")
    with serving(folder) as server, visits.visit() as context:
        desk = page_of(context)
        keep_all(desk, server)
        deploy(site_dir, folder, "Two")
        page = context.new_page()
        page.goto(server.url("sources/"))
        wait_for_worker(page, "waiting")
        # A page in another tab, while the desk stays open.
        page.goto(server.url("about/"))
        assert heading(page) == "One"
        type_interview(desk, INTERVIEW)
        expect(desk.locator("[data-message]")).to_have_count(4)
        # Python begins anew, from files that the host has no more.
        desk.reload()
        expect(desk.locator("[data-message]")).to_have_count(4, timeout=PATIENCE)
        desk.close()
        page.goto(server.url("questions/#calendar"))
        expect(page.get_by_role("heading", level=1).first).to_have_text("Two", timeout=PATIENCE)
        assert page.url == server.url("questions/#calendar")
        # And Python is kept in its new version too, though the desk has not been opened since.
        names: list[str] = page.evaluate("caches.keys()")
        assert len([name for name in names if "-runtime-" in name]) == 1
        leave_without_network(server)
        page.goto(server.url("write/"))
        expect(page.locator("[data-starting]")).to_be_hidden(timeout=PATIENCE)
        assert heading(page) == "Two"


def test_a_worker_that_sleeps_takes_over_too(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """A newer version that has to be woken first is waited for: the page is never half of either."""
    with reading(visits, site_dir, tmp_path / "site") as (server, page):
        deploy(site_dir, tmp_path / "site", "Two")
        page.goto(server.url("sources/"))
        wait_for_worker(page, "waiting")
        tools = page.context.new_cdp_session(page)
        tools.send("ServiceWorker.enable")
        tools.send("ServiceWorker.stopAllWorkers")
        page.goto(server.url("when/"))
        expect(page.get_by_role("heading", level=1).first).to_have_text("Two", timeout=PATIENCE)
        # Its styles and scripts have come with it.
        expect(page.get_by_label("Date of the interview")).to_be_enabled()


def test_another_site_below_keeps_its_own(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """A new version forgets its own old runtime, and lets that of a copy below it alone."""
    with reading(visits, site_dir, tmp_path / "site", sub_path="/") as (server, page):
        below = f"after-the-interview-runtime-{server.url('staging/')}#assets/runtime/1/"
        old = f"after-the-interview-runtime-{server.url()}#assets/runtime/0/"
        for name in (below, old):
            page.evaluate("(name) => caches.open(name).then(() => true)", name)
        deploy(site_dir, tmp_path / "site", "Two")
        page.goto(server.url("sources/"))
        wait_for_worker(page, "waiting")
        page.goto(server.url("when/"))
        expect(page.get_by_role("heading", level=1).first).to_have_text("Two", timeout=PATIENCE)
        wait_until(page, "async (old) => !(await caches.keys()).includes(old)", old)
        assert page.evaluate("(name) => caches.has(name)", below)


def test_a_version_that_cannot_be_kept_is_not_missed_for_ever(
    visits: Visits, site_dir: Path, tmp_path: Path
) -> None:
    """Where a host changes pages on their way, the newer version is read from there after three tries."""
    with reading(visits, site_dir, tmp_path / "site") as (server, page):
        folder = tmp_path / "site"
        deploy(site_dir, folder, "Two")
        (folder / "when/index.html").write_text("changed on its way")
        for tries in range(1, 4):
            page.goto(server.url("sources/"))
            wait_until(page, FAILED, tries % 3)
            if tries < 3:
                assert heading(page) == "One"
        wait_until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
        page.goto("about:blank")
        page.goto(server.url("sources/"))
        assert heading(page) == "Two"


def test_a_site_that_is_gone_lets_go(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """The script for a site that was taken down takes the service worker and all that it kept away."""
    folder = tmp_path / "site"
    deploy(site_dir, folder, "One")
    with serving(folder) as server, visits.visit() as context:
        page = page_of(context)
        keep_all(page, server)
        shutil.copy(ROOT / "deploy" / SERVICE_WORKER, folder / SERVICE_WORKER)
        page.goto(server.url("about/"))
        wait_until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
        assert page.evaluate("caches.keys()") == []


def test_a_file_that_was_changed_is_never_kept(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """A runtime's file that is not as the build made it is not kept, and a good one is kept the next time."""
    folder = tmp_path / "site"
    deploy(site_dir, folder, "One")
    (runtime,) = (folder / "assets/runtime").iterdir()
    loader = runtime / "pyodide.mjs"
    good = loader.read_bytes()
    with serving(folder) as server, visits.visit() as context:
        page = page_of(context)
        open_page(page, server)
        loader.write_bytes(good + b"\n// Not ours.")
        context.new_cdp_session(page).send("Network.clearBrowserCache")
        wait_for_worker(page, "active")
        page.wait_for_timeout(4000)
        kept = "(url) => caches.match(url).then(Boolean)"
        assert not page.evaluate(kept, server.url(loader.relative_to(folder).as_posix()))
        expect(page.get_by_text(READY)).to_be_hidden()
        loader.write_bytes(good)
        keep_all(page, server)
        assert page.evaluate(kept, server.url(loader.relative_to(folder).as_posix()))


def test_a_version_that_is_half_there_is_not_taken(visits: Visits, site_dir: Path, tmp_path: Path) -> None:
    """While a host has some files of the new version and some of the old, the reader keeps the old one."""
    with reading(visits, site_dir, tmp_path / "site") as (server, page):
        folder = tmp_path / "site"
        old = (folder / "when/index.html").read_bytes()
        deploy(site_dir, folder, "Two")
        (folder / "when/index.html").write_bytes(old)
        with page.context.expect_event(
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
        if space > 1_000_000:
            wait_for_worker(page, "active")
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
