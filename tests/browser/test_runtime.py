"""The runtime in a real Chromium: what is fetched, and what is kept for the next visit."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.server import Override, SiteServer
from tests.browser.story import INTERVIEW, downloaded, letters, open_page, type_interview, wait_for_mark

pytestmark = pytest.mark.browser

GOLDEN: Final = Path(__file__).parents[1] / "golden"
# One more worker beside the page's, to be asked for whatever a test likes.
ANOTHER_CLIENT = """
async ({ scripts, runtime }) => {
  const { Client } = await import(`${scripts}client.js`);
  const { toValues } = await import(`${scripts}documents.js`);
  const client = new Client();
  window.planOf = async (interview) => (await client.plan(toValues(interview), true, [])).plan;
  return client.start(runtime, () => {}, false, {});
}
"""
# What is kept, as a person with the browser's own tools would see it.
KEPT = """
async () => {
  // Written in here: the page's policy lets no script be made from a text.
  const change = (kept) => (CHANGE);
  const opened = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("after-the-interview-runtime");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const store = opened.transaction("memory", "readwrite").objectStore("memory");
  const kept = await new Promise((resolve) => {
    store.get("memory").onsuccess = (event) => resolve(event.target.result);
  });
  if (kept && change(kept)) {
    const changed = { ...kept, ...change(kept) };
    await new Promise((resolve) => {
      store.put(changed, "memory").onsuccess = resolve;
    });
  }
  opened.close();
  if (!kept) return null;
  const text = await new Blob([kept.memory?.bytes ?? "", kept.memory?.archive ?? ""]).arrayBuffer();
  return { runtime: kept.runtime, memory: kept.memory !== null,
           text: new TextDecoder("latin1").decode(text) };
}
"""


def kept(page: Page, change: str = "", *, until: Callable[[Any], bool] = bool) -> Any:
    """Wait for what the page keeps for the next visit, change it where a change is given, and return it."""
    for _ in range(150):
        found = page.evaluate(KEPT.replace("CHANGE", "null"))
        if until(found):
            return page.evaluate(KEPT.replace("CHANGE", change or "null"))
        page.wait_for_timeout(200)
    raise AssertionError("The page has not kept what was waited for.")


def restored(page: Page) -> bool:
    """Wait for Python, and say whether the page had its memory from an earlier visit."""
    wait_for_mark(page, "runtime-ready")
    return bool(page.evaluate("performance.getEntriesByName('runtime-ready').at(-1).detail.restored"))


def visit(page: Page, server: SiteServer) -> bool:
    """Open the page and say whether Python's memory was restored."""
    open_page(page, server)
    return restored(page)


TWO_BYTES_CHANGED = (
    "{{ memory: {{ ...kept.memory, bytes: new Blob(["
    "kept.memory.bytes.slice(0, {place}), 'no', kept.memory.bytes.slice({after})]) }} }}"
)
MOVED = (
    "{ memory: { ...kept.memory, PART: { ...kept.memory.PART, "
    "ranges: kept.memory.PART.ranges.map(([a, b]) => [a + 4096, b + 4096]) } } }"
)

# A page's worker answers with texts; everything else goes through.
FIRST_ANSWER_FAILS = """
let first = true;
const send = self.postMessage.bind(self);
self.postMessage = (message, ...rest) => {
  const fails = first && typeof message?.value === "string";
  if (fails) first = false;
  const value = '{"version": 1, "error": {"message": "no"}}';
  send(fails ? { ...message, value } : message, ...rest);
}
"""
NO_ANSWER_COMES = """
const send = self.postMessage.bind(self);
self.postMessage = (message, ...rest) => typeof message?.value === "string" || send(message, ...rest)
"""


def before_the_worker(page: Page, code: str, *, times: int | None = None) -> None:
    """Run code in the worker before its own, in every worker or so many times."""

    def answer(route: Route) -> None:
        response = route.fetch()
        # Imports go first, whatever stands before them.
        route.fulfill(response=response, body=f"{code};\n{response.text()}")

    page.context.route("**/worker.js", answer, times=times)


