"""The date calculator: it says what the table beside it says, and what the schedule says on any other day."""

import datetime as dt
import json
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.form import ONE_TIME_FRAME
from generator.interview import Appointment, Interview, Interviewer
from generator.schedule import steps
from tests.browser.server import SiteServer

pytestmark = pytest.mark.browser

EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
ASK: Final = """async (asked) => {
  const { src } = document.querySelector("script[src$='/when.js']");
  const { dayOf, followUps, isoOf, thankYou } = await import(new URL("windows.js", src));
  const rules = JSON.parse(document.querySelector("[data-rules]").textContent);
  return asked.map(({ date, end, by }) => {
    const { followUp, secondFollowUp } = followUps(dayOf(date), by && dayOf(by), rules);
    const steps = [followUp, secondFollowUp];
    const days = steps.flatMap(({ earliest, suggested, latest }) => [earliest, suggested, latest]);
    const { suggested, latest } = thankYou(end, rules);
    return { hours: [suggested, latest], days: days.map(isoOf), moments: steps.map(({ moment }) => moment) };
  });
}"""


def open_page(page: Page, server: SiteServer) -> Locator:
    """Open the page about dates and return the answer's part of it."""
    page.goto(server.url("when/"))
    expect(page.get_by_label("Date of the interview")).to_be_enabled()
    return page.get_by_role("status").filter(has_text="date")


def told(answer: Locator, step: str) -> list[str | None]:
    """Return the dates that are shown for a step, as machines read them."""
    parts = answer.locator(f'[data-step="{step}"] [data-part]:visible').all()
    return [part.get_attribute("data-date") for part in parts]


def minutes(moment: dt.datetime) -> int:
    """Count the minutes from the beginning that the calculator counts from."""
    return (moment - EPOCH) // dt.timedelta(minutes=1)


