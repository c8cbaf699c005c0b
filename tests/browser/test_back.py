"""What was thrown away, replaced or changed in another tab: nothing typed is lost on the way back."""

import json

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.evening import (
    FIRST,
    LETTER,
    SECOND,
    kept,
    open_evening,
    open_in_two_tabs,
    row,
    write_down,
)
from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, type_interview


def gone(page: Page) -> Locator:
    """Return what the page says is gone."""
    return page.get_by_role("group", name="What is gone")


def notice(page: Page) -> Locator:
    """Return what the page says of the form as a whole."""
    return page.get_by_role("group", name="About this form")


def test_what_went_first_comes_back_after_what_went_last(page: Page, server: SiteServer) -> None:
    """Everything is forgotten, then another interview is deleted: both come back, one after the other."""
    open_evening(page, server)
    write_down(page)
    page.get_by_text("Save, move or forget").click()
    page.get_by_role("button", name="Forget everything").click()
    expect(gone(page)).to_contain_text("Everything is forgotten")
    type_interview(page, {"company": "Quay Press", "role": "bookbinder"})
    expect(row(page, SECOND)).to_be_visible()
    page.get_by_role("button", name="Empty the form").click()
    expect(gone(page)).to_contain_text(SECOND)
    page.get_by_role("button", name="Bring it back").click()
    expect(row(page, SECOND)).to_be_visible()
    expect(gone(page)).to_contain_text("Everything is forgotten")
    page.get_by_role("button", name="Bring it back").click()
    expect(row(page, FIRST)).to_be_visible()
    expect(row(page, SECOND)).to_be_visible()
    expect(gone(page)).to_be_hidden()


def test_newer_words_of_another_tab_stay(browser: Browser, server: SiteServer) -> None:
    """An interview that is brought back stands beside what another tab has made of it since."""
    context = browser.new_context()
    page, other = open_in_two_tabs(context, server)
    kept(page).get_by_role("button", name="Start another interview").click()
    row(page, FIRST).get_by_text("What happened").click()
    row(page, FIRST).get_by_role("button", name="Delete it").click()
    expect(gone(page)).to_be_visible()
    expect(notice(other)).to_contain_text("deleted in another tab")
    other.get_by_label("Role", exact=True).fill("matron")
    expect(row(other, "Harbour Street Clinic, matron")).to_be_visible()
    expect(row(page, "Harbour Street Clinic, matron")).to_be_visible()
    page.get_by_role("button", name="Bring it back").click()
    expect(row(page, FIRST)).to_be_visible()
    expect(row(page, "Harbour Street Clinic, matron")).to_be_visible()
    context.close()


def test_what_is_taken_back_can_be_had_again(page: Page, server: SiteServer) -> None:
    """What was typed after the form was replaced is not lost with what is taken back."""
    open_evening(page, server)
    type_interview(page, {"your_name": "Amara Cole"})
    page.evaluate("location.hash = '#example=ward-nurse'")
    expect(notice(page)).to_contain_text("made up")
    page.get_by_label("Company").fill("Quay Press")
    page.get_by_role("button", name="Bring back what I typed").click()
    expect(page.get_by_label("Company")).to_have_value("")
    page.get_by_role("button", name="Go back to the later form").click()
    expect(page.get_by_label("Company")).to_have_value("Quay Press")


def test_a_link_for_a_moment_can_be_taken_back(page: Page, server: SiteServer) -> None:
    """“Write yours” over an interview says what it changed, and gives the former letters back."""
    open_evening(page, server)
    write_down(page)
    page.evaluate("location.hash = '#moment=rejection'")
    expect(notice(page)).to_contain_text("They said no")
    expect(page.locator(LETTER)).to_have_count(0)
    page.get_by_role("button", name="Bring back what I typed").click()
    expect(page.locator(LETTER)).to_be_visible()
    expect(page.get_by_label("What are you writing about?")).to_have_value("interview")


def test_an_answer_ends_the_reminders(page: Page, server: SiteServer) -> None:
    """Once they have answered, no calendar file is offered and no date asks for anything."""
    open_evening(page, server)
    write_down(page)
    expect(page.locator("[data-calendar]")).to_be_visible()
    row(page, FIRST).get_by_text("What happened").click()
    row(page, FIRST).get_by_role("button", name="They said no").click()
    expect(page.locator("[data-calendar]")).to_be_hidden()
    expect(page.locator("[data-steps]")).to_contain_text("not needed")
    expect(page.locator("[data-steps]")).not_to_contain_text("open now")
    row(page, FIRST).get_by_role("button", name="Open it again").click()
    expect(page.locator("[data-calendar]")).to_be_visible()


