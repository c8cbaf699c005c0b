"""The second visit, in every browser: it was ended in between, and days have passed."""

from pathlib import Path

import pytest

from tests.browser.server import SiteServer
from tests.stories.story import SHORT, letters, open_writing, sheet, shown, type_interview, wait_for_words
from tests.stories.tab import Browser, Named, until

pytestmark = pytest.mark.browser

EVENING = "2026-03-05T18:00:00Z"
DAYS_LATER = "2026-03-15T18:00:00Z"
TITLE = "Harbour Street Clinic, ward nurse"
LIST = ".kept li"
KNOWN = "() => Boolean(document.querySelector('[data-due][data-known]'))"
KEPT = """async () => {
    const opened = await new Promise((resolve, reject) => {
        const opening = indexedDB.open("after-the-interview-runtime");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
    });
    try {
        const store = opened.transaction("memory").objectStore("memory");
        const kept = await new Promise((resolve) => {
            store.get("memory").onsuccess = (event) => resolve(event.target.result);
        });
        return Boolean(kept?.memory);
    } catch {
        return false;
    } finally {
        opened.close();
    }
}"""


def test_what_was_typed_comes_due(browser: Browser, server: SiteServer, tmp_path: Path) -> None:
    """Ten days later the letters and Python's memory are there, and what is due is said until it is sent."""
    profile = tmp_path / "profile"
    with browser.visit(profile, now=EVENING) as tab:
        open_writing(tab, server)
        type_interview(tab, SHORT)
        wait_for_words(tab, LIST, "Thank-you: send within 20 hours.")
        wait_for_words(tab, sheet("thank-you-1"), "how the night team hands over")
        before = letters(tab)
        tab.click("button", f"Mark the thank-you as sent for {TITLE}")
        wait_for_words(tab, LIST, "Follow-up: on Thu 12 Mar")
        until(lambda: tab.evaluate(KEPT), what="Python's memory, kept")
        assert tab.errors() == []
    with browser.visit(profile, now=DAYS_LATER) as tab:
        tab.open(server.url())
        wait_for_words(tab, "[data-due]", "Follow-up: send by Thu 19 Mar")
        tab.click("link", TITLE, within="[data-due]")
        wait_for_words(tab, sheet("follow-up"), "Amara Cole")
        assert letters(tab) == before
        assert tab.value("Their name", within=Named("group", "Person 1")) == "Dana Whitfield"
        assert tab.evaluate("() => performance.getEntriesByName('runtime-ready').at(-1).detail.restored")
        tab.click("button", "Mark as sent (Follow-up)")
        until(lambda: "send by" not in "".join(shown(tab, LIST)), what="a list with nothing due")
        tab.open(server.url())
        until(lambda: tab.evaluate(KNOWN), what="an answer")
        assert shown(tab, "[data-due]") == []
        assert tab.errors() == []
