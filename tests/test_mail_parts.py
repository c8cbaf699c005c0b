"""Invitations within whole emails, saved or pasted with all that mail carries."""

from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.invitation import Event, read_invitation
from generator.mail_parts import attached_calendar

GOOGLE: Final = (Path(__file__).parent / "invitations/google.ics").read_bytes().decode()
ENCODINGS: Final = ["base64", "quoted-printable", "8bit"]


def mail(encoding: str, calendar: str = GOOGLE, charset: str = "utf-8") -> EmailMessage:
    """Write an email with an invitation beside its text, as calendars send it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@example.com", "amara@example.org", "Interview"
    message.set_content("We look forward to meeting you.")
    message.add_alternative(calendar, subtype="calendar", charset=charset, cte=encoding)
    return message


def read(message: EmailMessage) -> tuple[Event, ...]:
    """Read it as it is saved."""
    return read_invitation(message.as_bytes().decode(), zone="Europe/London")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_saved_email_gives_its_invitation(encoding: str) -> None:
    """Whatever the invitation is carried in, an email gives what the file alone gives."""
    assert read(mail(encoding)) == read_invitation(GOOGLE, zone="Europe/London")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_email_that_was_passed_on(encoding: str) -> None:
    """An invitation is found in an email within an email, too."""
    outer = EmailMessage()
    outer.set_content("See below.")
    outer.add_attachment(mail(encoding))
    assert read(outer) == read_invitation(GOOGLE, zone="Europe/London")


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_an_attached_file(encoding: str) -> None:
    """A calendar that is attached as a file is read, and another file before it is passed over."""
    message = EmailMessage()
    message.set_content("See the file.")
    message.add_attachment(b"%PDF-1.7 BEGIN", maintype="application", subtype="pdf", filename="map.pdf")
    message.add_attachment(GOOGLE.encode(), maintype="application", subtype="ics", cte=encoding)
    assert read(message) == read_invitation(GOOGLE, zone="Europe/London")


def test_other_characters_of_old_programs() -> None:
    """A calendar in another character set gives its names as they are."""
    text = GOOGLE.replace("Harbour", "Façade")
    assert read(mail("base64", text, "iso-8859-1")) == read_invitation(text, zone="Europe/London")


@pytest.mark.parametrize("charset", ["x-nothing", "idna", "hex", "shift_jis", "koi8-r", "punycode", "utf-16"])
def test_a_character_set_that_is_not_known(charset: str) -> None:
    """What is in ASCII is the same in nearly all, so it is read; no other reader of text is asked."""
    text = mail("base64").as_string().replace('charset="utf-8"', f'charset="{charset}"')
    assert f'charset="{charset}"' in text
    assert read_invitation(text, zone="Europe/London") == read_invitation(GOOGLE, zone="Europe/London")


KIND: Final = "Content-Type: text/calendar"
BASE64: Final = "Content-Transfer-Encoding: base64"
CODE: Final = ["", b64encode(GOOGLE.encode()).decode()]
TRACES: Final = ["X-Trace: yes yes yes yes yes"] * 300
# Lines of whole emails, as programs write them.
MAILS: Final = {
    "encoding first": [BASE64, KIND, *CODE],
    "folded": [
        "content-type:",
        " text/calendar;",
        "\tname=x",
        "content-transfer-encoding:",
        " base64",
        *CODE,
    ],
    "quoted": ["Content-Type : text/calendar", 'Content-Transfer-Encoding: "base64"', *CODE],
    "a name": ['Content-Type: application/octet-stream; name="invite.ics"', BASE64, *CODE],
    "a file's name": [BASE64, "Content-Disposition: attachment;", " filename=invite.ics", *CODE],
    "an old kind": ["Content-Type: text/x-vcalendar", BASE64, *CODE],
    "a long head": [BASE64, *TRACES, KIND, *TRACES, *CODE],
    "an empty line with a space": [KIND, BASE64, " ", *CODE],
    "no empty line above": [
        "--a",
        "",
        "Hello",
        "--",
        "Dana",
        "--a",
        KIND,
        BASE64,
        *CODE,
        "--a--",
        "A footer",
    ],
    "a dummy": ["--a", KIND, BASE64, "", "AAAA", "--a", KIND, BASE64, *CODE, "--a--"],
    "stubs": [KIND, "", KIND, "", KIND, "", KIND, "", KIND, "", KIND, BASE64, *CODE],
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("lines", MAILS.values(), ids=MAILS)
def test_heads_as_programs_write_them(lines: list[str], ends: str) -> None:
    """A calendar is found whatever its head is like, and the next one where the first is none."""
    found = read_invitation(ends.join(lines), zone="Europe/London")
    assert found == read_invitation(GOOGLE, zone="Europe/London")


def test_a_row_of_dashes_is_no_delimiter() -> None:
    """A text with dashes at the beginning of a line is read to its end."""
    text = GOOGLE.replace("We look forward", "-" * 150 + " We look forward")
    assert read(mail("quoted-printable", text)) == read_invitation(text, zone="Europe/London")


@given(st.text(max_size=200), st.text(max_size=200))
def test_damaged_code_is_no_error(head: str, body: str) -> None:
    """Whatever stands in a mail, something is decoded or nothing."""
    for encoding in ("base64", "quoted-printable"):
        text = f"Content-Type: text/calendar\n{head}\nContent-Transfer-Encoding: {encoding}\n\n{body}"
        assert isinstance(attached_calendar(text), str)
