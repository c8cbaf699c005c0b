"""The letters read by Harper, a grammar checker, which knows nothing of how they were made."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from generator.letters import write_letters
from tests.casts import interviews

HARPER: Final = Path(sys.executable).with_name("harper")
pytestmark = pytest.mark.skipif(sys.platform == "emscripten", reason="a program of its own")
# What it finds that is no fault: its rule, the words, and why they may stand.
EXPLAINED: Final = (
    ("OrthographicConsistency", r"Sam|DUPONT", "names, as they were typed"),
    ("MissingTo", r"expect", "'to expect news within 8 days': 'expect' is followed by a noun"),
    ("OxfordComma", r"and", "'within 8 days, and I know': two clauses and no list"),
    ("Everyone", r"every one", "typed so, and meant: every objection"),
    ("SentenceCapitalization", r"need|require|down", "behind a company whose name is 'Yahoo!'"),
    ("LongSentences", r"(?s).*Siobhán.*", "it names seven people"),
)


def spelled(word: str, typed: str) -> bool:
    """Say whether a word that is in no dictionary was typed: a name, a company, a trade's word."""
    return re.sub(r"(?:['’]s|\.)$", "", word) in typed


def test_letters_have_no_grammar_finding_that_is_not_explained(tmp_path: Path) -> None:
    """Over 500 different letters, in all tones and situations, with awkward phrases: nothing but the list."""
    bodies: dict[str, str] = {}
    for met in interviews():
        typed = " ".join([met.company, met.role, *(f"{one.name} {one.detail}" for one in met.interviewers)])
        bodies |= {letter.body.rpartition("\n\n")[0] + "\n": typed for letter in write_letters(met)}
    assert len(bodies) >= 500
    texts = dict(enumerate(bodies.items()))
    for number, (body, _) in texts.items():
        (tmp_path / f"{number}.txt").write_text(body, encoding="utf-8")
    command = [str(HARPER), "lint", "--format", "json", "--quiet", "--dialect", "gb", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    files: list[dict[str, Any]] = json.loads(result.stdout)
    assert len(files) == len(texts)
    unexplained, used = [], set()
    for file in files:
        body, typed = texts[int(Path(file["file"]).stem)]
        for lint in file["lints"]:
            rule, words = lint["rule"], lint["matched_text"]
            if rule == "SpellCheck" and spelled(words, typed):
                continue
            reasons = [why for name, text, why in EXPLAINED if name == rule and re.fullmatch(text, words)]
            used.update(reasons)
            if not reasons:
                unexplained.append((rule, words, lint["message"], body))
    assert not unexplained
    assert used == {why for _, _, why in EXPLAINED}, "what is explained is found too"


def test_harper_finds_a_fault_when_there_is_one(tmp_path: Path) -> None:
    """The checker that the letters pass is awake."""
    (tmp_path / "letter.txt").write_text("I is excited about the the new ward.\n", encoding="utf-8")
    command = [str(HARPER), "lint", "--format", "json", "--quiet", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert {lint["rule"] for lint in json.loads(result.stdout)[0]["lints"]} >= {"RepeatedWords"}
