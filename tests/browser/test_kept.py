"""Several interviews, kept in this browser: the evening after, the return, and what can go wrong."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.evening import FIRST, LETTER, SECOND, kept, open_evening, open_in_two_tabs, row, write_down
from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, letters, open_page, type_interview


def test_an_interview_is_there_in_a_new_tab(browser: Browser, server: SiteServer) -> None:
    """Whoever closes the tab finds the interview in the list, and it opens with the same letters and id."""
    context = browser.new_context()
    page = context.new_page()
    open_evening(page, server)
    write_down(page)
    before, interview_id = letters(page), page.locator("[name=id]").input_value()
    expect(row(page, FIRST)).to_contain_text("Thank-you:")
    page.close()
    other = context.new_page()
    open_evening(other, server)
    expect(other.get_by_label("Company")).to_have_value("")
    row(other, FIRST).get_by_role("button", name=FIRST, exact=True).click()
    expect(other.locator('[data-message="second-follow-up"]')).to_be_visible()
    assert letters(other) == before
    assert other.locator("[name=id]").input_value() == interview_id
    context.close()


def test_another_interview_leaves_the_first_alone(page: Page, server: SiteServer) -> None:
    """Two interviews are kept side by side, and each opens as it was."""
    open_evening(page, server)
    write_down(page)
    kept(page).get_by_role("button", name="Start another interview").click()
    expect(page.get_by_label("Company")).to_have_value("")
    expect(page.locator(LETTER)).to_have_count(0)
    type_interview(page, {"company": "Quay Press", "role": "bookbinder"})
    expect(row(page, SECOND)).to_contain_text("Its date is still missing.")
    row(page, FIRST).get_by_role("button", name=FIRST, exact=True).click()
    expect(page.get_by_label("Company")).to_have_value("Harbour Street Clinic")
    row(page, SECOND).get_by_role("button", name=SECOND, exact=True).click()
    expect(page.get_by_label("Company")).to_have_value("Quay Press")


def test_an_interview_without_dates_says_what_is_missing(page: Page, server: SiteServer) -> None:
    """What was typed is not asked for again: once the date is there it is the time that is missing."""
    open_evening(page, server)
    type_interview(page, {"company": "Quay Press", "role": "bookbinder"})
    expect(row(page, SECOND)).to_contain_text("Its date is still missing.")
    page.get_by_label("Date of the interview").fill("2026-03-05")
    expect(row(page, SECOND)).to_contain_text("Its time is still missing.")


def test_the_second_visit_begins_with_what_is_due(page: Page, server: SiteServer) -> None:
    """Ten days later every page says what is due, and its link opens the letters; once sent, it is quiet."""
    open_evening(page, server)
    write_down(page)
    expect(row(page, FIRST)).to_contain_text("Thank-you: send within 20 hours.")
    row(page, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    expect(row(page, FIRST)).to_contain_text("Follow-up: on Thu 12 Mar")
    page.goto(server.url("thank-you/"))
    expect(page.locator("[data-due][data-known]")).to_be_attached()
    expect(page.locator("[data-due]")).to_be_hidden()
    page.clock.set_fixed_time("2026-03-15T18:00:00Z")
    page.goto(server.url(""))
    line = page.locator("[data-due]")
    expect(line).to_contain_text("Follow-up: send by Thu 19 Mar")
    line.get_by_role("link", name=FIRST).click()
    expect(page.locator('[data-message="follow-up"]')).to_be_visible(timeout=60_000)
    expect(page.get_by_label("Company")).to_have_value("Harbour Street Clinic")
    page.get_by_role("button", name="Mark as sent (Follow-up)", exact=True).click()
    expect(row(page, FIRST)).not_to_contain_text("Follow-up: send by")
    page.goto(server.url(""))
    expect(page.locator("[data-due][data-known]")).to_be_attached()
    expect(page.locator("[data-due]")).to_be_hidden()


@pytest.mark.parametrize(
    ("now", "words", "is_due"),
    [
        ("2026-03-05T18:00:00Z", "Thank-you: send within 20 hours.", True),
        ("2026-03-06T14:00:00Z", "Thank-you: send within the hour.", True),
        ("2026-03-07T18:00:00Z", "Thank-you: its time is over; send it all the same.", True),
        ("2026-03-10T18:00:00Z", "Thank-you: its time is over; send it all the same.", False),
        ("2026-03-12T08:00:00Z", "Follow-up: send by Thu 19 Mar.", True),
        ("2026-03-19T20:00:00Z", "Second follow-up: send by Thu 26 Mar.", True),
        ("2026-03-27T00:30:00Z", "Second follow-up: its days are over; let it go.", False),
    ],
)
def test_each_moment_has_its_words(
    page: Page, server: SiteServer, now: str, words: str, *, is_due: bool
) -> None:
    """The list says what counts at a moment, and the other pages only what may be sent then."""
    open_evening(page, server)
    write_down(page)
    page.clock.set_fixed_time(now)
    page.reload()
    expect(row(page, FIRST)).to_contain_text(words)
    page.goto(server.url(""))
    expect(page.locator("[data-due][data-known]")).to_be_attached()
    expect(page.locator("[data-due]")).to_be_visible(visible=is_due)


def test_an_answer_closes_an_interview(page: Page, server: SiteServer) -> None:
    """A reply or a rejection ends the reminding; the marks come off again."""
    open_evening(page, server)
    write_down(page)
    row(page, FIRST).get_by_text("What happened").click()
    row(page, FIRST).get_by_role("button", name="They said no").click()
    expect(row(page, FIRST)).to_contain_text("They said no. Nothing has to be sent.")
    page.reload()
    row(page, FIRST).get_by_text("What happened").click()
    row(page, FIRST).get_by_role("button", name="Open it again").click()
    expect(row(page, FIRST)).to_contain_text("Thank-you:")
    row(page, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    expect(row(page, FIRST)).to_contain_text("Follow-up: on Thu 12 Mar")
    row(page, FIRST).get_by_role("button", name="They said no").click()
    row(page, FIRST).get_by_role("button", name="Open it again").click()
    # What was sent before stays sent.
    expect(row(page, FIRST)).to_contain_text("Follow-up: on Thu 12 Mar")
    row(page, FIRST).get_by_role("button", name="Take the marks off").click()
    expect(row(page, FIRST)).to_contain_text("Thank-you:")


def test_what_was_sent_is_said_everywhere(page: Page, server: SiteServer) -> None:
    """A mark on the list is on the sheets and on the phone's bar too."""
    open_evening(page, server)
    write_down(page)
    expect(page.locator(LETTER)).to_contain_text("Send it now.")
    row(page, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    expect(page.locator(LETTER)).to_contain_text("You have sent this one.")
    expect(page.locator("[data-summary]")).to_have_text("Follow-up: on Thu 12 Mar.")
    page.get_by_role("button", name="Not sent after all (Thank-you)").click()
    expect(page.locator("[data-summary]")).to_contain_text("send by")
    row(page, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    row(page, FIRST).get_by_text("What happened").click()
    row(page, FIRST).get_by_role("button", name="They answered").click()
    expect(page.locator('[data-message="follow-up"]')).to_contain_text("They have answered")


def test_an_emptied_interview_is_gone_and_comes_back_whole(page: Page, server: SiteServer) -> None:
    """Emptied twice, it still comes back, with its letters as they were changed and its marks."""
    open_evening(page, server)
    write_down(page)
    edit_first_letter(page, "Dear Dana,\n\nMy own words.\n\nAmara Cole")
    row(page, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    expect(row(page, FIRST)).to_contain_text("Follow-up")
    page.get_by_role("button", name="Empty the form").click()
    expect(page.get_by_role("group", name="What is gone")).to_be_focused()
    expect(kept(page)).to_be_hidden()
    page.get_by_role("button", name="Empty the form").click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(LETTER)).to_contain_text("My own words.")
    expect(page.locator(LETTER)).to_contain_text("You have sent this one.")
    expect(row(page, FIRST)).to_contain_text("Follow-up")


def test_a_way_back_ends_when_another_interview_is_opened(page: Page, server: SiteServer) -> None:
    """What could be brought back belongs to one interview, and is never put over another."""
    open_evening(page, server)
    write_down(page)
    page.goto(server.url("write/#example=ward-nurse"))
    notice = page.get_by_role("group", name="About this form")
    expect(notice).to_contain_text("made up")
    row(page, FIRST).get_by_role("button", name=FIRST, exact=True).click()
    expect(page.get_by_label("Company")).to_have_value("Harbour Street Clinic")
    expect(notice).to_be_hidden()


def test_a_saved_file_brings_nothing_twice(page: Page, server: SiteServer, tmp_path: Path) -> None:
    """Chosen in the browser that saved it, a file says that all is here, and takes over only marks."""
    open_evening(page, server)
    write_down(page)
    page.get_by_text("Save, move or forget").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    saved = json.loads(path.read_text("utf-8"))
    saved["interviews"][0]["sent"] = {"thank-you": "2026-03-05T19:00:00Z"}
    del saved["interviews"][0]["interview"]["id"]
    saved["interviews"][0]["edits"] = [None]
    path.write_text(json.dumps(saved), encoding="utf-8")
    page.get_by_label("Bring back a saved file").set_input_files(path)
    expect(page.locator("[data-file-said]")).to_have_text("It was here already.")
    expect(kept(page).get_by_role("listitem")).to_have_count(1)
    expect(row(page, FIRST)).to_contain_text("Follow-up: on Thu 12 Mar")


@pytest.mark.console_errors
def test_what_cannot_be_kept_can_be_saved(page: Page, server: SiteServer, tmp_path: Path) -> None:
    """Where the browser keeps nothing, the file has what is in the form, and says that it has no more."""
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('denied') };")
    open_evening(page, server)
    type_interview(page, {"company": "Quay Press", "role": "bookbinder"})
    page.get_by_text("Save, move or forget").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    assert json.loads(path.read_text("utf-8"))["interviews"][0]["interview"]["company"] == "Quay Press"
    expect(page.locator("[data-failed]")).to_contain_text("The interview in the form is saved")
    page.get_by_role("button", name="Empty the form").click()
    expect(page.get_by_label("Company")).to_have_value("")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Company")).to_have_value("Quay Press")


@pytest.mark.console_errors
def test_a_storage_that_hangs_stops_nothing(page: Page, server: SiteServer) -> None:
    """Where the storage never answers, the page says that nothing is kept, writes, and empties the form."""
    page.add_init_script("IDBFactory.prototype.open = () => ({});")
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(page.locator(LETTER)).to_be_visible()
    expect(page.locator("[data-denied]")).to_be_visible(timeout=10_000)
    page.get_by_role("button", name="Empty the form").click()
    expect(page.get_by_label("Company")).to_have_value("")
    expect(page.get_by_role("group", name="What is gone")).to_be_visible()


@pytest.mark.console_errors
def test_an_example_does_not_cost_what_cannot_be_kept(page: Page, server: SiteServer) -> None:
    """Where there is no room, an example does not take the place of what was typed."""
    page.add_init_script(
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') };"
    )
    open_page(page, server)
    type_interview(page, {"company": "Quay Press"})
    page.goto(server.url("write/#example=ward-nurse"))
    expect(page.locator("[data-failed]")).to_contain_text("cannot keep the interview that is in the form")
    expect(page.get_by_label("Company")).to_have_value("Quay Press")


@pytest.mark.console_errors
def test_nothing_of_the_former_interview_stays_without_python(page: Page, server: SiteServer) -> None:
    """When Python is gone and another interview begins, no letter or date of the first is left beside it."""
    open_evening(page, server)
    write_down(page)
    page.context.route("**/worker.js", lambda route: route.abort())
    page.locator("[data-try-again]").evaluate("button => button.click()")
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("did not arrive", timeout=30_000)
    kept(page).get_by_role("button", name="Start another interview").click()
    expect(page.locator("[data-message]")).to_have_count(0)
    expect(page.locator("[data-steps]")).to_be_hidden()
    expect(page.locator("[data-calendar]")).to_be_hidden()


def test_a_link_to_an_interview_works_on_the_open_page(page: Page, server: SiteServer) -> None:
    """The reminder's link, followed where the page is open already, opens its interview."""
    open_evening(page, server)
    write_down(page)
    interview_id = page.locator("[name=id]").input_value()
    kept(page).get_by_role("button", name="Start another interview").click()
    expect(page.get_by_label("Company")).to_have_value("")
    page.evaluate("id => { location.hash = `#interview=${id}`; }", interview_id)
    expect(page.get_by_label("Company")).to_have_value("Harbour Street Clinic")


def test_everything_is_forgotten_and_brought_back(browser: Browser, server: SiteServer) -> None:
    """“Forget everything” leaves nothing that was typed, in no tab; until the page is left it comes back."""
    context = browser.new_context()
    page, other = open_in_two_tabs(context, server)
    expect(other.get_by_label("Company")).to_have_value("Harbour Street Clinic")
    page.get_by_text("Save, move or forget").click()
    page.get_by_role("button", name="Forget everything").click()
    expect(page.get_by_role("group", name="What is gone")).to_be_focused()
    expect(page.get_by_label("Company")).to_have_value("")
    expect(other.get_by_label("Company")).to_have_value("")
    for tab in (page, other):
        assert "Harbour" not in everything_stored(tab)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Company")).to_have_value("Harbour Street Clinic")
    expect(row(page, FIRST)).to_be_visible()
    context.close()


def test_a_file_takes_interviews_to_another_browser(
    page: Page, browser: Browser, server: SiteServer, tmp_path: Path
) -> None:
    """What is saved as a file is there in another browser, edits and marks included, and only once."""
    open_evening(page, server)
    write_down(page)
    edit_first_letter(page, "Dear Dana,\n\nMy own words.\n\nAmara Cole")
    row(page, FIRST).get_by_role("button", name="Mark the thank-you as sent").click()
    expect(row(page, FIRST)).to_contain_text("Follow-up")
    page.get_by_text("Save, move or forget").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    saved = json.loads(path.read_text("utf-8"))
    assert saved["interviews"][0]["interview"]["interviewers"][0]["name"] == "Dana Whitfield"
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    other = context.new_page()
    open_evening(other, server)
    other.get_by_text("Save, move or forget").click()
    chooser = other.get_by_label("Bring back a saved file")
    chooser.set_input_files(path)
    expect(other.locator("[data-file-said]")).to_contain_text("1 interview is back.")
    chooser.set_input_files(path)
    expect(other.locator("[data-file-said]")).to_contain_text("It was here already.")
    expect(row(other, FIRST)).to_contain_text("Follow-up")
    row(other, FIRST).get_by_role("button", name=FIRST, exact=True).click()
    expect(other.locator(LETTER)).to_contain_text("My own words.")
    context.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not a file with interviews"),
        ("[]", "not a file with interviews"),
        ('{"format": "after-the-interview", "version": 1, "interviews": [7]}', "not a file with interviews"),
        ('{"format": "after-the-interview", "version": 2, "interviews": []}', "newer version"),
        ('{"company": "Acme", "salary": "1"}', "“salary”"),
        (json.dumps({"company": "x" * 30_000}), "too long"),
    ],
)
def test_a_bad_file_is_refused(page: Page, server: SiteServer, content: str, message: str) -> None:
    """A file that is damaged, newer or not ours brings nothing, and the message says what to do."""
    open_evening(page, server)
    page.get_by_text("Save, move or forget").click()
    page.get_by_label("Bring back a saved file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content.encode()}
    )
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(message)
    assert kept(page).get_by_role("listitem").count() == 0