def case(number: int, *, frame: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is asked about one interview, and what the schedule says of it."""
    date = dt.date(2026, 1, 1) + dt.timedelta(days=number * 5)
    # From early morning to the last hour of the day, over every quarter of an hour.
    start = dt.time(number % 23, number % 4 * 15)
    by = date + dt.timedelta(days=number % 17) if frame else None
    interview = Interview(
        your_name="A",
        company="B",
        role="C",
        interviewers=(Interviewer(name="D"),),
        appointment=Appointment(date=date, start=start, time_zone="UTC", minutes=60),
        reply_by=by,
        second_follow_up=True,
    )
    thanks, *follow_ups = steps(interview)
    asked = {"date": str(date), "end": minutes(thanks.earliest), "by": by and str(by)}
    expected = {
        "hours": [minutes(thanks.suggested), minutes(thanks.latest)],
        "days": [str(m.date()) for step in follow_ups for m in (step.earliest, step.suggested, step.latest)],
        "moments": [minutes(step.suggested) for step in follow_ups],
    }
    return asked, expected


@pytest.mark.parametrize("frame", [False, True], ids=["without a time frame", "with one"])
def test_it_counts_as_the_schedule_does(page: Page, server: SiteServer, frame: bool) -> None:  # noqa: FBT001 - pytest passes it
    """On 200 days over almost three years, at all hours, script and schedule agree to the minute."""
    open_page(page, server)
    asked, expected = zip(*(case(number, frame=frame) for number in range(200)), strict=True)
    assert page.evaluate(ASK, list(asked)) == list(expected)


def test_it_says_what_the_table_says(page: Page, server: SiteServer) -> None:
    """Each date of the table, typed, gives the days of its row."""
    answer = open_page(page, server)
    rows = page.locator(".dates-table tbody tr").all()
    assert len(rows) == 20
    for row in rows:
        interview, earliest, suggested, latest = (
            str(time.get_attribute("datetime")) for time in row.locator("time").all()
        )
        page.get_by_label("Date of the interview").fill(interview)
        assert told(answer, "followUp") == [f"{suggested}T09:30", earliest, latest]


def test_it_answers_in_words(page: Page, server: SiteServer) -> None:
    """A date gives three windows; the end gives the hours, and their time frame moves the follow-up."""
    answer = open_page(page, server)
    expect(answer).to_contain_text("Type the date of the interview")
    page.get_by_label("Date of the interview").fill("2026-03-06")
    expect(answer).to_contain_text("About two hours after it ended")
    expect(answer).to_contain_text("Its 24 hours end on Saturday 7 March.")
    expect(answer).to_contain_text(
        "Best on Friday 13 March, 9:30. Not before Friday 13 March, "
        "and at the latest by the end of Friday 20 March."
    )
    page.get_by_label("When it ended").fill("18:45")
    expect(answer).to_contain_text(
        "Best on Saturday 7 March, 8:30. At the latest by Saturday 7 March, 18:45."
    )
    page.get_by_label("I would hear by").fill("2026-03-11")
    expect(answer).to_contain_text("Best on Thursday 12 March, 9:30.")
    expect(answer).to_contain_text("Best on Thursday 19 March, 9:30. At the latest by the end of Thursday 26")
    page.get_by_label("I would hear by").fill("")
    page.get_by_label("Or within this many days").fill("14")
    expect(answer).to_contain_text("Best on Monday 23 March, 9:30.")


def test_an_unclear_time_frame_gives_no_date(page: Page, server: SiteServer) -> None:
    """Two time frames, one before the interview and one out of range are named, and give no dates."""
    answer = open_page(page, server)
    page.get_by_label("Date of the interview").fill("2026-03-06")
    by, days = page.get_by_label("I would hear by"), page.get_by_label("Or within this many days")
    by.fill("2026-03-11")
    days.fill("5")
    expect(page.get_by_text("Keep one of the two")).to_be_visible()
    expect(days).to_have_accessible_description(ONE_TIME_FRAME)
    expect(days).to_have_attribute("aria-invalid", "true")
    assert told(answer, "followUp") == told(answer, "secondFollowUp") == []
    expect(answer).to_contain_text("Mend what they said about timing first")
    days.fill("")
    by.fill("2026-03-05")
    expect(page.get_by_text("This is before the interview.")).to_be_visible()
    by.fill("")
    days.fill("121")
    expect(page.get_by_text("Type a number of days from 1 to 120.")).to_be_hidden()
    days.blur()
    expect(page.get_by_text("Type a number of days from 1 to 120.")).to_be_visible()
    assert told(answer, "followUp") == []
    days.fill("120")
    expect(page.get_by_text("Type a number of days from 1 to 120.")).to_be_hidden()
    assert told(answer, "followUp")[0] == "2026-07-06T09:30"


def test_a_half_typed_date_is_not_judged(page: Page, server: SiteServer) -> None:
    """While a year is being typed nothing is said to be wrong, and a date out of range is named when left."""
    open_page(page, server)
    date = page.get_by_label("Date of the interview")
    date.focus()
    message = page.get_by_text("Type a date from 2000 to 2100.").first
    # The same day whether the browser asks for the day or the month first.
    for key in "0303202":
        page.keyboard.press(key)
    expect(message).to_be_hidden()
    page.keyboard.press("6")
    assert date.input_value() == "2026-03-03"
    date.fill("1999-03-06")
    date.blur()
    expect(message).to_be_visible()
    expect(page.locator("[data-steps]")).to_be_hidden()


def test_nothing_typed_is_sent_or_stored(page: Page, server: SiteServer) -> None:
    """Typing asks the network for nothing and leaves nothing in the browser, and a reload begins empty."""
    open_page(page, server)
    server.paths.clear()
    page.get_by_label("Date of the interview").fill("2026-03-06")
    page.get_by_label("When it ended").fill("18:45")
    assert server.paths == []
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
    assert "2026-03-06" not in kept
    assert json.loads(kept)[2] == ""
    page.reload()
    expect(page.get_by_label("Date of the interview")).to_have_value("")


def test_the_page_is_whole_without_script(browser: Browser, server: SiteServer) -> None:
    """Without JavaScript the table and the rules are there, and no calculator that would not answer."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url("when/"))
    expect(page.get_by_label("Date of the interview")).to_be_hidden()
    expect(page.get_by_text("Typing a date needs JavaScript")).to_be_visible()
    expect(page.locator(".dates-table tbody tr")).to_have_count(20)
    context.close()
