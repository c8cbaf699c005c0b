"""Check a draft: paste it, see what to mend in the text and beside it."""

import json
import re
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, open_page, person, type_interview, wait_for_mark, wait_until
from tests.browser.test_runtime import before_the_worker

pytestmark = pytest.mark.browser

THIN: Final = "Dear Helen,\n\nThank you for your time.\n\nAmara Osei\n"
# Two of a draft's findings as Python sends them, whatever the rules are: spans are in characters of the body.
OWN_FINDINGS: Final = """
const send = self.postMessage.bind(self);
self.postMessage = (message, ...rest) => {
  if (typeof message?.value === "string") {
    const answer = JSON.parse(message.value);
    if (answer.result?.words) answer.result.findings = FINDINGS;
    message = { ...message, value: JSON.stringify(answer) };
  }
  send(message, ...rest);
};
"""


def with_findings(page: Page, *findings: dict[str, Any]) -> None:
    """Let each draft that is not empty have these findings."""
    before_the_worker(page, OWN_FINDINGS.replace("FINDINGS", json.dumps(findings)))


def finding(message: str, start: int, end: int, level: str = "should") -> dict[str, Any]:
    """Return a finding about some words of the body."""
    return {
        "check": "own-words",
        "level": level,
        "message": message,
        "guide": "thank-you/#own-words",
        "span": [start, end],
    }


def open_check(page: Page, server: SiteServer) -> Locator:
    """Open the checking page, wait for Python, and return the draft's box."""
    page.goto(server.url("check/"))
    wait_for_mark(page, "runtime-ready")
    expect(page.locator("[data-starting]")).to_be_hidden()
    return page.get_by_label("Your draft", exact=True)


def review(page: Page) -> Locator:
    """Return the part of the page that holds the review."""
    return page.get_by_role("region", name="What to mend")


def selected(draft: Locator) -> str:
    """Return what is selected in the draft."""
    text: str = draft.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    return text


def test_a_draft_is_checked_as_it_is_typed(page: Page, server: SiteServer) -> None:
    """Each key asks Python anew: findings come, with a level in words and a reason in the guide, and go."""
    draft = open_check(page, server)
    expect(review(page).get_by_text("Paste a draft, or begin to type one.")).to_be_visible()
    draft.press_sequentially(THIN)
    short = review(page).get_by_role("listitem").filter(has_text="Say a little more")
    expect(short).to_contain_text("Better:")
    expect(short).to_contain_text("it has 9.")
    expect(short.get_by_role("link", name="Why")).to_have_attribute(
        "href", server.url("thank-you/#thank-you-length")
    )
    expect(review(page).get_by_text("9 words")).to_be_visible()
    expect(review(page).get_by_text("Paste a draft, or begin to type one.")).to_be_hidden()
    draft.press_sequentially("\nand more")
    expect(review(page).get_by_text("11 words")).to_be_visible()
    draft.fill("")
    expect(review(page).get_by_text("Paste a draft, or begin to type one.")).to_be_visible()
    expect(review(page).get_by_role("listitem").filter(has_text="Say a little more")).to_have_count(0)


def test_the_kind_decides_the_rules(page: Page, server: SiteServer) -> None:
    """A follow-up is held against the follow-up's page."""
    draft = open_check(page, server)
    draft.fill(THIN)
    expect(review(page).get_by_role("link", name="Why").first).to_have_attribute(
        "href", re.compile("thank-you/#")
    )
    page.get_by_role("group", name="What it is").get_by_role("radio", name="Follow-up email").check()
    expect(review(page).locator('a[href*="thank-you/#thank-you-length"]')).to_have_count(0)
    expect(review(page).locator('a[href*="follow-up/#"]').first).to_be_visible()


def test_a_finding_leads_to_its_words(page: Page, server: SiteServer) -> None:
    """The words are selected where they stand, behind a subject line and characters of two units each."""
    body = "Dear Helen 👩🏽‍⚕️,\n\nI am 😀 writing to express my thanks.\n\nAmara"
    start = body.index("writing")
    with_findings(page, finding("Say it plainly.", start, start + len("writing to express")))
    draft = open_check(page, server)
    draft.fill(f"To: 😀\nSubject: Thank you 🎉\n\n{body}")
    note = review(page).get_by_role("listitem").filter(has_text="Say it plainly.")
    expect(review(page).locator("mark")).to_have_text("writing to express")
    note.get_by_role("button", name="“writing to express”").click()
    expect(draft).to_be_focused()
    assert selected(draft) == "writing to express"
    # By hand, too: a click on the marked words goes the same way.
    page.get_by_role("heading", name="What to mend").click()
    draft.evaluate("area => area.setSelectionRange(0, 0)")
    review(page).locator("mark").click()
    assert selected(draft) == "writing to express"


