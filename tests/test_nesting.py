import time

import pytest

from generator.nesting import DEEPEST, is_too_deep


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("[" * DEEPEST, False),
        ("[" * (DEEPEST + 1), True),
        ("{" * (DEEPEST + 1), True),
        ("[ {\n" * 11, True),
        ("[]" * 1000, False),
        ('"' + "[" * 100 + '"', False),
        ('"' + "[" * 100, False),
        (r'"\"' + "[" * 100 + '"', False),
        (r'"\\"' + "[" * 100, True),
        ('["a", "]]]]]]]]"' + "[" * 20, True),
    ],
)
def test_only_brackets_outside_strings_are_levels(text: str, expected: bool) -> None:  # noqa: FBT001 - a row of the table
    """A level is an open bracket or brace; what stands in a string is text."""
    assert is_too_deep(text) is expected


@pytest.mark.parametrize(
    "text", ["[" * 1_000_000, '"' + r"\"" * 500_000, "[]" * 300_000], ids=["deep", "open", "wide"]
)
def test_long_texts_are_seen_through_at_once(text: str) -> None:
    """A text of a million characters takes no longer than it has to."""
    start = time.perf_counter()
    is_too_deep(text)
    assert time.perf_counter() - start < 5