def test_a_reminder_leads_to_its_letter(page: Page, server: SiteServer) -> None:
    """Whoever comes back from the follow-up's reminder is at the follow-up, not at the letters before it."""
    open_evening(page, server)
    write_down(page)
    interview_id = page.locator("[name=id]").input_value()
    page.clock.set_fixed_time("2026-03-13T09:30:00Z")
    page.goto(server.url(""))
    page.goto(server.url(f"write/#interview={interview_id}"))
    title = page.locator('[data-message="follow-up"] .sheet__title')
    expect(title).to_be_focused(timeout=60_000)


def test_a_long_name_leaves_the_page_as_it_is(page: Page, server: SiteServer) -> None:
    """An interview from a file may have a name of any length; the list shows the beginning of it."""
    open_evening(page, server)
    page.get_by_text("Save, move or forget").click()
    document = {"your_name": "Amara Cole", "company": "x" * 15_000, "role": "nurse"}
    page.get_by_label("Bring back a saved file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}
    )
    expect(kept(page).get_by_role("button", name="x" * 60 + "…, nurse", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.console_errors
def test_a_form_is_forgotten_without_storage(page: Page, server: SiteServer) -> None:
    """Where the browser keeps nothing, “Forget everything” still leaves nothing in the form."""
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('denied') };")
    open_evening(page, server)
    type_interview(page, INTERVIEW)
    page.get_by_text("Save, move or forget").click()
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_label("Company")).to_have_value("")
    expect(gone(page)).to_contain_text("clear this site’s data")
    assert "Harbour" not in page.evaluate("JSON.stringify({ ...sessionStorage })")


@pytest.mark.parametrize(("denied", "begins"), [("setItem", "at once"), ("getItem", "afterwards")])
def test_what_is_typed_after_forgetting_stays(
    page: Page, server: SiteServer, denied: str, begins: str
) -> None:
    """Where no tab can be told that all is forgotten, this one does not begin with nothing for it."""
    deny = f"""Storage.prototype.{denied} = new Proxy(Storage.prototype.{denied}, {{
        apply(method, storage, entry) {{
            const isOurs = storage === localStorage && entry[0].startsWith("after-the-interview");
            if (isOurs) throw new DOMException("denied");
            return Reflect.apply(method, storage, entry);
        }},
    }});"""
    if begins == "at once":
        page.add_init_script(deny)
    open_evening(page, server)
    write_down(page)
    page.get_by_text("Save, move or forget").click()
    page.get_by_role("button", name="Forget everything").click()
    expect(gone(page)).to_contain_text("Everything is forgotten")
    page.get_by_label("Company").fill("Quay Press")
    if begins == "afterwards":
        page.add_init_script(deny)
    page.reload()
    expect(page.get_by_label("Company")).to_have_value("Quay Press")


def test_two_rounds_are_told_apart(page: Page, server: SiteServer) -> None:
    """Two interviews for one role have their days in the list; one whose date is no date has none."""
    open_evening(page, server)
    page.get_by_text("Save, move or forget").click()
    same = {"company": "Quay Press", "role": "bookbinder"}
    rows = [{"interview": {**same, "date": date}} for date in ("2026-03-03", "2026-03-05", "soon")]
    saved = {"format": "after-the-interview", "version": 1, "interviews": rows}
    page.get_by_label("Bring back a saved file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(saved).encode()}
    )
    for title in (f"{SECOND}, Tue 3 Mar", f"{SECOND}, Thu 5 Mar", SECOND):
        expect(kept(page).get_by_role("button", name=title, exact=True)).to_have_count(1)


def test_a_reminder_that_cannot_ring_says_so(page: Page, server: SiteServer) -> None:
    """In the evening the thank-you's time has passed; where the interview has not ended yet, it has not."""
    open_evening(page, server)
    write_down(page)
    expect(page.get_by_text("A reminder whose time has passed does not ring.")).to_be_visible()
    page.get_by_label("When it started").fill("17:00")
    expect(page.get_by_text("A reminder whose time has passed does not ring.")).to_be_hidden()


@pytest.mark.console_errors
def test_what_could_not_be_kept_was_not_deleted(browser: Browser, server: SiteServer) -> None:
    """Where there is no room for an interview, another tab's changes do not make it look deleted."""
    context = browser.new_context()
    page, other = open_in_two_tabs(context, server)
    kept(page).get_by_role("button", name="Start another interview").click()
    page.evaluate(
        """() => {
            IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
        }"""
    )
    type_interview(page, {"company": "Quay Press"})
    expect(page.get_by_text("This browser keeps nothing of what you type.")).to_be_visible()
    row(other, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    expect(row(page, FIRST)).to_contain_text("Follow-up: on Thu 12 Mar")
    expect(notice(page)).to_be_hidden()
    context.close()
