"""Letters edited on their sheets: what a person wrote stays, is reviewed and goes where the letter goes."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, downloaded, open_page, person, type_interview

EDIT = re.compile("^Edit ")
OWN = "Dear Dana,\n\nThank you for showing me round. I am writing to express my gratitude.\n\nAmara Cole"


def sheet(page: Page, message: str = "thank-you-1") -> Locator:
    """Return a letter's sheet."""
    return page.locator(f'[data-message="{message}"]')


def body(page: Page, message: str = "thank-you-1") -> Locator:
    """Return a letter's text."""
    return sheet(page, message).locator('[data-part="body"]')


def edit(page: Page, text: str) -> None:
    """Open the first letter's boxes and type other words."""
    sheet(page).get_by_role("button", name=EDIT).click()
    sheet(page).get_by_label("Letter", exact=True).fill(text)


@pytest.fixture
def written(page: Page, server: SiteServer) -> Page:
    """Return the page with an interview and its letters."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    expect(sheet(page, "second-follow-up")).to_be_visible()
    return page


def test_an_edit_is_reviewed_as_it_is_typed(written: Page) -> None:
    """What is found in the person's words stands below them and is marked in them."""
    expect(sheet(written).get_by_role("list", name="To mend").get_by_role("listitem")).to_have_count(0)
    edit(written, OWN)
    found = sheet(written).get_by_role("list", name="To mend")
    found.get_by_role("button", name="writing to express").click()
    selected = (
        "(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))"
        "(document.activeElement)"
    )
    assert "writing to express" in written.evaluate(selected)
    sheet(written).get_by_role("button", name="Done").click()
    assert body(written).text_content() == OWN
    expect(body(written).locator("mark").first).to_be_visible()


def test_an_edit_outlives_the_form_and_a_reload(written: Page) -> None:
    """A later change of the form never destroys an edit: both are shown, and the person chooses."""
    edit(written, OWN)
    sheet(written).get_by_role("button", name="Done").click()
    written.get_by_label("What you are thankful for", exact=False).fill("the tour of the new wing")
    choice = sheet(written).get_by_role("group", name="Your version and the form")
    expect(choice).to_be_visible()
    assert body(written).text_content() == OWN
    choice.get_by_text("Read the new letter").click()
    expect(choice).to_contain_text("the tour of the new wing")
    written.reload()
    expect(sheet(written)).to_be_visible(timeout=60_000)
    assert body(written).text_content() == OWN
    choice.get_by_role("button", name="Keep my version").click()
    expect(choice).to_be_hidden()
    assert body(written).text_content() == OWN
    sheet(written).get_by_role("button", name="Go back to the letter as it was written").click()
    expect(body(written)).to_contain_text("the tour of the new wing")
    sheet(written).get_by_role("button", name="Bring my version back").click()
    assert body(written).text_content() == OWN


@pytest.mark.console_errors
def test_an_edit_does_not_wait_for_python(written: Page) -> None:
    """Where Python does not come, the person's own words are on the page all the same, and can be copied."""
    edit(written, OWN)
    written.context.route("**/assets/runtime/**", lambda route: route.abort())
    written.reload()
    expect(written.get_by_role("button", name="Try again")).to_be_visible(timeout=60_000)
    own = written.get_by_role("article").filter(has_text="Your own letter to Dana Whitfield").last
    expect(own).to_contain_text("What you wrote is here without them.")
    assert own.locator('[data-part="body"]').text_content() == OWN
    expect(own.get_by_role("button", name="Copy letter")).to_be_visible()
    written.context.unroute("**/assets/runtime/**")
    written.get_by_role("button", name="Try again").click()
    expect(sheet(written)).to_be_visible(timeout=60_000)
    expect(own).to_be_hidden()
    assert body(written).text_content() == OWN


