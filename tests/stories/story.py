"""Use the site as a person does, in any browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.browser.server import SiteServer
from tests.browser.story import INTERVIEW, LABELS, PERSON_LABELS
from tests.stories.tab import PAGE, Named, Scope, Tab, until

OPTIONAL: Final = {
    "your_email", "your_phone", "title", "email", "detail", "thankful_for", "fit", "excited_about",
}  # fmt: skip
# As much as letters and dates need; typing takes its time.
SHORT: Final[dict[str, Any]] = {
    key: INTERVIEW[key] for key in ("your_name", "company", "role", "date", "start", "time_zone")
} | {"interviewers": [{"name": "Dana Whitfield", "detail": "how the night team hands over"}]}
READ: Final = """() => [...document.querySelectorAll("[data-message]")].map((sheet) => {
    const words = (part) => sheet.querySelector(`[data-part=${part}]`).textContent;
    return [sheet.dataset.message, words("subject"), words("body")];
})"""
TELLING: Final = "h1, [data-starting], [data-failure], [role=alert], [data-part=subject]"
SHOWN: Final = """(selector) => [...document.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility()).map((one) => one.innerText)"""


def open_writing(tab: Tab, server: SiteServer) -> None:
    """Open the writing page and wait until Python has answered."""
    tab.open(server.url("write/"))
    wait_for_mark(tab, "runtime-ready")
    assert shown(tab, "[role=alert]") == []


def wait_for(tab: Tab, found: Callable[[], Any], *, what: str) -> None:
    """Wait until something is found; where it never is, tell what the page and the console say."""
    try:
        until(found, what=what)
    except AssertionError as error:
        said = shown(tab, TELLING), tab.errors()
        raise AssertionError(f"{error}; {said}") from error


def wait_for_mark(tab: Tab, name: str) -> None:
    """Wait for a User Timing mark."""
    wait_for(tab, lambda: tab.evaluate("name => performance.getEntriesByName(name).length", name), what=name)


def type_interview(tab: Tab, interview: dict[str, Any]) -> None:
    """Type an interview document into the form."""
    for key, value in interview.items():
        if key == "tone":
            tab.click("radio", value.capitalize())
        elif key == "interviewers":
            for place, typed in enumerate(value, 1):
                if place > 1:
                    tab.click("button", "Add another person")
                for part, text in typed.items():
                    fill(tab, name_of(part, PERSON_LABELS), text, within=person(place))
        else:
            fill(tab, name_of(key, LABELS), value)


def person(number: int) -> Named:
    """Return the group of fields of one person met."""
    return Named("group", f"Person {number}")


def name_of(key: str, labels: dict[str, str]) -> str:
    """Return a field's whole name."""
    return f"{labels[key]} (optional)" if key in OPTIONAL else labels[key]


def fill(tab: Tab, label: str, value: str | int | bool, *, within: Scope = PAGE) -> None:  # noqa: FBT001 - a value of the document
    """Put a value into a control of any kind; a box to tick is empty before."""
    if value is True:
        tab.click("checkbox", label, within=within)
    elif label == LABELS["time_zone"]:
        tab.choose(label, str(value), within=within)
    else:
        tab.fill(label, str(value), within=within)


def letters(tab: Tab) -> dict[str, tuple[str, str]]:
    """Return the subject and body of each letter on the page, by message id, in order."""
    return {name: (subject, body) for name, subject, body in tab.evaluate(READ)}


def shown(tab: Tab, selector: str) -> list[str]:
    """Return the words of each part that can be seen."""
    return [str(text) for text in tab.evaluate(SHOWN, selector)]


def wait_for_words(tab: Tab, selector: str, words: str) -> None:
    """Wait until a part that can be seen says something."""
    wait_for(tab, lambda: any(words in text for text in shown(tab, selector)), what=f"{selector}: {words}")


def search(tab: Tab, words: str, *, finds: str) -> None:
    """Look for something, and wait for the address that comes first."""
    in_field = "() => document.activeElement.matches('[data-md-component=search-query]')"

    def press_until_there() -> bool:
        # A key that is pressed before the page listens is lost.
        if not tab.evaluate(in_field):
            tab.press("/")
        return bool(tab.evaluate(in_field))

    wait_for(tab, press_until_there, what="the search field")
    tab.fill("Search", words, within="[role=search]")
    first = "() => document.querySelector('[data-md-component=search-result] a')?.href"
    wait_for(tab, lambda: tab.evaluate(first) == finds, what=f"{finds} for {words}")


def sheet(message: str) -> str:
    """Return where a letter stands."""
    return f'[data-message="{message}"]'
