"""The guide reads easily, and a grammar checker has nothing to say that is not listed with a reason."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import syllapy  # type: ignore[import-untyped]  # it says nothing of its types

from tests.pages.pages import ROOT, Page, assert_none
from tests.pages.prose import is_whole, paragraphs, sentences, words

pytestmark = pytest.mark.site

LONGEST: Final = 30
HARDEST: Final = 8.0
HARPER: Final = Path(sys.executable).with_name("harper")
EXPLAINED: Final = ROOT / "tests/prose.txt"


def explained() -> Iterator[tuple[str, str]]:
    """Yield what may stand: the checker's rule, and the words or a star for any."""
    rule = ""
    for line in EXPLAINED.read_text("utf-8").splitlines():
        if line.startswith("- "):
            yield rule, line[2:]
        elif line and not line.startswith("#"):
            rule, _, reason = line.partition(": ")
            assert reason, f"{rule} needs a reason"


def syllables(word: str) -> int:
    """Return how many syllables a word has; a number counts as one."""
    counted: int = syllapy.count(word.replace("’", "'"))
    return max(1, counted)


def grade(sentences: list[str]) -> float:
    """Return the school grade that a text asks for, by Flesch and Kincaid."""
    counted = [word for sentence in sentences for word in words(sentence)]
    spoken = sum(map(syllables, counted))
    return 0.39 * len(counted) / len(sentences) + 11.8 * spoken / len(counted) - 15.59


def lint(folder: Path, texts: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the checker's findings, each with the name of its text."""
    names = dict(enumerate(texts))
    for number, name in names.items():
        (folder / f"{number}.txt").write_text(texts[name], encoding="utf-8")
    command = [str(HARPER), "lint", "--format", "json", "--quiet", "--dialect", "gb", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    files: list[dict[str, Any]] = json.loads(result.stdout)
    assert len(files) == len(texts)
    for file in files:
        for finding in file["lints"]:
            yield names[int(Path(file["file"]).stem)], finding


def test_no_sentence_is_long(pages: list[Page], subtests: pytest.Subtests) -> None:
    """A sentence over 30 words is a finding, wherever a reader meets it."""
    for page in pages:
        if page.is_project:
            continue
        with subtests.test(page.name):
            found = [one for line in paragraphs(page) for one in sentences(line) if len(words(one)) > LONGEST]
            assert_none(found)


def test_every_guide_page_reads_easily(pages: list[Page], subtests: pytest.Subtests) -> None:
    """Somebody of thirteen or fourteen years can follow: grade 8 or below."""
    for page in pages:
        if page.is_guide:
            whole = [one for line in paragraphs(page) for one in sentences(line) if is_whole(one)]
            with subtests.test(page.name):
                assert len(whole) >= 3
                assert grade(whole) <= HARDEST


def test_the_guide_has_no_finding_that_is_not_explained(
    pages: list[Page], subtests: pytest.Subtests, tmp_path: Path
) -> None:
    """Harper finds what tests/prose.txt lists, all of it, and names in the examples; nothing else."""
    # Names are as they are.
    examples = (path.read_text("utf-8") for path in (ROOT / "docs/examples").glob("*.json"))
    typed = {word for text in examples for word in re.findall(r"\w+", text)}
    texts = {page.name: "\n\n".join(paragraphs(page)) + "\n" for page in pages if not page.is_project}
    allowed, used = set(explained()), set()
    found: dict[str, list[str]] = {name: [] for name in texts}
    for name, finding in lint(tmp_path, texts):
        rule, marked = finding["rule"], finding["matched_text"].removesuffix("’s")
        reasons = allowed & {(rule, marked), (rule, "*")}
        used |= reasons
        if not reasons and not (rule == "SpellCheck" and marked in typed):
            found[name].append(f"{rule}: {marked}: {finding['message']}")
    for name, findings in found.items():
        with subtests.test(name):
            assert_none(findings)
    assert_none(f"no more found: {rule}: {marked}" for rule, marked in allowed - used)


def test_harper_finds_a_fault_when_there_is_one(tmp_path: Path) -> None:
    """The checker that the guide passes is awake."""
    text = "You was excited about the the new ward.\n"
    assert "RepeatedWords" in {finding["rule"] for _, finding in lint(tmp_path, {"text": text})}
