from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from generator.handoff import draft_file, mail_link
from generator.interview import Interview, Interviewer
from generator.letters import write_letters
from tests.property.strategies import interviews, lines
from tests.samples import INTERVIEW


@given(interviews())
def test_mail_links_read_back_the_same(interview: Interview) -> None:
    """A link is offered up to 1,900 characters, and carries address, subject and body unchanged."""
    for letter in write_letters(interview):
        link = mail_link(letter)
        if link is None:
            continue
        assert len(link) <= 1900
        parts = urlsplit(link)
        query = parse_qs(parts.query, strict_parsing=True)
        assert unquote(parts.path) == letter.to.email
        assert query == {"subject": [letter.subject], "body": [letter.body.replace("\n", "\r\n")]}


@given(interviews())
def test_drafts_read_back_the_same(interview: Interview) -> None:
    """A draft carries subject and body unchanged, and no header but its own."""
    for letter in write_letters(interview):
        message = message_from_bytes(draft_file(letter, interview), policy=default)
        assert message["Subject"] == letter.subject
        assert message.get_content().replace("\r\n", "\n") == letter.body + "\n"
        assert set(message.keys()) <= {
            "From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
        }  # fmt: skip


@given(interviews(), lines(), lines())
def test_drafts_keep_any_name_and_subject(interview: Interview, name: str, subject: str) -> None:
    """Whatever text the form takes comes out of the headers as it went in."""
    letter = replace(
        write_letters(interview)[0], subject=subject, to=Interviewer(name=name, email="a@b.example")
    )
    message = message_from_bytes(draft_file(letter, interview))
    assert str(make_header(decode_header(message["Subject"]))) == subject
    read, address = parseaddr(message["To"])
    assert (str(make_header(decode_header(read))), address) == (name, "a@b.example")


@given(st.text('ab ,;:<>()[]@"\\.=?', min_size=1, max_size=120).map(str.strip).filter(bool))
@example(f"Eve,evil@c.example,{'x' * 70}")
@example("Whitfield, Dana, Head of Nursing, Surgical Wards, Day and Night, Harbour Street Clinic")
def test_no_name_becomes_a_recipient(name: str) -> None:
    """However long a name is and whatever signs are in it, the draft goes to one address."""
    draft = replace(write_letters(INTERVIEW)[0], to=Interviewer(name=name, email="a@b.example"))
    message = message_from_bytes(draft_file(draft, INTERVIEW), policy=default)
    assert [one.addr_spec for one in message["To"].addresses] == ["a@b.example"]
    if "=?" not in name:
        assert message["To"].addresses[0].display_name.split() == name.split()
