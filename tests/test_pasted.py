import pytest

from generator.drafts import read_draft

LETTER = "Dear Dana,\n\nThank you again for Tuesday. Is there anything else you need from me?\n\nAmara Cole"


@pytest.mark.parametrize(
    "below",
    [
        "On Mon, 4 May 2026 at 09:12, Dana Whitfield <dana@example.com> wrote:\n> Hi,\n> just checking in",
        "On Mon, 4 May 2026 at 09:12, Dana Whitfield\n<dana@example.com> wrote:\n> Hi",
        "-----Original Message-----\nFrom: Dana\nSent: Monday\n\nHi",
        "________________________________\nFrom: Dana\nSent: Monday\n\nHi",
        "> Hi,\n> just checking in",
    ],
)
def test_the_mail_below_a_reply_is_nobodys_draft(below: str) -> None:
    """What a mail program puts under a reply is left out, and the places in the body stay."""
    pasted = read_draft(f"Subject: Re: Thank you\r\n\r\n{LETTER}\r\n\r\n{below}")
    assert pasted.body == LETTER
    assert pasted.offset == len("Subject: Re: Thank you\n\n")


def test_words_that_only_look_like_a_quotation_stay() -> None:
    """A sentence that begins with "On Monday" and writes of writing is the person's own."""
    text = LETTER + "\n\nOn Monday I wrote: see you soon"
    assert read_draft(text).body == text
    assert read_draft("> Dear Dana,\n> thanks").body == "> Dear Dana,\n> thanks"


@pytest.mark.parametrize(
    "head",
    [
        "Reply-To: amara@example.org\n",
        "Message-ID: <1@example.org>\nDate: Mon, 4 May 2026\nBcc: me\n",
        "Return-Path: <a@example.org>\nReceived: from a.example\n by b.example;\n Mon\n",
        "X-Mailer: Pigeon\nMIME-Version: 1.0\nContent-Type: text/plain;\n charset=utf-8\n",
    ],
)
def test_any_header_of_a_mail_is_read_over(head: str) -> None:
    """Lines that a mail program shows above a letter end neither its subject nor its body."""
    pasted = read_draft(f"{head}Subject: Thanks\nTo: Dana\n\n{LETTER}")
    assert (pasted.subject, pasted.to, pasted.body) == ("Thanks", "Dana", LETTER)


@pytest.mark.parametrize(
    "greeting", ["Dear Dana:", "Dana:", "Mary-Jane: thank you for today.", "Hello: thanks"]
)
def test_a_greeting_with_a_colon_is_no_header(greeting: str) -> None:
    """The letter begins with its greeting, and a line that goes on after the subject is the letter's."""
    assert read_draft(f"{greeting}\n\nThanks").body == f"{greeting}\n\nThanks"
    assert read_draft(f"Subject: Thanks\n {greeting}").body == greeting


FOOTERS = (
    "This e-mail and its attachments are confidential.", "DISCLAIMER: the views are mine.",
    "If you have received this message in error, please delete it.",
    "The information contained in this message is intended only for the addressee.",
)  # fmt: skip


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_that_a_program_adds_is_nobodys_draft(footer: str) -> None:
    """What an employer's mail program puts below is left out; a sentence about the email itself is not."""
    assert read_draft(f"{LETTER}\n\n{footer}\nTwo lines of it.").body == LETTER
    assert read_draft("Dear Dana,\n\nThis email comes with my thanks.").body.endswith("my thanks.")


HEADS = (
    ("\ufeffSubject: Thanks\n\n", "Thanks", ""),
    ("\n\n \nSubject: Thanks\nTo: Dana\n\n", "Thanks", "Dana"),
    ("*Subject:* X-rays, and thanks\n**To:** Dana\n\n", "X-rays, and thanks", "Dana"),
    ("Subject : **Thanks  again**\n\n", "Thanks again", ""),
    ("Received: from a.example\n by b.example\n\n", "", ""),
    ("Subject: Thanks\n\n  ", "Thanks", ""),
    (" \n  ", "", ""),
    ("\ufeff", "", ""),
)


@pytest.mark.parametrize(("head", "subject", "to"), HEADS)
def test_the_body_begins_behind_its_head(head: str, subject: str, to: str) -> None:
    """Marks of order, stars, spaces and empty lines around a head are no part of it, nor of the letter."""
    pasted = read_draft(f"{head}{LETTER}\n \ufeff\n")
    assert (pasted.subject, pasted.to, pasted.body) == (subject, to, LETTER)
    assert pasted.offset == len(head)


@pytest.mark.parametrize("ends", ["", "\n", "\n\n"])
def test_a_head_may_be_all_there_is(ends: str) -> None:
    """A subject without a letter is read, and the letter is empty."""
    text = f"To: Dana\nSubject: Thanks{ends}"
    pasted = read_draft(text)
    assert (pasted.subject, pasted.to, pasted.body, pasted.offset) == ("Thanks", "Dana", "", len(text))