def test_a_reply_follows_the_subject(written: Page) -> None:
    """The follow-ups have the subject that the thank-you was given, after a reload too, till it is undone."""
    replies = [
        sheet(written, one).locator('[data-part="subject"]') for one in ("follow-up", "second-follow-up")
    ]
    decides = sheet(written, "thank-you-2")
    decides.get_by_role("button", name=EDIT).click()
    subject = decides.get_by_label("Subject", exact=True)
    former = subject.input_value()
    subject.fill("Thank you for Thursday: ward nurse")
    for reply in replies:
        expect(reply).to_have_text("Re: Thank you for Thursday: ward nurse")
    written.reload()
    for reply in replies:
        expect(reply).to_have_text("Re: Thank you for Thursday: ward nurse", timeout=60_000)
    # What they ask for weeks later has no thank-you beside it.
    situation = written.locator("[name=situation]")
    former_situation = situation.input_value()
    situation.select_option("rejection")
    answer = sheet(written, "rejection-reply").locator('[data-part="subject"]')
    expect(answer).to_have_text("Re: Thank you for Thursday: ward nurse")
    situation.select_option(former_situation)
    decides.get_by_role("button", name=EDIT).click()
    subject.fill(former)
    for reply in replies:
        expect(reply).to_have_text(f"Re: {former}")


def test_an_edited_reply_follows_the_subject_too(written: Page) -> None:
    """Whoever changed a follow-up's words and not its subject is not asked: the subject follows."""
    reply = sheet(written, "follow-up")
    reply.get_by_role("button", name=EDIT).click()
    reply.get_by_label("Letter", exact=True).fill(OWN)
    decides = sheet(written, "thank-you-2")
    decides.get_by_role("button", name=EDIT).click()
    decides.get_by_label("Subject", exact=True).fill("Thank you for Thursday: ward nurse")
    expect(reply.locator('[data-part="subject"]')).to_have_text("Re: Thank you for Thursday: ward nurse")
    expect(reply.get_by_label("Subject", exact=True)).to_have_value("Re: Thank you for Thursday: ward nurse")
    expect(reply.locator("[data-behind]")).to_be_hidden()
    assert body(written, "follow-up").text_content() == OWN
    # A subject of one's own stays.
    reply.get_by_label("Subject", exact=True).fill("Re: Thursday")
    decides.get_by_label("Subject", exact=True).fill("Thank you: ward nurse")
    expect(reply.locator("[data-behind]")).to_be_visible()
    expect(reply.locator('[data-part="subject"]')).to_have_text("Re: Thursday")


def test_what_is_typed_and_taken_back_is_no_edit(written: Page) -> None:
    """Whoever changes nothing in the end has no version of their own."""
    letter = body(written).text_content() or ""
    edit(written, f"{letter}x")
    expect(sheet(written)).to_contain_text("These are your own words.")
    sheet(written).get_by_label("Letter", exact=True).fill(letter)
    expect(sheet(written).locator("[data-edited]")).to_be_hidden()


def test_an_empty_letter_goes_nowhere(written: Page) -> None:
    """A letter without words has no mail link, and says why."""
    edit(written, " ")
    expect(sheet(written).get_by_text("This letter is empty.")).to_be_visible()
    expect(sheet(written).get_by_role("link", name="Open in mail program")).to_be_hidden()


def test_an_edit_stays_in_sight_without_its_letter(written: Page) -> None:
    """While the form lacks what every letter needs, the person's own words are on the page."""
    edit(written, OWN)
    written.get_by_label("Role", exact=True).fill("")
    expect(written.get_by_role("heading", name="Your own letter to Dana Whitfield")).to_be_visible()
    written.get_by_label("Role", exact=True).fill("ward nurse")
    expect(sheet(written)).to_be_visible()
    assert body(written).text_content() == OWN


def test_an_edit_follows_its_person(written: Page) -> None:
    """When somebody before them leaves the form, the words stay with the person they were written to."""
    second = sheet(written, "thank-you-2")
    second.get_by_role("button", name=EDIT).click()
    second.get_by_label("Letter", exact=True).fill("Dear Dr de la Cruz,\n\nMine.\n\nAmara Cole")
    person(written, 1).get_by_role("button", name="Remove person 1").click()
    expect(body(written, "thank-you-1")).to_contain_text("Mine.")
    person(written, 1).get_by_label("Their name").fill("Somebody Else")
    person(written, 1).get_by_label("Their name").fill("Dr Ana Cruz")
    expect(body(written, "thank-you-1")).to_contain_text("Mine.")


def test_an_edit_without_its_person_is_not_thrown_away(written: Page) -> None:
    """A letter to somebody who left the form is shown until it is thrown away."""
    second = sheet(written, "thank-you-2")
    second.get_by_role("button", name=EDIT).click()
    second.get_by_label("Letter", exact=True).fill("Dear Dr de la Cruz,\n\nMine.\n\nAmara Cole")
    person(written, 2).get_by_role("button", name="Remove person 2").click()
    lost = written.get_by_role("article").filter(has_text="Your own letter to").last
    expect(lost).to_contain_text("Mine.")
    lost.get_by_role("button", name="Throw it away").click()
    expect(lost).not_to_contain_text("Mine.")
    written.get_by_role("button", name="Bring it back (the letter to Dr Ana de la Cruz)").click()
    expect(written.get_by_role("article").filter(has_text="Your own letter to").last).to_contain_text("Mine.")