def test_words_far_down_come_into_view(page: Page, server: SiteServer) -> None:
    """In a long letter the page goes to the words, not only the focus."""
    body = "Dear Helen,\n\n" + "One more line.\n\n" * 80 + "The last words."
    with_findings(page, finding("Not these.", len(body) - 11, len(body) - 1))
    draft = open_check(page, server)
    draft.fill(body)
    page.evaluate("scrollTo(0, 0)")
    review(page).get_by_role("button", name="last words").click()
    assert selected(draft) == "last words"
    caret = "area => area.getBoundingClientRect().bottom - area.scrollTop"
    assert 0 < draft.evaluate(caret) <= page.evaluate("innerHeight")


def test_spans_may_overlap(page: Page, server: SiteServer) -> None:
    """Words under two findings are marked once, lead to both, and the letter's text stays as it is."""
    body = "I am writing to express my sincere gratitude."
    with_findings(
        page,
        finding("The first.", 5, 26),
        finding("The second.", 16, 44, level="must"),
        finding("The third.", 16, 26),
    )
    draft = open_check(page, server)
    draft.fill(body)
    marks = review(page).locator("mark")
    expect(marks).to_have_text(["writing to ", "express my", " sincere gratitude"])
    text = review(page).get_by_role("group", name="Your letter, marked").locator("p")
    text.evaluate("p => p.querySelectorAll('sup').forEach((number) => number.remove())")
    expect(text).to_have_text(body)
    for message, words in (("first", body[5:26]), ("second", body[16:44]), ("third", body[16:26])):
        note = review(page).get_by_role("listitem").filter(has_text=f"The {message}.")
        expect(note).to_contain_text("Mend:" if message == "second" else "Better:")
        note.get_by_role("button").click()
        assert selected(draft) == words


def test_a_number_stands_once_behind_its_words(page: Page, server: SiteServer) -> None:
    """The sheet shows a finding's number itself; the writing page's own numbers do not reach it."""
    with_findings(page, finding("Say more.", 0, 5))
    draft = open_check(page, server)
    draft.fill("Thank you.")
    mark = page.locator("mark").first
    expect(mark).to_have_text("Thank")
    assert mark.evaluate("mark => getComputedStyle(mark, '::after').content") == "none"
    assert mark.evaluate("mark => mark.nextElementSibling.textContent") == "1"


def test_markup_stays_text(page: Page, server: SiteServer) -> None:
    """What looks like HTML in a draft is shown as it was typed."""
    draft = open_check(page, server)
    draft.fill("<img src=x onerror=alert(1)> <b>bold</b>")
    letter = review(page).get_by_role("paragraph").filter(has_text="<b>bold</b>")
    expect(letter).to_be_visible()
    expect(letter).to_contain_text("<img src=x onerror=alert(1)>")
    assert review(page).locator("img, b").count() == 0


def test_the_summary_is_read_out_once(page: Page, server: SiteServer) -> None:
    """A live region says the new summary when the person pauses, and not again while it stays the same."""
    draft = open_check(page, server)
    status = page.get_by_role("status")
    page.evaluate("""() => {
        window.said = [];
        const status = document.querySelector('[role=status]');
        new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true});
    }""")
    draft.press_sequentially(THIN, delay=5)
    expect(status).to_contain_text("consider", timeout=5000)
    draft.press_sequentially("and so on", delay=5)
    page.wait_for_timeout(2000)
    assert len(page.evaluate("said")) == len(set(page.evaluate("said"))) <= 2


