"""The rules that need judgement, tried on single sentences: many ways to keep each, and many to miss it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checks import review
from generator.drafts import Draft
from generator.interview import Kind

SENTENCES = Path(__file__).with_name("judgement.txt")
KINDS: dict[str, Kind] = {"thank-you": "thank-you", "follow-up": "follow-up"}


def rows() -> Iterator[tuple[str, Kind, str, bool]]:
    """Yield check, kind, sentence, and whether it is as it should be."""
    check, kind = "", ""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            yield check, KINDS[kind], line[2:], line.startswith("+")
        elif line and not line.startswith("#"):
            check, kind = line.split()


@pytest.mark.parametrize(("check", "kind", "sentence", "good"), list(rows()))
def test_a_sentence_is_judged(check: str, kind: Kind, sentence: str, good: bool) -> None:  # noqa: FBT001 - a row
    """In a letter that says nothing else, the check has a finding exactly where the sentence gives it one."""
    draft = Draft(kind=kind, body=f"Dear Helen,\n\nIt is Monday.\n\n{sentence}\n\nAmara Osei")
    assert (check not in {finding.check for finding in review(draft)}) is good
