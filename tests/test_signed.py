"""Where a letter is signed, and with whose name."""

import pytest

from generator.checks import review
from generator.checks.examples import met, thank_you

BELOW = "\n".join(f"Line {number} of a long footer" for number in range(9))


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        ("Amara Osei", True),
        ("With many thanks from Amara Osei, Leeds", True),
        ("With many thanks and wishes from Amara Osei", False),
        ("My name is Amara Osei.", False),
        ("Do you remember Amara Osei?", False),
        ("It was great to be Amara Osei! ", False),
        (f"Amara Osei\n{BELOW}", False),
        ("Kind regards,", False),
    ],
)
def test_a_signature_is_a_short_line_with_the_name(end: str, signed: bool) -> None:  # noqa: FBT001 - a row of the table
    """The name stands among the last lines, with five other words at most, and in no sentence."""
    findings = review(thank_you({"Amara Osei": end}, **met()).draft)
    assert ("signed" not in {one.check for one in findings}) is signed


def test_a_greeting_is_no_signature() -> None:
    """Who greets somebody of their own name has still to sign."""
    changes = {"\nAmara Osei\n": "", "Dear Helen,": "Dear Amara,"}
    findings = review(thank_you(changes, **met(your_name="Amara Osei")).draft)
    assert "signed" in {one.check for one in findings}


@pytest.mark.parametrize("name", ["Osei A.", "Tom Reyes Jr.", "Amara!"])
def test_a_name_may_end_with_a_mark(name: str) -> None:
    """A full stop that belongs to the name makes no sentence of its line."""
    assert review(thank_you({"Amara Osei": name}, **met(your_name=name)).draft) == ()