def test_an_interview_document_is_a_file_too(page: Page, server: SiteServer) -> None:
    """The document that the command reads opens as an interview."""
    document = {"your_name": "Amara Cole", "company": "Quay Press", "role": "bookbinder", "minutes": 45}
    open_evening(page, server)
    page.get_by_text("Save, move or forget").click()
    page.get_by_label("Bring back a saved file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}
    )
    row(page, SECOND).get_by_role("button", name=SECOND, exact=True).click()
    expect(page.get_by_label("Your name")).to_have_value("Amara Cole")


@pytest.mark.console_errors
def test_denied_storage_is_said(page: Page, server: SiteServer) -> None:
    """Where the browser keeps nothing, the page says so plainly and writes the letters all the same."""
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('denied') };")
    open_evening(page, server)
    expect(page.locator("[data-denied]")).to_contain_text("does not let the page keep anything")
    # At the bottom of the screen too, wherever the form is scrolled to.
    expect(page.locator("[data-failed]")).to_contain_text("does not let the page keep anything")
    expect(page.get_by_text("This browser keeps nothing of what you type.")).to_be_visible()
    expect(page.get_by_text("What you type is kept in this browser only")).to_be_hidden()
    type_interview(page, INTERVIEW)
    expect(page.locator(LETTER)).to_be_visible()


