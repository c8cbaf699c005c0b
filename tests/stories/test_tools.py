"""The other tools and the search, in every browser."""

import pytest

from tests.browser.server import SiteServer
from tests.stories.story import search, wait_for_mark, wait_for_words
from tests.stories.tab import Tab, until

pytestmark = pytest.mark.browser


def test_a_draft_is_checked(tab: Tab, server: SiteServer) -> None:
    """Findings come as one types, and lead to a reason in the guide; they go with what they were about."""
    tab.open(server.url("check/"))
    wait_for_mark(tab, "runtime-ready")
    tab.fill("Your draft", "Dear Dana, I am writing to express my thanks. Amara")
    wait_for_words(tab, "main li", "Say a little more")
    wait_for_words(tab, "main mark", "writing to express")
    assert server.url("thank-you/#thank-you-length") in tab.evaluate(
        "() => [...document.querySelectorAll('main li a')].map((link) => link.href)"
    )
    tab.fill("Your draft", "")
    wait_for_words(tab, "main", "Paste a draft, or begin to type one.")


def test_the_dates_are_counted(tab: Tab, server: SiteServer) -> None:
    """A date and an end give the days and the hours."""
    tab.open(server.url("when/"))
    until(
        lambda: tab.evaluate("() => !document.querySelector('main input[type=date]').disabled"),
        what="the form",
    )
    tab.fill("Date of the interview", "2026-03-06")
    wait_for_words(tab, "main [role=status]", "Best on Friday 13 March, 9:30.")
    tab.fill("When it ended (optional)", "18:45")
    wait_for_words(
        tab, "main [role=status]", "Best on Saturday 7 March, 8:30. At the latest by Saturday 7 March, 18:45."
    )


def test_the_search_finds(tab: Tab, server: SiteServer) -> None:
    """A question in one's own words leads to its page."""
    tab.open(server.url())
    search(tab, "no reply after two weeks", finds=server.url("questions/"))