def test_an_edit_never_goes_to_who_comes_after(written: Page) -> None:
    """Somebody new in a place that was left gets a letter of their own; who left comes back with theirs."""
    second = sheet(written, "thank-you-2")
    second.get_by_role("button", name=EDIT).click()
    second.get_by_label("Letter", exact=True).fill("Dear Dr de la Cruz,\n\nMine.\n\nAmara Cole")
    person(written, 2).get_by_role("button", name="Remove person 2").click()
    expect(written.get_by_role("article").filter(has_text="Your own letter to").last).to_contain_text("Mine.")
    written.get_by_role("button", name="Add another person").click()
    person(written, 2).get_by_label("Their name").fill("Wen Li")
    expect(body(written, "thank-you-2")).to_contain_text("Dear Wen")
    expect(body(written, "thank-you-2")).not_to_contain_text("Mine.")
    written.get_by_role("button", name="Bring this person back").click()
    expect(person(written, 2).get_by_label("Their name")).to_have_value("Dr Ana de la Cruz")
    expect(body(written, "thank-you-2")).to_contain_text("Mine.")


def test_an_edit_goes_wherever_the_letter_goes(written: Page) -> None:
    """Clipboard, mail link, draft file, web mail and reminder carry the person's words."""
    written.context.grant_permissions(["clipboard-read", "clipboard-write"])
    edit(written, OWN)
    sheet(written).get_by_role("button", name="Done").click()
    sheet(written).get_by_role("button", name="Copy both").click()
    said = "The letter with its subject “Thank-you to Dana Whitfield” is copied."
    expect(written.get_by_role("status")).to_have_text(said)
    copied = str(written.evaluate("navigator.clipboard.readText()"))
    assert copied.endswith(OWN)
    assert copied.startswith("Thank you")
    expect(sheet(written).get_by_role("link", name="Open in mail program")).to_have_attribute(
        "href", re_words("showing%20me%20round.%20I%20am%20writing%20to%20express")
    )
    sheet(written).get_by_text("Other ways to send it").click()
    expect(sheet(written)).to_contain_text("Google or Microsoft receive the whole letter")
    expect(sheet(written).get_by_role("link", name="Open in Gmail")).to_have_attribute(
        "href", re_words("mail.google.com.*writing%20to%20express")
    )
    with written.expect_download() as download:
        sheet(written).get_by_role("button", name="Save as a draft file").click()
    assert download.value.suggested_filename == "thank-you-1.eml"
    assert "writing to express" in download.value.path().read_text("utf-8").replace("=\r\n", "").replace(
        "\n", " "
    )
    calendar = downloaded(written, "reminders.ics").decode().replace("\r\n ", "")
    assert "writing to express" in calendar
    assert f"write/#interview={written.locator('[name=id]').input_value()}" in calendar


def test_discreet_reminders_have_no_way_back(written: Page) -> None:
    """A discreet reminder names neither the letter nor this site."""
    written.get_by_label("Discreet reminders").check()
    expect(written.locator("[data-calendar]")).to_be_visible()
    assert "#interview=" not in downloaded(written, "reminders.ics").decode().replace("\r\n ", "")


def test_the_calendar_is_chosen(written: Page) -> None:
    """For a calendar that takes one event a file those come first, with one line on what will not work."""
    kind = written.get_by_label("Your calendar", exact=True)
    kind.select_option("Outlook")
    expect(written.locator("[data-calendar-notes]")).to_contain_text("one at a time")
    files = written.locator("[data-calendar] a[download]")
    assert files.first.get_attribute("download") == "thank-you.ics"
    kind.select_option("Google Calendar")
    expect(written.locator("[data-calendar-notes]")).to_contain_text("drops the alarm")
    assert files.first.get_attribute("download") == "reminders.ics"
    written.reload()
    expect(written.get_by_label("Your calendar", exact=True)).to_have_value("google")


def re_words(pattern: str) -> re.Pattern[str]:
    """Return a pattern for an attribute."""
    return re.compile(pattern)
