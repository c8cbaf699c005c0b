"""The start of Python, and every way in which it can fail."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, Worker, expect

from tests.browser.conftest import Launch
from tests.browser.server import Override, SiteServer
from tests.browser.story import INTERVIEW, open_page, type_interview, wait_for_mark
from tests.scripts import told

pytestmark = pytest.mark.browser


def expect_failure(page: Page, words: str) -> None:
    """Expect the page to say why, what to do, and where the templates are; what was typed is still there."""
    failure = page.get_by_role("alert")
    expect(failure.get_by_text(words)).to_be_visible(timeout=25_000)
    expect(failure.get_by_role("button", name="Try again")).to_be_visible()
    for name in ("the thank-you email", "the follow-up email"):
        expect(failure.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("Amara Cole")


def type_early(page: Page, server: SiteServer) -> None:
    """Open the page and type before Python can be there."""
    page.goto(server.url("write/"))
    page.get_by_label("Your name").fill("Amara Cole")


@pytest.mark.console_errors
@pytest.mark.parametrize(
    "part",
    [
        "pyodide.mjs",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "python.bin",
        "settings.mjs",
        "/worker.js",
        "/arrival.js",
        "/runtime.js",
        "idb-keyval.mjs",
    ],
)
def test_a_blocked_file_is_said_and_tried_again(page: Page, server: SiteServer, part: str) -> None:
    """Whichever file is missing, the page says so at once; once it is there, trying again works."""
    say_and_try_again(page, server, part)


@pytest.mark.console_errors
@pytest.mark.parametrize("part", ["/worker.js", "/runtime.js", "idb-keyval.mjs"])
def test_a_blocked_script_is_said_in_other_browsers_too(page: Page, server: SiteServer, part: str) -> None:
    """The same where a worker imports its script as it runs, as it does outside Chromium."""
    page.add_init_script("delete Navigator.prototype.userAgentData")
    say_and_try_again(page, server, part)


def say_and_try_again(page: Page, server: SiteServer, part: str) -> None:
    """Open the page without a file, and try again with it."""
    server.block(part)
    type_early(page, server)
    expect_failure(page, "did not arrive")
    server.reset()
    page.get_by_role("button", name="Try again").click()
    wait_for_mark(page, "runtime-ready")
    expect(page.get_by_role("alert")).to_be_hidden()
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)


@pytest.mark.console_errors
@pytest.mark.parametrize("part", ["comlink.mjs", "/form.js"])
def test_a_page_without_its_script_says_so(page: Page, server: SiteServer, part: str) -> None:
    """When the page's own script did not come, the stylesheet shows what to do."""
    server.block(part)
    type_early(page, server)
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible(timeout=20_000)
    expect(page.get_by_label("Your name")).to_have_value("Amara Cole")


@pytest.mark.console_errors
@pytest.mark.parametrize("part", ["pyodide.mjs", "pyodide.asm.mjs", "/worker.js"])
def test_a_script_of_the_wrong_type_is_said(page: Page, server: SiteServer, part: str) -> None:
    """A host that sends scripts as plain text is named as a file that did not arrive."""
    server.override(part, Override(content_type="text/plain"))
    type_early(page, server)
    expect_failure(page, "did not arrive")


@pytest.mark.console_errors
@pytest.mark.parametrize("content_type", ["application/octet-stream", "text/html"])
def test_wasm_of_the_wrong_type_is_said(page: Page, server: SiteServer, content_type: str) -> None:
    """A host that does not know .wasm, or a network with a page of its own, is noticed at once."""
    server.override(".wasm", Override(content_type=content_type))
    type_early(page, server)
    expect_failure(page, "did not arrive")


@pytest.mark.console_errors
def test_no_webassembly_is_said(page: Page, server: SiteServer) -> None:
    """A browser without WebAssembly is told to switch it on."""
    page.add_init_script("delete globalThis.WebAssembly")
    type_early(page, server)
    expect_failure(page, "WebAssembly switched off")


