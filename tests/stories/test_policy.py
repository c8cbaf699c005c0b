"""What is typed cannot leave, in any browser: each way out is tried, from page and worker, and is refused."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.browser.server import Override, SiteServer, serving
from tests.browser.test_policy import ADD, FROM_PAGE, FROM_WORKER
from tests.stories.story import open_writing
from tests.stories.tab import Tab, until

pytestmark = [pytest.mark.browser, pytest.mark.console_errors]

# These would leave the page, and are tried on their own.
LEAVING: Final = {"form", "navigation"}
# A worker from elsewhere is refused with and without a policy.
NEVER: Final = {"worker"}
PUT_IN: Final = {"frame", "object"}
LISTEN: Final = """() => {
    self.refused = [];
    document.addEventListener("securitypolicyviolation", ({ blockedURI }) => refused.push(blockedURI));
}"""
# Long after each of them has arrived where there is no policy, as the other half of each test sees.
WHILE: Final = 1.5


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[SiteServer]:
    """Serve another site, which notes what it is asked for and has a page without a policy."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Plain</title><link rel=icon href=data:,>")
    with serving(folder) as server:
        yield server


def trying(ways: Mapping[str, str]) -> str:
    """Return a function that tries ways out, each to an address of its own and whatever others do."""
    listed = ",".join(f"{name}: {way}" for name, way in ways.items())
    return f"""async (root) => {{
        const add = {ADD};
        for (const [name, way] of Object.entries({{ {listed} }})) {{
            try {{
                Promise.resolve(way(`${{root}}${{name}}`)).catch(() => {{}});
            }} catch {{}}
        }}
        return true;
    }}"""


def listening(ways: Mapping[str, str]) -> str:
    """Return a worker's code that tries ways out when it is told where to, and says so."""
    return f"""
        self.ways = new BroadcastChannel("ways");
        ways.onmessage = ({{ data }}) => ({trying(ways)})(data).then(() => ways.postMessage("tried"));
    """


TELL: Final = """(root) => new Promise((tried) => {
    const ways = new BroadcastChannel("ways");
    ways.onmessage = tried;
    ways.postMessage(root);
}).then(() => true)"""


def arrived(elsewhere: SiteServer) -> set[str]:
    """Return which ways led to the other site."""
    return {path.rpartition("/")[2] for path in elsewhere.paths} - {""}


def test_nothing_leaves_the_page(tab: Tab, server: SiteServer, elsewhere: SiteServer) -> None:
    """Whatever a script tries, no other site hears of it; the same script on another page is heard."""
    staying = {name: way for name, way in FROM_PAGE.items() if name not in LEAVING | NEVER}
    named = set(staying) - PUT_IN
    tab.open(elsewhere.url())
    tab.evaluate(trying(staying), elsewhere.url())
    until(lambda: arrived(elsewhere) == set(staying), what=f"{set(staying)}")
    elsewhere.reset()
    open_writing(tab, server)
    tab.fill("Company", "Harbour Street Clinic")
    tab.evaluate(LISTEN)
    tab.evaluate(trying(staying | {"form": FROM_PAGE["form"]}), elsewhere.url())
    # The form is held by the page itself where it can be; of what is put into a page no address is told.
    expected = {elsewhere.url(name).replace("http", "ws" if name == "socket" else "http") for name in named}
    until(lambda: expected <= set(tab.evaluate("() => refused")), what=f"refusals of {expected}")
    assert tab.evaluate("() => refused").count(elsewhere.origin) == len(PUT_IN)
    time.sleep(WHILE)
    assert arrived(elsewhere) == set()


def test_nothing_leaves_the_worker(tab: Tab, server: SiteServer, elsewhere: SiteServer) -> None:
    """Nor does it hear of what the worker tries, which is all that Python's `js` module could."""
    ways = {name: way for name, way in FROM_WORKER.items() if name not in NEVER}
    tab.open(elsewhere.url())
    start = "(code) => { self.one = new Worker(URL.createObjectURL(new Blob([code]))); }"
    tab.evaluate(start, listening(ways))
    time.sleep(WHILE)
    tab.evaluate(TELL, elsewhere.url())
    until(lambda: arrived(elsewhere) == set(ways), what=f"{set(ways)}")
    elsewhere.reset()
    server.override("/worker.js", Override(before=listening(FROM_WORKER)))
    open_writing(tab, server)
    tab.evaluate(TELL, elsewhere.url())
    time.sleep(WHILE)
    assert arrived(elsewhere) == set()


def test_no_script_takes_the_page_elsewhere(tab: Tab, server: SiteServer, elsewhere: SiteServer) -> None:
    """Where the browser tells of navigations, the page stays where it is."""
    open_writing(tab, server)
    if not tab.evaluate("() => 'navigation' in window"):
        pytest.skip("this browser does not tell of navigations, and its policy has no rule for them")
    tab.evaluate(trying({"navigation": FROM_PAGE["navigation"]}), elsewhere.url())
    time.sleep(WHILE)
    assert arrived(elsewhere) == set()
    assert tab.evaluate("() => location.href") == server.url("write/")
