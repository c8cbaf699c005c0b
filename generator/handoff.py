"""A letter on its way out: mail link, draft file, plain text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.interview import Interview
from generator.letters import MOST_REMEMBERED, Letter

if TYPE_CHECKING:
    from email.headerregistry import Address

# Mail programs drop longer links without a word. Source: mailto limits seen in Chromium on Windows.
LONGEST_LINK = 1900
# Web mail answers longer addresses with an error page; 8 kB is where servers begin to refuse them.
LONGEST_WEB_LINK = 7000
# Lines of one plan and a little more: a key press changes few of them.
MOST_LINES = 256
NOBODY_NAMED = "whoever arranged the interview"
TOO_LONG = "This letter is too long for a mail link. Copy it instead."


def mail_link(letter: Letter) -> str | None:
    """Return a ``mailto:`` link (RFC 6068), or None when mail programs may drop it for its length."""
    return _mail_link(letter) if len(letter.body) <= LONGEST_LINK else None


@lru_cache(maxsize=MOST_REMEMBERED)
def _mail_link(letter: Letter) -> str | None:
    subject, body = _in_link(letter.subject), _in_link(letter.body)
    link = f"mailto:{quote(letter.to.email, safe='@')}?subject={subject}&body={body}"
    return link if len(link) <= LONGEST_LINK else None


def web_links(letter: Letter) -> dict[str, str]:
    """Return links that open a letter in web mail, by its name; none where one would be too long.

    Such a link takes the letter to a third party: nobody may follow one unasked.
    """
    if len(letter.body) > LONGEST_WEB_LINK:
        return {}
    to, subject, body = (_in_link(text) for text in (letter.to.email, letter.subject, letter.body))
    links = {
        "gmail": f"https://mail.google.com/mail/?view=cm&fs=1&to={to}&su={subject}&body={body}",
        "outlook": f"https://outlook.live.com/mail/0/deeplink/compose?to={to}&subject={subject}&body={body}",
    }
    return {name: link for name, link in links.items() if len(link) <= LONGEST_WEB_LINK}


def _in_link(text: str) -> str:
    return "%0D%0A".join(map(_line_in_link, text.split("\n")))


@lru_cache(maxsize=MOST_LINES)
def _line_in_link(line: str) -> str:
    return quote(line, safe="")


def draft_file(letter: Letter, interview: Interview) -> bytes:
    """Return the letter as an ``.eml`` draft: CRLF lines, and no date, so that it is the same each time."""
    # Here, and not above: nobody should wait for these before the first letter.
    from email.message import EmailMessage  # noqa: PLC0415 - seldom wanted

    from generator.mail_policy import DraftPolicy  # noqa: PLC0415 - imports the same

    message = EmailMessage(policy=DraftPolicy(linesep="\r\n"))
    if interview.your_email:
        message["From"] = _address(interview.your_name, interview.your_email)
    if letter.to.email:
        message["To"] = _address(letter.to.name, letter.to.email)
    message["Subject"] = letter.subject
    # Classic Outlook opens a message with this header as a draft; others ignore it.
    message["X-Unsent"] = "1"
    message.set_content(letter.body)
    return message.as_bytes()


def plain_text(letter: Letter) -> str:
    """Return the letter as a text to print or paste: to whom, subject, body."""
    return f"To: {recipient(letter)}\nSubject: {letter.subject}\n\n{letter.body}\n"


def recipient(letter: Letter) -> str:
    """Name the person a letter goes to, with their job title and address as far as they are known."""
    address = f" <{letter.to.email}>" if letter.to.email else ""
    title = f", {letter.to.title}" if letter.to.title else ""
    return f"{letter.to.name or NOBODY_NAMED}{title}{address}"


def _address(name: str, email: str) -> Address:
    from email.headerregistry import Address  # noqa: PLC0415 - as in draft_file

    # Given whole, an address with two dots in a row is refused, though some providers hand them out.
    username, _, domain = email.rpartition("@")
    return Address(display_name=name, username=username, domain=domain)