@pytest.mark.console_errors
def test_full_storage_is_said(page: Page, server: SiteServer) -> None:
    """Where there is no room, the page says so once it tries, and what was typed stays in the form."""
    page.add_init_script(
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') };"
    )
    open_page(page, server)
    expect(page.locator("[data-denied]")).to_be_hidden()
    type_interview(page, {"company": "Quay Press"})
    expect(page.locator("[data-denied]")).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Quay Press")


def test_damaged_storage_is_left_alone(page: Page, server: SiteServer) -> None:
    """What is no interview is not shown, and does not hide the others."""
    open_evening(page, server)
    write_down(page)
    damage(page, {"junk": 7, "half": {"version": 1, "id": "half"}, "new": {"version": 99}})
    page.reload()
    expect(row(page, FIRST)).to_be_visible()
    assert kept(page).get_by_role("listitem").count() == 1


def test_two_tabs_lose_nothing(browser: Browser, server: SiteServer) -> None:
    """An interview typed in two tabs at once is kept twice rather than half."""
    context = browser.new_context()
    page, other = open_in_two_tabs(context, server)
    expect(other.locator(LETTER)).to_be_visible()
    other.get_by_label("Company").fill("Harbour Street Hospital")
    expect(row(other, "Harbour Street Hospital, ward nurse")).to_be_visible()
    page.get_by_label("Role").fill("senior ward nurse")
    expect(page.get_by_role("group", name="About this form")).to_contain_text("Another tab has changed")
    expect(row(page, "Harbour Street Hospital, ward nurse")).to_be_visible()
    expect(row(page, "Harbour Street Clinic, senior ward nurse")).to_be_visible()
    context.close()


