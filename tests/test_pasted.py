import pytest

from generator.checks import read_draft

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
