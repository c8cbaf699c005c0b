"""The search's index comes when somebody searches, and not before."""

from playwright.sync_api import Page, expect

from tests.browser.server import SiteServer

INDEX = "search/search_index.json"


def test_the_index_waits_for_a_search(page: Page, server: SiteServer) -> None:
    """A page does not fetch the index; going to the search does, and what was typed meanwhile is found."""
    page.goto(server.url(""))
    page.wait_for_timeout(1000)
    assert not [path for path in server.paths if path.endswith(INDEX)]
    page.keyboard.press("/")
    page.keyboard.type("no reply after two weeks")
    result = page.get_by_role("dialog", name="Search").get_by_role("link").first
    expect(result).to_have_attribute("href", server.url("questions/"))
    assert len([path for path in server.paths if path.endswith(INDEX)]) == 1


def test_a_search_in_the_address_is_answered(page: Page, server: SiteServer) -> None:
    """A link with a search in it shows what it finds."""
    page.goto(server.url("?q=panel"))
    links = page.get_by_role("dialog", name="Search").get_by_role("link")
    expect(links.filter(has_text="panel").first).to_be_visible()
