"""Many interviews in one tab: what each takes of time and memory does not grow.

`INTERVIEWS=500` is the whole soak, as `nox -s soak` runs it; otherwise it is a short one.
"""

from __future__ import annotations

import gc
import json
import logging
import os
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import CDPSession, Page, Route, Worker, expect

from generator.browser import handle
from tests.browser.server import SiteServer
from tests.browser.story import downloaded, open_page
from tests.stories.tab import until

pytestmark = pytest.mark.browser

log = logging.getLogger(__name__)
COUNT: Final = int(os.environ.get("INTERVIEWS", "60"))
FIFTH: Final = COUNT // 5
# The worker's Python, for a test to count what it holds.
STARTED: Final = 'handle = pyodide.pyimport("generator.browser").handle;'
SHOWN: Final = "self.soaked = pyodide;"
OBJECTS: Final = "soaked.runPython('import gc; gc.collect(); len(gc.get_objects()) + gc.get_freeze_count()')"
WASM: Final = "soaked._module.HEAPU8.length"
# What was thrown away, for a test to let go of.
GONE: Final = "#times = [];"
GONE_SHOWN: Final = "#times = (self.thrownAway = []);"
LET_GO: Final = "thrownAway.splice(0).flatMap(({ gone }) => gone).length"
IS_PYTHON: Final = "'soaked' in self"
ELEMENTS: Final = "document.querySelectorAll('body *').length"
# What comes and goes with the moment of counting.
SOME: Final = 20
# What the caches of names, phrases and patterns hold when they are full, beyond what they do at first.
FULL: Final = 800
# How long a whole interview took, and the last of its plans; each field is a key press, and asks for one.
TYPE: Final = """async (fields) => {
    const company = document.querySelector("[name=company]");
    if (company.value) document.querySelector("[data-another]").click();
    while (company.value) await new Promise((resolve) => setTimeout(resolve, 1));
    const begun = performance.now();
    let typed = begun;
    for (const [name, value] of Object.entries(fields)) {
        const field = document.querySelector(`[name="${name}"]`);
        field.value = value;
        typed = performance.now();
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // As when a field is left: the interview is kept at once.
    document.querySelector("[name=excited_about]").dispatchEvent(new Event("change", { bubbles: true }));
    const letter = (id) => document.querySelector(`[data-message="${id}"]`)?.textContent ?? "";
    const isThere = () => letter("follow-up").includes(fields.your_name)
        && letter("thank-you-1").includes(fields.excited_about);
    while (!isThere()) {
        if (performance.now() - typed > 60_000) throw new Error(document.querySelector('main').innerText);
        await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return { all: performance.now() - begun, plan: performance.now() - typed };
}"""


def interview(number: int) -> dict[str, str]:
    """Return the fields of an interview like no other, all of them fictional."""
    return {
        "your_name": f"Amara Cole {number}",
        "company": f"Harbour Street Clinic {number}",
        "role": f"ward nurse {number}",
        "date": f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "start": f"{number % 14 + 8:02d}:30",
        "interviewers-0-name": f"Dana Whitfield {number}",
        "interviewers-0-detail": f"how the night team of ward {number} hands over",
        "thankful_for": f"showing me round ward {number}",
        "fit": f"{number} weeks on a busy surgical ward",
        "excited_about": f"team {number} that trains its own people",
    }


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a tab holds, once all that is waste is gone."""

    heap: int
    elements: int
    listeners: int
    wasm: int
    objects: int


def held(page: Page, session: CDPSession, worker: Worker) -> Held:
    """Count it."""
    session.send("HeapProfiler.collectGarbage")
    found = {one["name"]: int(one["value"]) for one in session.send("Performance.getMetrics")["metrics"]}
    return Held(
        heap=found["JSHeapUsedSize"],
        elements=page.evaluate(ELEMENTS),
        listeners=found["JSEventListeners"],
        wasm=worker.evaluate(WASM),
        objects=worker.evaluate(OBJECTS),
    )


def show(route: Route, private: str, shown: str) -> None:
    """Let a test into what a script keeps to itself."""
    response = route.fetch()
    text = response.text()
    assert private in text
    route.fulfill(response=response, body=text.replace(private, shown))


def test_a_tab_stays_as_quick_and_as_small(page: Page, server: SiteServer) -> None:
    """A plan takes no longer after many interviews, and once they are forgotten nothing is left of them."""
    page.context.route("**/worker.js", lambda route: show(route, STARTED, STARTED + SHOWN))
    page.context.route("**/gone.js", lambda route: show(route, GONE, GONE_SHOWN))
    open_page(page, server)
    worker = until(lambda: python_worker(page), what="Python's worker")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.get_by_text("Save, move or forget").click()
    times: list[dict[str, float]] = []
    holds: list[Held] = []
    for number in range(COUNT):
        times.append(page.evaluate(TYPE, interview(number)))
        if number % FIFTH == FIFTH - 1:
            # What writes calendars is loaded when it is first wanted.
            assert downloaded(page, "reminders.ics").startswith(b"BEGIN:VCALENDAR")
            expect(page.locator("[data-kept-list] > li")).to_have_count(FIFTH)
            # So that each fifth begins as the first did: what a person keeps takes its room by right.
            page.get_by_role("button", name="Forget everything").click()
            expect(page.locator("[data-kept-list] > li")).to_have_count(0)
            # What may be brought back until the page is left stays by right, too.
            assert page.evaluate(LET_GO) == FIFTH
            holds.append(held(page, session, worker))
            log.info("%d interviews: %s, %s", number + 1, holds[-1], quick(times[-FIFTH:]))
    # The first fifth warms up, and the second is the measure.
    first, last = holds[1], holds[-1]
    for part, quickest in quick(times[-FIFTH:]).items():
        # Other programs run meanwhile.
        assert quickest <= 3 * quick(times[FIFTH : 2 * FIFTH])[part], part
    assert last.heap <= 1.1 * first.heap
    assert last.elements - first.elements <= SOME
    assert last.listeners - first.listeners <= SOME
    assert last.wasm == first.wasm
    assert last.objects <= first.objects + FULL


def python_worker(page: Page) -> Worker | None:
    """Return the worker that Python has started in; the one that keeps its memory is another."""
    return next(
        (one for one in page.workers if one.url.startswith("blob:") and one.evaluate(IS_PYTHON)), None
    )


def quick(times: list[dict[str, float]]) -> dict[str, float]:
    """Return the shortest of some times: what else the machine did meanwhile is least in it."""
    return {part: min(one[part] for one in times) for part in times[0]}


def test_python_holds_no_more() -> None:
    """Once its caches are full, Python holds as many objects after five hundred interviews as before."""
    counts = []
    for number in range(1000):
        fields = {**interview(number), "time_zone": "Europe/London", "minutes": "60", "tone": "warm"}
        asked = {"version": 1, "request": "plan", "now": "2026-03-05T18:00:00Z", "fields": fields}
        assert len(json.loads(handle(json.dumps(asked)))["result"]["plan"]["messages"]) == 2
        if number in {499, 999}:
            gc.collect()
            counts.append(len(gc.get_objects()))
    assert counts[1] - counts[0] <= SOME