def test_a_page_that_is_left_while_it_keeps_is_no_other_tab(page: Page, server: SiteServer) -> None:
    """What the page had kept when it was left, before it could hear of that, is its own after a reload."""
    open_evening(page, server)
    write_down(page)
    interview_id = page.locator("[name=id]").input_value()
    page.evaluate("Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set() {} })")
    page.get_by_label("Role", exact=True).fill("matron")
    page.wait_for_function("() => new Promise((done) => setTimeout(done, 700, true))")
    assert "matron" in everything_stored(page)
    page.reload()
    page.get_by_label("Company").fill("Quay Press")
    expect(row(page, "Quay Press, matron")).to_be_visible()
    expect(kept(page).get_by_role("listitem")).to_have_count(1)
    assert page.locator("[name=id]").input_value() == interview_id


def test_a_link_to_an_interview_that_is_elsewhere(page: Page, server: SiteServer) -> None:
    """The reminder's link, opened in another browser, says where the interview is."""
    page.goto(server.url("write/#interview=abc"))
    expect(page.get_by_role("group", name="About this form")).to_contain_text("not in this browser")
    assert page.url == server.url("write/")


def edit_first_letter(page: Page, body: str) -> None:
    """Put other words into the first letter."""
    sheet = page.locator(LETTER)
    sheet.get_by_role("button", name=re.compile("^Edit ")).click()
    sheet.get_by_label("Letter", exact=True).fill(body)
    sheet.get_by_role("button", name="Done").click()


def everything_stored(page: Page) -> str:
    """Return all that the site keeps for the person, as text."""
    text: Any = page.evaluate(
        """async () => {
            const kept = [{ ...localStorage }, { ...sessionStorage }];
            const opening = indexedDB.open("after-the-interview");
            const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
            if (db.objectStoreNames.length) {
                const asked = db.transaction("interviews").objectStore("interviews").getAll();
                kept.push(await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result))));
            }
            db.close();
            return JSON.stringify(kept);
        }"""
    )
    return str(text)


def damage(page: Page, left: dict[str, object]) -> None:
    """Put things into the storage that this page did not put there."""
    page.evaluate(
        """async (left) => {
            const opening = indexedDB.open("after-the-interview");
            const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
            const writing = db.transaction("interviews", "readwrite");
            for (const [key, value] of Object.entries(left)) {
                writing.objectStore("interviews").put(value, key);
            }
            await new Promise((resolve) => (writing.oncomplete = resolve));
            db.close();
        }""",
        left,
    )
