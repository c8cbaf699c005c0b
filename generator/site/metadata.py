"""What a page says of itself to search engines: its dates and its structured data."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, NamedTuple


class Dates(NamedTuple):
    """The days on which a page first stood and was last changed, as `YYYY-MM-DD`."""

    published: str
    modified: str


def read_dates(folder: Path) -> dict[str, Dates]:
    """Return the dates of the files below a folder, by their paths within it, as the history has them.

    An example's page changes with its interview too: the document of its own name.
    Empty where there is no history: a copy of the files without their repository.
    """
    command = ["git", "log", "--format=%x00%cs", "--name-only", "--relative", "--", "."]
    try:
        log = subprocess.run(  # noqa: S603 - a fixed command
            command, cwd=folder, capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    dates: dict[str, Dates] = {}
    # From the latest change to the first.
    for change in log.split("\0")[1:]:
        day, *paths = change.split("\n")
        for path in filter(None, paths):
            dates[path] = Dates(day, dates[path].modified if path in dates else day)
    return {path: _with_document(path, dates) for path in dates}


def _with_document(path: str, dates: Mapping[str, Dates]) -> Dates:
    page, document = dates[path], dates.get(path.removesuffix(".md") + ".json")
    return page._replace(modified=max(page.modified, document.modified)) if document else page


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What there is to say of a page: addresses are absolute, `html` is its content.

    `dates` are None where the history does not say them.
    """

    title: str
    about: str
    url: str
    card: str
    site: str
    dates: Dates | None
    html: str


def describe_article(page: Subject) -> dict[str, Any]:
    """Describe a page of the guide in schema.org's words."""
    name = {"@type": "Organization", "name": page.site}
    return {
        **_shared(page, "Article"),
        **_days(page),
        "headline": page.title,
        "author": name,
        "publisher": name,
    }


def describe_tool(page: Subject) -> dict[str, Any]:
    """Describe a page that does something."""
    free = {"@type": "Offer", "price": "0", "priceCurrency": "USD"}
    kind = {"applicationCategory": "BusinessApplication", "operatingSystem": "Any", "offers": free}
    return {**_shared(page, "WebApplication"), **kind, "name": page.title}


def describe_questions(page: Subject) -> dict[str, Any]:
    """Describe a page whose headings are questions, with the paragraphs up to the next heading as answers."""
    reader = _QuestionReader()
    reader.feed(page.html)
    questions = [
        {
            "@type": "Question",
            "name": question,
            "acceptedAnswer": {"@type": "Answer", "text": " ".join(answer)},
        }
        for question, answer in reader.found
    ]
    return {**_shared(page, "FAQPage"), **_days(page), "name": page.title, "mainEntity": questions}


# By the `kind` at the head of a page's Markdown.
DESCRIBE: Final[Mapping[str, Callable[[Subject], dict[str, Any]]]] = {
    "article": describe_article,
    "questions": describe_questions,
    "tool": describe_tool,
}


def _shared(page: Subject, kind: str) -> dict[str, Any]:
    schema = {"@context": "https://schema.org", "@type": kind}
    known = {"url": page.url, "description": page.about, "image": page.card, "inLanguage": "en"}
    # A site without an address of its own has no addresses for its pages.
    return schema | {key: value for key, value in known.items() if value}


def _days(page: Subject) -> dict[str, str]:
    if page.dates is None:
        return {}
    return {"datePublished": page.dates.published, "dateModified": page.dates.modified}


class _QuestionReader(HTMLParser):
    """Take each heading that asks something, and what follows it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self._text: list[str] = []
        self._answers = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        if tag in {"h1", "h2", "h3", "p", "li"}:
            self._text = []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        text = " ".join("".join(self._text).split())
        if tag in {"h1", "h2", "h3"}:
            self._answers = tag == "h3" and text.endswith("?")
            if self._answers:
                self.found.append((text, []))
        elif tag in {"p", "li"} and self._answers and text:
            self.found[-1][1].append(text)
