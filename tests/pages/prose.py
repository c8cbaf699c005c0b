"""A page's text as a person reads it: without letters, code and passing dates, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bs4 import Tag
from bs4.element import NavigableString

from tests.pages.pages import Page

# What is no running text of the guide.
LEFT_OUT: Final = "pre, select, script, .dates-table, style, .sheet, .headerlink, .md-source-file"
# Whatever address a copy has there, the sentence around it is read with these words.
CONTACT: Final = "at this address"
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt",
    "desc", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "label", "legend", "li", "main", "nav", "ol", "option", "p", "section", "select",
    "summary", "svg", "td", "template", "text", "th", "title", "tr", "ul",
})  # fmt: skip
# A full stop behind one of these, or behind a single capital letter, ends no sentence.
ABBREVIATIONS: Final = r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!\b[A-Z])"
SENTENCE: Final = re.compile(rf"\S.*?(?:{ABBREVIATIONS}[.!?…]+[\"”’)]*(?=\s+[\"“‘(]?[A-Z\d])|$)")
WORD: Final = re.compile(r"[^\W_]+(?:[-’'.,:@/][^\W_]+)*")


def paragraphs(page: Page) -> list[str]:
    """Return the description, each paragraph, heading, label, cell and item of a list, in one line each."""
    article = page.soup.article
    assert article, page.name
    left_out = {id(tag) for tag in article.select(LEFT_OUT)}
    about = [str(one["content"]) for one in page.soup.select('meta[name="description"]')]
    lines = [*about, *"".join(_texts(article, left_out)).split("\n")]
    return [" ".join(line.split()) for line in lines if line.strip()]


def _texts(tag: Tag, left_out: set[int]) -> Iterator[str]:
    """Yield the texts in an element; what begins or ends a block stands between line breaks."""
    for child in tag.children:
        if isinstance(child, Tag):
            if "contact" in child.get_attribute_list("class"):
                yield CONTACT
            elif id(child) not in left_out:
                edge = "\n" if child.name in BLOCKS else ""
                yield edge
                yield from _texts(child, left_out)
                yield edge
        elif type(child) is NavigableString:
            yield re.sub(r"\s+", " ", child)


def sentences(paragraph: str) -> list[str]:
    """Split a paragraph.

    >>> sentences("Dr. Cole said “Yes.” Then she left. Why? (No one asked.)")
    ['Dr. Cole said “Yes.”', 'Then she left.', 'Why?', '(No one asked.)']
    """
    return SENTENCE.findall(paragraph)


def words(text: str) -> list[str]:
    """Return the words of a text; what a hyphen or an apostrophe joins is one.

    >>> words("It's a follow-up: at 9.30, by e-mail.")
    ["It's", 'a', 'follow-up', 'at', '9.30', 'by', 'e-mail']
    """
    return WORD.findall(text)


def is_whole(sentence: str) -> bool:
    """Say whether it is a sentence, and not a heading, a label or an item of a list."""
    return bool(re.search(r"[.!?…:][\"”’)]*$", sentence))