def test_a_first_visit_fetches_five_files(page: Page, server: SiteServer, site_dir: Path) -> None:
    """The runtime is five files under a name of its own, each fetched once, and nothing else is asked for."""
    (runtime,) = (site_dir / "assets/runtime").iterdir()
    assert visit(page, server) is False
    files = [path.rpartition("/")[2] for path in server.paths if f"/assets/runtime/{runtime.name}/" in path]
    assert sorted(files) == [
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "pyodide.mjs",
        "python.bin",
        "settings.mjs",
    ]


def test_the_second_visit_restores_and_writes_the_same(page: Page, server: SiteServer) -> None:
    """What is restored writes the letters and the calendar that a start from the beginning writes."""
    assert visit(page, server) is False
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    first = letters(page)
    kept(page)
    server.paths.clear()
    assert visit(page, server) is True
    assert not [path for path in server.paths if path.endswith("python.bin")]
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    assert letters(page) == first


def test_the_restored_python_makes_the_golden_plans(page: Page, server: SiteServer, site_dir: Path) -> None:
    """Of each golden interview it makes the plan that was approved."""
    visit(page, server)
    kept(page)
    assert visit(page, server) is True
    scripts = server.url(f"{next(site_dir.glob('assets/*/client.js')).parent.relative_to(site_dir)}/")
    (runtime,) = (site_dir / "assets/runtime").iterdir()
    folders = {"scripts": scripts, "runtime": server.url(f"assets/runtime/{runtime.name}/")}
    assert page.evaluate(ANOTHER_CLIENT, folders) is True
    for case in sorted(GOLDEN.iterdir()):
        interview = json.loads((case / "interview.json").read_text("utf-8"))
        page.clock.set_fixed_time((case / "now").read_text("utf-8").strip())
        made = page.evaluate("(interview) => window.planOf(interview)", interview)
        assert made == json.loads((case / "plan.json").read_text("utf-8")), case.name


def test_nothing_typed_is_kept(page: Page, server: SiteServer) -> None:
    """What was typed before Python came, and after, is not in the memory that is kept."""
    server.override("pyodide.mjs", Override(delay=1))
    page.goto(server.url("write/"))
    page.get_by_label("Your name").fill("Quillon Early-Typist")
    page.get_by_label("Company").fill("Zephyrine Early Works")
    wait_for_mark(page, "runtime-ready")
    page.get_by_label("Role").fill("quixotic late carpenter")
    text = kept(page)["text"]
    assert "generator.browser" in text
    for typed in ("Quillon", "Zephyrine", "quixotic"):
        assert typed not in text
        assert "\0".join(typed) not in text


def test_readers_never_share_uids(page: Page, server: SiteServer) -> None:
    """The same words typed after the same restored memory give other uids in each visit."""
    visit(page, server)
    kept(page)
    calendars = []
    for _ in range(2):
        # Another reader's tab has nothing of this one's.
        page.evaluate("sessionStorage.clear()")
        assert visit(page, server) is True
        type_interview(page, INTERVIEW)
        expect(page.locator("[data-message]")).to_have_count(4)
        calendars.append(downloaded(page, "reminders.ics").decode())
    uids = [{line for line in one.split("\r\n") if line.startswith("UID:")} for one in calendars]
    assert len(uids[0]) == 3
    assert not uids[0] & uids[1]


