"""What was typed on the writing page stays in its tab, and can be brought back where it gave way."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, fill, letters, open_page, person, type_interview

LETTER = '[data-message="thank-you-1"]'


def test_a_reload_keeps_what_was_typed(page: Page, server: SiteServer) -> None:
    """After a reload every field, tick, choice and person is there, with the same letters."""
    open_page(page, server)
    type_interview(page, {**INTERVIEW, "tone": "formal"})
    fill(page.get_by_label("What are you writing about?", exact=False), "repair")
    page.get_by_label("The answer as you wish you had given it", exact=False).fill(
        "that I have led a night shift"
    )
    fill(page.get_by_label("What are you writing about?", exact=False), "interview")
    expect(page.locator("[data-letters]")).to_contain_text("trains its own people")
    expect(page.locator("[data-letters]")).not_to_contain_text("led a night shift")
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
    before, interview_id = letters(page), page.locator("[name=id]").input_value()
    page.reload()
    open_again(page)
    assert letters(page) == before
    assert page.locator("[name=id]").input_value() == interview_id
    fill(page.get_by_label("What are you writing about?", exact=False), "repair")
    expect(page.get_by_label("The answer as you wish you had given it", exact=False)).to_have_value(
        "that I have led a night shift"
    )


def test_what_is_typed_before_the_script_wins(page: Page, server: SiteServer) -> None:
    """Words typed while the page is loading are newer than those of the last visit."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    page.add_init_script("""document.addEventListener("readystatechange", () => {
        if (document.readyState !== "interactive") return;
        document.querySelector("#company").value = "Quay Press";
    });""")
    page.reload()
    open_again(page)
    expect(page.get_by_label("Company")).to_have_value("Quay Press")
    expect(person(page, 2).get_by_label("Their name")).to_have_value("Dr Ana de la Cruz")


def test_another_tab_begins_empty(browser: Browser, server: SiteServer) -> None:
    """What was typed is the tab's own."""
    context = browser.new_context()
    page = context.new_page()
    open_page(page, server)
    type_interview(page, {"company": "Harbour Street Clinic"})
    other = context.new_page()
    open_page(other, server)
    expect(other.get_by_label("Company")).to_have_value("")
    context.close()


def test_an_emptied_form_comes_back(page: Page, server: SiteServer) -> None:
    """The form is emptied by one button, out of the storage too, and brought back by another."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
    before, interview_id = letters(page), page.locator("[name=id]").input_value()
    page.get_by_role("button", name="Empty the form").click()
    notice = page.get_by_role("group", name="What is gone")
    expect(notice).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("“Harbour Street Clinic, ward nurse” is gone.")
    expect(page.get_by_label("Company")).to_have_value("")
    expect(page.get_by_role("group", name="Person 2", exact=True)).to_have_count(0)
    expect(page.locator(LETTER)).to_have_count(0)
    assert page.locator("[name=id]").input_value() not in {"", interview_id}
    assert page.get_by_text("Error:").count() == 0
    assert "Amara" not in page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    notice.get_by_role("button", name="Bring it back").click()
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
    assert letters(page) == before
    assert page.locator("[name=id]").input_value() == interview_id
    expect(notice).to_be_hidden()


def test_denied_storage_does_not_stop_the_page(page: Page, server: SiteServer) -> None:
    """Where the browser keeps nothing for a page, it writes all the same."""
    page.add_init_script(
        """Object.defineProperty(window, "sessionStorage", {get() { throw new DOMException("denied"); }});"""
    )
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator(LETTER)).to_be_visible()


def test_damaged_storage_does_not_stop_the_page(page: Page, server: SiteServer) -> None:
    """What another page left in the tab's storage is no interview."""
    for left in [
        "{",
        "7",
        '"x"',
        "[[1]]",
        '{"company": {"x": 1}, "interviewers-999999-name": "y", "role": "nurse"}',
    ]:
        page.goto(server.url("write/"))
        page.evaluate("left => sessionStorage.setItem('after-the-interview:typed', left)", left)
        open_page(page, server)
    expect(page.get_by_label("Role")).to_have_value("nurse")
    assert page.get_by_role("button", name="Add another person").count() == 0