def test_a_letter_comes_along_from_the_writing_page(page: Page, server: SiteServer) -> None:
    """“Check in detail” brings letter, kind and interview, which can be let go; the letter stays nowhere."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    sheet = page.locator('[data-message="follow-up"]')
    body = sheet.locator('[data-part="body"]').text_content()
    subject = sheet.locator('[data-part="subject"]').text_content()
    title = sheet.get_by_role("heading").text_content()
    sheet.get_by_role("button", name="Check in detail").click()
    page.wait_for_url(server.url("check/"))
    draft = page.get_by_label("Your draft", exact=True)
    expect(draft).to_have_value(f"Subject: {subject}\n\n{body}")
    expect(page.get_by_role("radio", name="Follow-up email")).to_be_checked()
    whose = page.get_by_role("group", name="Whose letter this is")
    expect(whose).to_contain_text(f"{title}, Harbour Street Clinic")
    wait_for_mark(page, "runtime-ready")
    stored = page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]")
    assert not [key for key in stored if "letter" in key]
    whose.get_by_role("button", name="Check without the interview").click()
    expect(whose).to_be_hidden()
    expect(draft).to_be_focused()
    expect(draft).to_have_value(f"Subject: {subject}\n\n{body}")


def test_the_writing_page_is_still_filled_on_the_way_back(page: Page, server: SiteServer) -> None:
    """The Back button leads to the form as it was, loaded anew, and to a Python that answers."""
    open_page(page, server)
    type_interview(page, INTERVIEW)
    page.locator('[data-message="thank-you-1"]').get_by_role("button", name="Check in detail").click()
    page.wait_for_url(server.url("check/"))
    page.go_back(wait_until="commit")
    expect(page.get_by_label("Company")).to_have_value("Harbour Street Clinic")
    expect(person(page, 2).get_by_label("Their name")).to_have_value("Dr Ana de la Cruz")
    page.get_by_label("Your name", exact=True).fill("Amara Okafor")
    expect(page.locator('[data-message="follow-up"]')).to_contain_text("Amara Okafor", timeout=60_000)


def test_nothing_typed_is_stored_or_sent(page: Page, server: SiteServer) -> None:
    """A draft is in no storage, in no address and in no request."""
    draft = open_check(page, server)
    server.paths.clear()
    draft.fill("Dear Xanthippe,\n\nThank you.")
    expect(review(page).get_by_role("listitem").first).to_be_visible()
    draft.press("Enter")
    page.get_by_role("radio", name="Thank-you email").press("Enter")
    assert server.paths == []
    assert page.url == server.url("check/")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "Xanthippe" not in stored


def test_copy_takes_the_draft(page: Page, server: SiteServer) -> None:
    """Copy puts the whole draft on the clipboard, or only the body of one with a subject line."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    draft = open_check(page, server)
    draft.fill(f"Subject: Thank you\n\n{THIN}")
    page.get_by_role("button", name="Copy the letter").click()
    expect(page.get_by_role("status")).to_have_text("The letter is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"Subject: Thank you\n\n{THIN}"
    page.get_by_role("button", name="Copy without the subject").click()
    wait_until(page, "async (text) => (await navigator.clipboard.readText()) === text", THIN)
    draft.fill(THIN)
    expect(page.get_by_role("button", name="Copy without the subject")).to_be_hidden()


@pytest.mark.console_errors
def test_a_blocked_runtime_is_said_and_tried_again(page: Page, server: SiteServer) -> None:
    """A start that fails says why and keeps the draft; trying again reads it."""
    server.block("python.bin")
    page.goto(server.url("check/"))
    draft = page.get_by_label("Your draft", exact=True)
    draft.fill(THIN)
    failure = page.get_by_role("alert")
    expect(failure.get_by_text("did not arrive")).to_be_visible(timeout=25_000)
    expect(failure.get_by_role("link", name="the five checks before you send")).to_be_visible()
    expect(page.get_by_role("button", name="Try it with a weak draft")).to_be_hidden()
    server.reset()
    failure.get_by_role("button", name="Try again").click()
    wait_for_mark(page, "runtime-ready")
    expect(failure).to_be_hidden()
    expect(draft).to_have_value(THIN)
    expect(review(page).get_by_role("listitem").filter(has_text="Say a little more")).to_be_visible()


def test_marks_tell_the_start_of_the_check(page: Page, server: SiteServer) -> None:
    """The User Timing marks come in the order of the start."""
    open_check(page, server)
    times = page.evaluate(
        """() => ["runtime-start", "check-shown", "runtime-ready"].map(
            (name) => performance.getEntriesByName(name)[0].startTime)"""
    )
    assert times == sorted(times)


def test_an_example_shows_what_the_page_does(page: Page, server: SiteServer) -> None:
    """A person without a draft can try a weak one."""
    draft = open_check(page, server)
    page.get_by_role("button", name="Try it with a weak draft").click()
    expect(draft).to_have_value(re.compile("^Subject: Following up\n\nDear Helen,"))
    expect(draft).to_be_focused()
    expect(review(page).get_by_role("group", name="Your letter, marked")).to_contain_text("[role]")


def test_without_javascript_the_page_points_to_the_guide(browser: Browser, server: SiteServer) -> None:
    """Without JavaScript there is a way to check by hand, and nothing to press that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url("check/"))
    expect(page.get_by_text("This page needs JavaScript to read your draft")).to_be_visible()
    link = page.get_by_role("link", name="the five checks before you send")
    expect(link).to_have_attribute("href", re.compile("thank-you/#before-you-send$"))
    main = page.get_by_role("main")
    expect(main.get_by_role("button").or_(main.get_by_role("radio"))).to_have_count(0)
    expect(main.get_by_role("textbox")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_narrow_screen_holds_it_all(browser: Browser, server: SiteServer, width: int) -> None:
    """On a phone, at twice the text's size too, nothing runs off the side; the bar leads to the review."""
    context = browser.new_context(viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    draft = open_check(page, server)
    draft.fill("Subject: Thank you\n\nDear Helen,\n\n" + "averyveryverylongwordwithoutanyend" * 4)
    expect(page.locator("[data-bar-words]")).to_contain_text("words")
    page.get_by_role("link", name="Read", exact=True).click()
    expect(page.get_by_role("heading", name="What to mend")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The site's header has a width of its own to keep.
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    edges = "parts => parts.map((part) => part.getBoundingClientRect().right)"
    assert max(page.locator(".desk__form *, .desk__letters *:visible").evaluate_all(edges)) <= width
    context.close()