def test_thirty_seconds_are_too_long(page: Page, server: SiteServer) -> None:
    """After 30 seconds the page says that this takes long; a late start is still welcome."""
    server.override("python.bin", Override(delay=6))
    page.clock.install()
    type_early(page, server)
    page.clock.run_for(20_000)
    expect(page.get_by_role("alert")).to_be_hidden()
    page.clock.run_for(12_000)
    expect_failure(page, "longer than 30 seconds")
    page.clock.resume()
    expect(page.get_by_role("alert")).to_be_hidden(timeout=60_000)
    expect(page.locator("[data-starting]")).to_be_hidden()


@pytest.mark.console_errors
def test_too_little_memory_is_said(launch: Launch, server: SiteServer) -> None:
    """Where WebAssembly gets less memory than Python needs, the page says what to do."""
    browser = launch("--js-flags=--wasm-max-mem-pages=64")
    page = browser.new_page()
    type_early(page, server)
    expect_failure(page, "short of memory")
    browser.close()


def test_the_start_is_told_in_words_and_progress(page: Page, server: SiteServer) -> None:
    """While Python starts, a line says what happens and a bar moves; then both go."""
    server.override("pyodide.mjs", Override(delay=2))
    page.goto(server.url("write/"))
    words = page.locator("[data-starting-words]")
    expect(words).to_contain_text("Fetching")
    expect(page.get_by_role("progressbar", name="Starting")).to_be_visible()
    wait_for_mark(page, "runtime-ready")
    expect(words).to_be_hidden()


def test_checking_before_python_is_there(page: Page, server: SiteServer) -> None:
    """The button pressed too early is remembered: the summary comes with Python."""
    server.override("pyodide.mjs", Override(delay=2))
    page.goto(server.url("write/"))
    page.get_by_role("button", name="Check and read").click()
    expect(page.get_by_role("status")).to_contain_text("still starting")
    expect(page.get_by_role("group", name="Mend these first")).to_be_focused(timeout=60_000)


def test_a_dead_worker_is_replaced_on_demand(page: Page, server: SiteServer) -> None:
    """Trying again after the start makes a new worker that answers."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    page.evaluate("performance.clearMarks()")
    page.locator("[data-try-again]").evaluate("button => button.click()")
    wait_for_mark(page, "runtime-ready")
    page.get_by_label("Company").fill("Quay Street Clinic")
    expect(page.locator('[data-message="thank-you-1"]')).to_contain_text("Quay Street Clinic")


def worker_of(page: Page) -> Worker:
    """Return the worker that runs Python; one that makes a memory for the next visit comes after it."""
    return next(one for one in page.workers if one.url.startswith("blob:"))


DIES: Final = {
    "ended": "setTimeout(() => self.close())",
    "failing": "setTimeout(() => { throw new Error('out of memory'); })",
    "never answering": "setTimeout(() => { for (;;); })",
}


@pytest.mark.parametrize("way", DIES)
def test_a_worker_that_dies_is_replaced_by_itself(page: Page, server: SiteServer, way: str) -> None:
    """However it ends, it is noticed within seconds; a new one writes, and nothing that was typed is lost."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    worker_of(page).evaluate(f"() => {{ {DIES[way]} }}")
    page.get_by_label("Company").fill("Quay Street Clinic")
    letter = page.locator('[data-message="thank-you-1"]')
    expect(letter).to_contain_text("Quay Street Clinic", timeout=30_000)
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.get_by_label("Your name")).to_have_value("Amara Cole")


