import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.handoff import LONGEST_LINK, draft_file, mail_link, plain_text, recipient
from generator.interview import Interviewer
from generator.letters import Letter, write_letters
from tests.samples import DANA, INTERVIEW, interview

LETTER = write_letters(INTERVIEW)[0]
AWKWARD = replace(
    LETTER,
    subject="Thank you & more: 50% + ward #1? Zoë=“yes”",
    body="Dear Zoë,\n\n50 % of a+b & c=d? #1: “é” 日本語 🙂\n\nAmara Cole\n+44 7700 900123",
)


def read_link(link: str | None) -> tuple[str, str, str]:
    """Read a mail link as a mail program does: address, subject, body."""
    assert link is not None
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("mailto", "", "")
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert list(query) == ["subject", "body"]
    return unquote(parts.path), query["subject"][0], query["body"][0]


def read_draft(letter: Letter, **changes: object) -> EmailMessage:
    """Write a draft file and read it back as a mail program does."""
    message = message_from_bytes(draft_file(letter, interview(**changes)), policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize(
    "letter", [*write_letters(INTERVIEW), AWKWARD], ids=["thank-you", "follow-up", "awkward"]
)
def test_mail_link_reads_back_the_same(letter: Letter) -> None:
    """Address, subject and body come out of the link as they went in, with CRLF line ends."""
    assert read_link(mail_link(letter)) == (
        letter.to.email,
        letter.subject,
        letter.body.replace("\n", "\r\n"),
    )


def test_mail_link_is_plain_ascii() -> None:
    """Spaces are %20 and line ends %0D%0A; a plus sign never stands for a space."""
    link = mail_link(AWKWARD)
    assert link is not None
    assert link.isascii()
    assert "%0D%0A%0D%0A" in link
    assert not set(link) & set(' +\r\n"<>')
    assert "%0A" not in link.replace("%0D%0A", "")


@pytest.mark.parametrize(
    "email",
    ["dana+jobs@example.com", "a%40b@example.com", "a%b@example.com", "o'neill@example.com",
     "a&b=c@example.com",
     "d?subject=x@example.com", "a#b@example.com", "a/b@example.com"],
)  # fmt: skip
def test_mail_link_quotes_the_address(email: str) -> None:
    """An address with plus, percent or other signs stays one address and adds no field."""
    letter = replace(LETTER, to=replace(DANA, email=email))
    assert read_link(mail_link(letter))[0] == email


def test_mail_link_without_an_address() -> None:
    """Without an address the link opens a letter to nobody yet."""
    letter = replace(LETTER, to=Interviewer(name="Dana"))
    assert read_link(mail_link(letter)) == ("", letter.subject, letter.body.replace("\n", "\r\n"))


def test_mail_link_has_a_longest_length() -> None:
    """A link of 1,900 characters is offered, one of 1,901 is not."""
    empty = mail_link(replace(LETTER, body=""))
    assert empty is not None
    room = 1900 - len(empty)
    longest = mail_link(replace(LETTER, body="x" * room))
    assert longest is not None
    assert len(longest) == LONGEST_LINK == 1900
    assert mail_link(replace(LETTER, body="x" * (room + 1))) is None


def test_mail_link_counts_what_is_sent() -> None:
    """The limit is of the encoded link: a character beyond ASCII counts as all its escapes."""
    assert mail_link(replace(LETTER, body="日" * 300)) is None
    assert mail_link(replace(LETTER, body="x" * 300)) is not None


@pytest.mark.parametrize(
    "letter", [*write_letters(INTERVIEW), AWKWARD], ids=["thank-you", "follow-up", "awkward"]
)
def test_draft_reads_back_the_same(letter: Letter) -> None:
    """Subject, body and addresses come out of the draft as they went in."""
    message = read_draft(letter)
    assert message["Subject"] == letter.subject
    assert message.get_content().replace("\r\n", "\n") == letter.body + "\n"
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        ("Dana Whitfield", "dana@example.com")
    ]
    assert [(one.display_name, one.addr_spec) for one in message["From"].addresses] == [
        ("Amara Cole", "amara@example.com")
    ]


@pytest.mark.parametrize(
    "name",
    ["山田 太郎", "Zoë O’Neill", "Jürgen Maß", 'Dana "Dee" Whitfield', "Dana Whitfield, PhD",
     "Whitfield; Dana: <HR>",
     "محمد الفاسي", "Dana 🙂", "Dr. Müller, LL.M.", "a@b.example", "\\", "(Dana)"],
)  # fmt: skip
def test_draft_keeps_any_name(name: str) -> None:
    """A name in any script or with any mark stays the name of one person with one address."""
    letter = replace(LETTER, to=replace(DANA, name=name))
    message = read_draft(letter, your_name=name)
    for field, email in (("To", "dana@example.com"), ("From", "amara@example.com")):
        assert [(one.display_name, one.addr_spec) for one in message[field].addresses] == [(name, email)]