@pytest.mark.parametrize("name", ["primary-teacher", "data-analyst-recruiter", "warehouse-night-shift"])
def test_an_example_fills_the_form(page: Page, server: SiteServer, name: str) -> None:
    """“Start from this one” gives the example's letters, for an interview that was today or yesterday."""
    page.goto(server.url(f"examples/{name}/"))
    shown = page.locator(".sheet").all_inner_texts()
    page.get_by_role("link", name="Start from this one").click()
    page.wait_for_url(server.url("write/"))
    expect(page.locator("[data-message]").first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("group", name="About this form")).to_contain_text("made up")
    # A follow-up names days besides weekdays.
    first = page.locator('[data-message]:not([data-message$="follow-up"]) [data-part="body"]')
    written = first.all_inner_texts()
    assert written
    for body in written:
        assert any(words_of(body) in words_of(letter) for letter in shown)
    day = date.fromisoformat(page.get_by_label("Date of the interview").input_value())
    # One more than yesterday, since the interview may be in a zone far behind this machine's.
    assert date.today() - day <= timedelta(days=2)  # noqa: DTZ011 - the machine's
    assert page.locator("[data-steps] li").first.get_attribute("data-status") == "open"


def test_an_example_does_not_cost_what_was_typed(page: Page, server: SiteServer) -> None:
    """An interview that was typed comes back after an example took its place."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
    before, interview_id = letters(page), page.locator("[name=id]").input_value()
    page.goto(server.url("examples/electrician/"))
    page.get_by_role("link", name="Start from this one").click()
    notice = page.get_by_role("group", name="About this form")
    expect(notice).to_contain_text("made up", timeout=60_000)
    assert page.locator("[name=id]").input_value() not in {"", interview_id}
    notice.get_by_role("button", name="Bring back what I typed").click()
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible(timeout=60_000)
    assert letters(page) == before
    assert page.locator("[name=id]").input_value() == interview_id


def test_a_moment_is_picked_by_its_link(page: Page, server: SiteServer) -> None:
    """“Write yours” opens the form for that situation, and a reload keeps that choice."""
    page.goto(server.url("other-moments/"))
    page.locator('a[href$="#moment=rejection"]').click()
    page.wait_for_url(server.url("write/"))
    situation = page.get_by_label("What are you writing about?")
    expect(situation).to_have_value("rejection")
    expect(page.get_by_label("One question, if you have one")).to_be_visible()
    page.reload()
    expect(situation).to_have_value("rejection")
    situation.select_option("interview")
    page.reload()
    expect(situation).to_have_value("interview")


@pytest.mark.console_errors
def test_an_example_that_does_not_come_is_said(page: Page, server: SiteServer) -> None:
    """Where the example cannot be fetched, the page says so and works."""
    page.route("**/examples/*.json", lambda route: route.abort())
    page.goto(server.url("write/#example=primary-teacher"))
    expect(page.get_by_role("group", name="About this form")).to_contain_text("did not arrive")
    type_interview(page, INTERVIEW)
    expect(page.locator(LETTER)).to_be_visible(timeout=60_000)


@pytest.mark.console_errors
def test_an_example_that_does_not_exist_is_said(page: Page, server: SiteServer) -> None:
    """A link to an example that is gone is not blamed on the connection."""
    page.goto(server.url("write/#example=no-such-interview"))
    expect(page.get_by_role("group", name="About this form")).to_contain_text("no example of this name")


def words_of(text: str) -> str:
    """Return a letter's words in one line, with one name for every weekday."""
    return re.sub(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", "Someday", " ".join(text.split()))


def open_again(page: Page) -> None:
    """Wait until Python has answered after a reload."""
    expect(page.locator("[data-starting]")).to_be_hidden(timeout=60_000)
    expect(page.locator('[data-message="second-follow-up"]')).to_be_visible()
