"""The page of other moments: each situation of the form has its place there, with a letter made for it."""

import re
from pathlib import Path
from typing import Final

import pytest

from generator.document import parse_document
from generator.form import SITUATIONS
from generator.interview import Situation
from generator.occasions import occasions

DOCS: Final = Path(__file__).parents[2] / "docs"
PAGE: Final = (DOCS / "other-moments.md").read_text()
OTHERS: Final = [situation for situation in SITUATIONS if situation != "interview"]


@pytest.mark.parametrize("situation", OTHERS)
def test_each_situation_has_a_letter(situation: Situation) -> None:
    """Under a situation's heading stand a letter of that situation, and a link that opens the form for it."""
    section = re.split(r"^##+ ", PAGE.split(f"{{ #{situation} }}")[1], flags=re.MULTILINE)[0]
    mark = re.search(r"<!-- letter: (\S+) ([\w-]+) -->", section)
    assert mark
    interview = parse_document((DOCS / mark[1]).read_text())
    assert interview.situation == situation
    assert mark[2] in {occasion.id for occasion in occasions(interview)}
    assert f'href="../write/#moment={situation}"' in section
