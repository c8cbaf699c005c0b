"""Without a network, in every browser that has service workers: one visit before is enough."""

from pathlib import Path

import pytest

from tests.browser.server import Override, serving
from tests.stories.story import (
    SHORT,
    letters,
    open_writing,
    search,
    sheet,
    type_interview,
    wait_for,
    wait_for_words,
)
from tests.stories.tab import Browser

pytestmark = pytest.mark.browser

HAS_WORKERS = "() => 'serviceWorker' in navigator"
KEPT = "() => Boolean(document.querySelector('[data-offline]:not([hidden])'))"
# Read without the site's own scripts; the name of the database is the one that it must go on finding.
STORED = """() => new Promise((resolve, reject) => {
    const asked = indexedDB.open("after-the-interview");
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
        const kept = asked.result.transaction("interviews").objectStore("interviews").getAll();
        kept.onsuccess = () => {
            asked.result.close();
            resolve(JSON.stringify(kept.result));
        };
    };
})"""
TITLE = "Harbour Street Clinic, ward nurse"


def test_the_network_is_gone(browser: Browser, site_dir: Path, tmp_path: Path) -> None:
    """The browser is started again, nobody answers, and guide, search, letters and calendar are there."""
    profile = tmp_path / "profile"
    with serving(site_dir) as server, browser.visit(profile) as tab:
        # What the browser has besides would hide that something is not kept.
        server.override("/", Override(cache="no-store"))
        open_writing(tab, server)
        if not tab.evaluate(HAS_WORKERS):
            pytest.skip(f"{browser.name} has no service workers here")
        type_interview(tab, SHORT)
        wait_for_words(tab, sheet("thank-you-1"), "how the night team hands over")
        wait_for(tab, lambda: tab.evaluate(KEPT), what="a page that works without a network")
        # The browser is ended from outside, which leaves the page no moment to keep its last words.
        wait_for(
            tab,
            lambda: "how the night team hands over" in tab.evaluate(STORED),
            what="the words in the browser's storage",
        )
        before = letters(tab)
    with browser.visit(profile) as tab:
        tab.open(server.url("follow-up/"))
        wait_for_words(tab, "h1", "follow-up")
        search(tab, "no reply after two weeks", finds=server.url("questions/"))
        tab.open(server.url("write/"))
        tab.click("button", TITLE, within=".kept")
        wait_for(tab, lambda: letters(tab) == before, what="the letters of that evening")
        tab.fill("Company", "Quayside Hospital")
        wait_for_words(tab, sheet("thank-you-1"), "Quayside Hospital")
        calendar = tab.save("link", "All reminders in one file").content
        assert b"Quayside Hospital" in calendar.replace(b"\r\n ", b"")