@pytest.mark.parametrize(
    "email", ["dana+jobs@example.com", "a%b@example.com", "o'neill@example.com", "a..b@example.com",
    ".a@example.com", "a.@e.co"]
)  # fmt: skip
def test_draft_takes_any_address_the_form_takes(email: str) -> None:
    """An address that a browser's email field lets through never stops a draft."""
    letter = replace(LETTER, to=replace(DANA, email=email))
    assert [one.addr_spec for one in read_draft(letter)["To"].addresses] == [email]


@pytest.mark.parametrize(
    "text",
    ["Ärzte and 日本 Zürich Großanlagen der 日本 der the ä Öl Großanlagen team façade Öfen 日本 Zürich",
     "über für ö the Öfen ü Zoë’s für façade Öfen Leiterin team Öl Zürich Ärzte über nurse ü",
     "Commande et livraison des actualités d’abonnement, Tribune de Genève et tous les titres de la maison",
     "é" * 120],
)  # fmt: skip
def test_draft_keeps_every_space_of_a_long_text(text: str) -> None:
    """A name or a subject of several lines comes back as it was, in lines that mail may have."""
    data = draft_file(replace(LETTER, subject=text, to=replace(DANA, name=text)), interview(your_name=text))
    # Not by the newer reader: it leaves a space where a name was cut.
    message = message_from_bytes(data)
    assert str(make_header(decode_header(message["Subject"]))) == text
    for field, email in (("To", "dana@example.com"), ("From", "amara@example.com")):
        name, address = parseaddr(message[field])
        assert (str(make_header(decode_header(name))), address) == (text, email)
    head, _, _ = data.partition(b"\r\n\r\n")
    assert max(len(line) for line in head.split(b"\r\n")) <= 78
    assert all(len(word) <= 75 for word in re.findall(rb"=\?\S+\?=", head))
    # Source: RFC 2047 2 and 5: an encoded word is not empty, and has white space around it.
    assert not re.search(rb"\?q\?\?=|\?==\?", head)


def test_draft_is_a_draft() -> None:
    """It has the header that opens it as a draft, no date and no id, and CRLF lines of a mail's length."""
    data = draft_file(AWKWARD, INTERVIEW)
    message = message_from_bytes(data, policy=default)
    assert message["X-Unsent"] == "1"
    assert {"Date", "Message-ID", "Bcc", "Cc", "Sender"}.isdisjoint(message.keys())
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 998
    assert message.get_content_type() == "text/plain"
    assert message.get_content_charset() == "utf-8"


def test_draft_names_only_known_addresses() -> None:
    """Without addresses there is no To and no From."""
    message = read_draft(replace(LETTER, to=Interviewer(name="Dana")), your_email="")
    assert {"To", "From"}.isdisjoint(message.keys())


def test_draft_is_the_same_each_time() -> None:
    """The same letter gives the same bytes."""
    assert draft_file(AWKWARD, INTERVIEW) == draft_file(AWKWARD, INTERVIEW)


@pytest.mark.parametrize("part", ["name", "subject", "your_name"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_break_never_becomes_a_header(part: str, end: str) -> None:
    """Should a line break get past the form, the draft is refused rather than given another header."""
    hostile = f"Dana{end}Bcc: eve@example.com"
    letter = {
        "name": replace(LETTER, to=replace(DANA, name=hostile)),
        "subject": replace(LETTER, subject=hostile),
        "your_name": LETTER,
    }[part]
    with pytest.raises(ValueError, match=r"(?i)linefeed|carriage|CR or LF|newline"):
        draft_file(letter, interview(your_name=hostile if part == "your_name" else "Amara"))


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (DANA, "Dana Whitfield, ward manager <dana@example.com>"),
        (Interviewer(name="Dana", title="ward manager"), "Dana, ward manager"),
        (Interviewer(name="Dana", email="dana@example.com"), "Dana <dana@example.com>"),
        (Interviewer(name="Dana"), "Dana"),
    ],
)
def test_recipient_says_what_is_known(person: Interviewer, line: str) -> None:
    """Job title and address stand with the name only where they were typed."""
    letter = replace(LETTER, to=person)
    assert recipient(letter) == line
    assert plain_text(letter) == f"To: {line}\nSubject: {letter.subject}\n\n{letter.body}\n"


def test_encoded_text_is_no_way_to_a_header() -> None:
    """A subject or a name that looks like encoded text stays one, and holds no header."""
    trap = "=?utf-8?q?=0D=0ABcc:_eve=40example.org?="
    letter = replace(LETTER, subject=f"Thanks {trap}", to=replace(LETTER.to, name=trap))
    content = draft_file(letter, INTERVIEW)
    read = message_from_bytes(content, policy=default)
    assert read["Bcc"] is None
    assert b"\nBcc" not in content
    assert read["Subject"] == f"Thanks {trap}"