@pytest.mark.console_errors
@pytest.mark.parametrize(
    "change",
    [
        "{ memory: { ...kept.memory, bytes: kept.memory.bytes.slice(0, 5_000_000) } }",
        "{ memory: { ...kept.memory, size: kept.memory.size - 4_000_000 } }",
        "{ memory: { ...kept.memory, bytes: new Blob([new Uint8Array(kept.memory.bytes.size)]) } }",
        TWO_BYTES_CHANGED.format(place=9_000_000, after=9_000_002),
        TWO_BYTES_CHANGED.format(
            place="kept.memory.bytes.size - 10_000", after="kept.memory.bytes.size - 9_998"
        ),
        TWO_BYTES_CHANGED.format(
            place="kept.memory.bytes.size - 30_000", after="kept.memory.bytes.size - 29_998"
        ),
        MOVED.replace("PART", "heap"),
        MOVED.replace("PART", "rest"),
        "{ memory: { ...kept.memory, stack: kept.memory.stack.map((place) => place - 4096) } }",
        "{ memory: { ...kept.memory, head: kept.memory.head.map((byte) => byte ^ 1) } }",
        "{ memory: {} }",
    ],
    ids=[
        "cut",
        "too small",
        "empty pages",
        "two bytes of the heap",
        "two bytes of the stack",
        "two bytes before it",
        "another heap",
        "another rest",
        "another stack",
        "another head",
        "another form",
    ],
)
def test_a_broken_memory_is_replaced_in_the_same_visit(page: Page, server: SiteServer, change: str) -> None:
    """Whatever is wrong with what is kept, the letters come, and the visit after that restores again."""
    visit(page, server)
    kept(page, change)
    assert visit(page, server) is False
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    kept(page, until=lambda found: found and "generator.browser" in found["text"])
    assert visit(page, server) is True


@pytest.mark.console_errors
def test_a_broken_archive_is_fetched_anew(page: Page, server: SiteServer) -> None:
    """The archive beside a memory is looked at too; what comes from it still comes, from another one.

    What was kept is forgotten, so that the visit after that keeps it whole.
    """
    visit(page, server)
    kept(page, "{ memory: { ...kept.memory, archive: new Blob(['no archive']) } }")
    assert visit(page, server) is True
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)
    assert b"BEGIN:VALARM" in downloaded(page, "reminders.ics")
    kept(page, until=lambda found: found is None)
    assert visit(page, server) is False
    kept(page)
    assert visit(page, server) is True


def test_the_memory_of_another_runtime_is_forgotten(page: Page, server: SiteServer) -> None:
    """After a new version of the site, the old memory is not used and makes room for the new one."""
    visit(page, server)
    runtime = kept(page, "{ runtime: 'https://example.org/old/' }")["runtime"]
    assert visit(page, server) is False
    kept(page, until=lambda found: found and found["runtime"] == runtime)


def test_a_memory_that_is_no_gain_is_not_made_again(page: Page, server: SiteServer) -> None:
    """Where a restore is no quicker than a start, it is given up for good; the letters come all the same."""
    visit(page, server)
    kept(page, "{ started: 0 }")
    # Once may be bad luck.
    assert visit(page, server) is True
    kept(page, until=lambda found: found["memory"] is True)
    assert visit(page, server) is True
    kept(page, until=lambda found: found["memory"] is False)
    assert visit(page, server) is False
    assert kept(page)["memory"] is False


@pytest.mark.console_errors
def test_a_restore_that_fails_twice_is_not_tried_again(page: Page, server: SiteServer) -> None:
    """A device on which it does not work starts from the beginning, and does not lose time on each visit."""
    visit(page, server)
    for _ in range(2):
        kept(page, "{ memory: { ...kept.memory, bytes: new Blob([]) } }")
        assert visit(page, server) is False
        type_interview(page, {"company": "Harbour Street Clinic"})
        page.wait_for_timeout(4000)
    assert kept(page)["memory"] is False
    assert visit(page, server) is False
    assert kept(page)["memory"] is False


@pytest.mark.console_errors
def test_an_archive_that_does_not_come_holds_nothing_up(page: Page, server: SiteServer) -> None:
    """What is read after the first answer may never come: the letters do."""
    visit(page, server)
    kept(page)
    before_the_worker(
        page,
        "let read = 0; const real = Blob.prototype.arrayBuffer; Blob.prototype.arrayBuffer = "
        "function () { return read++ ? new Promise(() => {}) : real.call(this); }",
    )
    assert visit(page, server) is True
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4, timeout=10_000)


