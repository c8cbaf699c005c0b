"""Every letter's mail link and draft file, as other programs read them: the same subject, the same body."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from generator.cli import plan_files
from generator.letters import Letter
from tests.readers.mutt import Mutt
from tests.readers.node import ask
from tests.readers.plans import all_plans, golden_plans, made_plans

pytestmark = pytest.mark.readers
# Which postal-mime takes for the mark at a text's beginning, wherever a header was cut before it.
UNSEEN: Final = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A letter on its way out: its link, where it is short enough for one, and its draft file."""

    letter: Letter
    link: str | None
    draft: bytes

    @property
    def whole(self) -> tuple[str, str, str]:
        """The address, the subject and the body, which is all that a letter is."""
        return self.letter.to.email, self.letter.subject, self.letter.body


@cache
def outgoing() -> dict[str, Outgoing]:
    """Return all letters of all plans by name, as the command writes them."""
    found = {}
    for name, plan in all_plans().items():
        files = plan_files(plan)
        for one in plan.messages:
            draft = files[f"{one.letter.id}.eml"]
            found[f"{name}/{one.letter.id}"] = Outgoing(letter=one.letter, link=one.mailto, draft=draft)
    return found


def links() -> dict[str, Outgoing]:
    """Return the letters that have a link."""
    return {name: one for name, one in outgoing().items() if one.link}


def few() -> dict[str, Outgoing]:
    """Return fewer letters, for a reader that is started for each: the goldens and one of each made plan."""
    firsts = {f"{name}/{plan.messages[0].letter.id}" for name, plan in made_plans().items()}
    return {
        name: one
        for name, one in outgoing().items()
        if name in firsts or name.partition("/")[0] in golden_plans()
    }


def lines(text: str) -> str:
    """Return a text with this system's line ends, none at its end: mail ends each line, a link does not."""
    return text.replace("\r\n", "\n").rstrip("\n")


def shown(text: str) -> str:
    """Return what of a text Mutt shows as it is: of characters unknown to it, it makes question marks."""
    return "".join(one for one in lines(text) if unicodedata.category(one)[0] != "C" and one != "?")


@cache
def read_by_node() -> dict[str, list[Any]]:
    """Return what Node's readers see in all links and drafts."""
    drafts = [base64.b64encode(one.draft).decode() for one in outgoing().values()]
    return dict(ask("mail.mjs", {"links": [one.link for one in links().values()], "drafts": drafts}))


def test_letters_are_many() -> None:
    """There are letters with and without address and link, some with marks that mean something there."""
    letters = list(outgoing().values())
    assert {bool(one.link) for one in letters} == {True, False}
    assert {bool(one.letter.to.email) for one in letters} == {True, False}
    marks = set('&=?%+#;,:"<@\\')
    assert {mark for one in letters for mark in marks if mark in one.letter.subject} == marks
    assert sum(len(one.letter.subject) > 78 and not one.letter.subject.isascii() for one in letters) > 5


def test_python_reads_the_link() -> None:
    """Python's parser of addresses finds address, subject and body, and no other field."""
    for name, one in links().items():
        parts = urlsplit(one.link or "")
        fields = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
        assert (parts.scheme, parts.netloc, parts.fragment) == ("mailto", "", ""), name
        assert [key for key, _ in fields] == ["subject", "body"], name
        (_, subject), (_, body) = fields
        assert (unquote(parts.path), subject, body.replace("\r\n", "\n")) == one.whole, name


def test_node_reads_the_link() -> None:
    """So does the parser that browsers have."""
    for (name, one), read in zip(links().items(), read_by_node()["links"], strict=True):
        to, subject, body = one.whole
        assert read == {"to": to, "fields": [["subject", subject], ["body", body.replace("\n", "\r\n")]]}, (
            name
        )


def test_mutt_reads_the_link(tmp_path: Path) -> None:
    """So does a mail program that is given the link."""
    mutt = Mutt(folder=tmp_path)
    for name, one in few().items():
        if one.link:
            subject, body = mutt.read_link(one.link)
            assert (shown(subject), shown(body)) == (shown(one.letter.subject), shown(one.letter.body)), name


def test_python_reads_the_draft() -> None:
    """Python's parser of mail finds subject and body."""
    for name, one in outgoing().items():
        message = message_from_bytes(one.draft, policy=default)
        assert isinstance(message, EmailMessage)
        assert (message["Subject"], lines(message.get_content())) == one.whole[1:], name


def test_postal_mime_reads_the_draft() -> None:
    """postal-mime finds subject and body, one recipient with name and address, and nothing attached."""
    for (name, one), read in zip(outgoing().items(), read_by_node()["drafts"], strict=True):
        person = one.letter.to
        to = [{"name": person.name, "address": person.email}] if person.email else None
        assert without_mark(read.get("to")) == without_mark(to), name
        assert without_mark([read["subject"], lines(read["text"])]) == without_mark(one.whole[1:]), name
        assert read["attachments"] == 0, name
        assert set(read["names"]) <= {
            "from", "to", "subject", "x-unsent", "content-type", "content-transfer-encoding", "mime-version",
        }, name  # fmt: skip


def test_mutt_reads_the_draft(tmp_path: Path) -> None:
    """A mail program that opens the draft sends its subject and its body."""
    mutt = Mutt(folder=tmp_path)
    for name, one in few().items():
        subject, body = mutt.read_draft(one.draft)
        assert (shown(subject), shown(body)) == (shown(one.letter.subject), shown(one.letter.body)), name


def without_mark(read: Any) -> Any:
    """Return what was read without the one character that postal-mime leaves out."""
    if isinstance(read, str):
        return read.replace(UNSEEN, "")
    if isinstance(read, dict):
        return {key: without_mark(value) for key, value in read.items()}
    return [without_mark(value) for value in read] if isinstance(read, Iterable) else read