def test_a_worker_that_dies_before_it_answers_is_replaced(page: Page, server: SiteServer) -> None:
    """Its lock alone tells, long before the page says that this takes too long."""
    server.override("/python.bin", Override(delay=2))
    page.goto(server.url("write/"))
    wait_for_mark(page, "runtime-start")
    worker_of(page).evaluate(f"() => {{ {DIES['ended']} }}")
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4, timeout=25_000)
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_worker_that_dies_again_is_offered(page: Page, server: SiteServer) -> None:
    """The second time the page does not go on by itself: it says so, and the person starts it."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    for _ in range(2):
        expect(page.locator("[data-starting]")).to_be_hidden(timeout=60_000)
        page.evaluate("performance.clearMarks()")
        worker_of(page).evaluate(f"() => {{ {DIES['ended']} }}")
        page.get_by_label("Role").press_sequentially("s")
        page.wait_for_timeout(500)
    expect_failure(page, "could not go on")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator('[data-message="thank-you-1"]')).to_contain_text("ssward nurse", timeout=60_000)


OWN_CACHE: Final = "after-the-interview-runtime-{root}#{folder}"
KEEP: Final = """async ([name, url, added]) => {
    const answer = await fetch(url, { cache: "no-store" });
    const content = new Blob([await answer.bytes(), Uint8Array.from(added)]);
    await (await caches.open(name)).put(url, new Response(content, { headers: answer.headers }));
}"""


def keep_in_cache(
    page: Page, server: SiteServer, path: str, cache: str = OWN_CACHE, added: Sequence[int] = ()
) -> None:
    """Put a file of the runtime, and perhaps more behind it, into a cache, as an earlier visit did."""
    page.goto(server.url("about/"))
    name = cache.format(root=server.url(), folder=path.rpartition("/")[0] + "/")
    page.evaluate(KEEP, [name, server.url(path), list(added)])


@pytest.fixture
def folder(site_dir: Path) -> str:
    """Return the runtime's folder, from the site's root."""
    (runtime,) = (site_dir / "assets/runtime").iterdir()
    return f"assets/runtime/{runtime.name}/"


@pytest.mark.console_errors
def test_a_file_that_was_changed_is_refused(page: Page, server: SiteServer, folder: str) -> None:
    """A runtime file that is not the build's does not run, whatever is kept, and the page says so.

    It would ask for an address: its worker is closed by the time that the page says so, and cannot be asked.
    """
    keep_in_cache(page, server, f"{folder}pyodide.mjs")
    server.override("/pyodide.mjs", Override(before="fetch(`${self.location.origin}/it-ran`);\n"))
    type_early(page, server)
    expect_failure(page, "not as it should")
    assert any(path.endswith("/pyodide.mjs") for path in server.paths)
    assert "/it-ran" not in server.paths


@pytest.mark.console_errors
@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "python.bin"])
def test_what_is_kept_is_taken_where_it_does_not_come(
    page: Page, server: SiteServer, folder: str, name: str
) -> None:
    """The worker finds it itself, since not all that it asks for passes through the service worker."""
    keep_in_cache(page, server, folder + name)
    server.block(name)
    open_page(page, server)


@pytest.mark.console_errors
@pytest.mark.parametrize(("cache", "added"), [("another", []), (OWN_CACHE, [0, 2, 1, 120])])
def test_only_the_builds_own_webassembly_is_taken_from_a_cache(
    page: Page, server: SiteServer, folder: str, cache: str, added: list[int]
) -> None:
    """Neither from other software's cache at this address, nor with a section more than the build's."""
    name = "pyodide.asm.wasm"
    keep_in_cache(page, server, folder + name, cache, added)
    server.block(name)
    type_early(page, server)
    expect_failure(page, "did not arrive")


@pytest.mark.console_errors
def test_checking_after_a_failure_leads_to_it(page: Page, server: SiteServer) -> None:
    """The button never promises a start that has failed; it leads to what can be done."""
    server.block("python.bin")
    type_early(page, server)
    expect_failure(page, "did not arrive")
    page.get_by_role("button", name="Check and read").click()
    expect(page.get_by_role("alert")).to_be_focused()


def test_python_practises_once_nobody_asks(page: Page, server: SiteServer) -> None:
    """When nobody has asked for a while it writes a made-up letter, at least once, and answers as before."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    rounds = next(filter(None, map(practised, page.workers)), 0)
    assert 1 <= rounds <= told("worker.js", "ROUNDS")
    page.get_by_label("Company").fill("Elm Street Surgery")
    expect(page.locator("[data-message]").first).to_contain_text("Elm Street Surgery")


def practised(worker: Worker) -> int:
    """Return how many rounds a worker has practised, once it has; 0 for one that has no Python."""
    return int(
        worker.evaluate("""async () => {
            for (let wait = 0; wait < 400; wait += 1) {
                const mark = performance.getEntriesByName("practised").at(0);
                if (mark) return mark.detail.rounds;
                await new Promise((passed) => setTimeout(passed, 50));
            }
            return 0;
        }""")
    )