@pytest.mark.parametrize(
    "code",
    [
        "Object.defineProperty(self, 'indexedDB', { value: undefined })",
        "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') }",
        "IDBFactory.prototype.open = () => ({})",
    ],
    ids=["missing", "denied", "hanging"],
)
def test_without_storage_python_starts_from_the_beginning(page: Page, server: SiteServer, code: str) -> None:
    """A browser that stores nothing, or never answers, is no slower to write than on a first visit."""
    before_the_worker(page, code)
    assert visit(page, server) is False
    type_interview(page, INTERVIEW)
    expect(page.locator("[data-message]")).to_have_count(4)


def test_a_restore_that_hangs_is_given_up(page: Page, server: SiteServer) -> None:
    """A storage that says what it has and never hands it over holds the letters up for seconds only."""
    visit(page, server)
    kept(page)
    before_the_worker(page, "Blob.prototype.arrayBuffer = () => new Promise(() => {})")
    assert visit(page, server) is False


def test_a_slow_network_is_no_reason_to_give_a_memory_up(page: Page, server: SiteServer) -> None:
    """However long the files take on a later visit, what is kept is restored."""
    visit(page, server)
    kept(page)
    page.context.route("**/pyodide.asm.wasm", slowly)
    assert visit(page, server) is True
    assert not [path for path in server.paths if path.endswith("python.bin")][1:]


def slowly(route: Route) -> None:
    """Answer later than a restore may take."""
    time.sleep(5)
    route.continue_()


def test_a_first_answer_that_fails_leads_to_a_start_from_the_beginning(
    page: Page, server: SiteServer
) -> None:
    """A restored Python that cannot write is replaced at once, without the person's doing."""
    visit(page, server)
    kept(page)
    before_the_worker(page, FIRST_ANSWER_FAILS, times=1)
    assert restored_after_reload(page, server) is False


def restored_after_reload(page: Page, server: SiteServer) -> bool:
    """Open the page, where the first Python may be replaced, and say whether the last one was restored."""
    page.goto(server.url("write/"))
    return restored(page)


def test_a_first_answer_that_never_comes_is_said(page: Page, server: SiteServer) -> None:
    """A Python that starts and never answers is replaced once; then the page says so and offers to try."""
    before_the_worker(page, NO_ANSWER_COMES)
    page.clock.install()
    page.goto(server.url("write/"))
    expect(page.locator("[data-starting-words]")).to_have_text("Writing the first letter.", timeout=30_000)
    page.clock.run_for(12_000)
    # Once more, by itself.
    expect(page.locator("[data-starting-words]")).not_to_have_text("Writing the first letter.")
    expect(page.locator("[data-starting-words]")).to_have_text("Writing the first letter.", timeout=30_000)
    page.clock.run_for(12_000)
    expect(page.get_by_role("alert").get_by_text("Python could not go on")).to_be_visible()


def test_trying_again_uses_nothing_that_was_kept(page: Page, server: SiteServer) -> None:
    """After a failure, the person's "Try again" is a start from the beginning."""
    visit(page, server)
    kept(page)
    assert visit(page, server) is True
    page.evaluate("performance.clearMarks()")
    page.locator("[data-try-again]").evaluate("button => button.click()")
    assert restored(page) is False


@pytest.mark.parametrize("saves", [True, False])
def test_saving_data_waits_for_the_first_touch(page: Page, server: SiteServer, *, saves: bool) -> None:
    """Whoever saves data gets the runtime when they touch the page; others once the page is idle."""
    page.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{ value: {{ saveData: {str(saves).lower()} }} }})"
    )
    page.goto(server.url("write/"))
    page.wait_for_timeout(2500)
    assert bool([path for path in server.paths if "/assets/runtime/" in path]) is not saves
    page.get_by_label("Your name").click()
    wait_for_mark(page, "runtime-ready")


def test_the_guide_fetches_no_runtime(page: Page, server: SiteServer) -> None:
    """Only the tool page asks for the runtime."""
    for path in ("", "thank-you/", "follow-up/"):
        page.goto(server.url(path))
        page.wait_for_timeout(500)
    assert not [path for path in server.paths if "/assets/runtime/" in path]
