"""What Python does while nobody waits, for the next visit."""

import json
from typing import Final

import pytest

from generator import browser, memory, plan
from generator.form import MOST_INTERVIEWERS

# Of practice, at most; tests/site holds it to the script, which is not there inside Pyodide.
MOST_ROUNDS: Final = 16


def test_a_rehearsal_asks_what_pages_ask() -> None:
    """Letters and what is found in them, each time others, and with nothing to be corrected."""
    answers = [json.loads(browser.handle(memory.page_request(number))) for number in (0, 1)]
    results = [answer["result"] for answer in answers]
    assert [result["errors"] for result in results] == [{}, {}]
    first, second = (result["plan"]["messages"] for result in results)
    assert len(first) > 1
    assert first[0]["body"] != second[0]["body"]
    assert all(message["findings"] is not None for message in first + second)


def test_each_round_of_practice_asks_for_something_new() -> None:
    """What was asked before is remembered, and would run nothing."""
    before = plan.review_letter.cache_info().misses
    memory.practise(1001)
    once = plan.review_letter.cache_info().misses
    memory.practise(1002)
    assert before < once < plan.review_letter.cache_info().misses


def test_practice_leaves_the_letters_of_the_page_alone() -> None:
    """After all its rounds, nothing is written anew for whoever met as many people as can be."""
    people = {f"interviewers-{place}-name": f"Dana Whitfield {place}" for place in range(MOST_INTERVIEWERS)}
    asked = json.loads(memory.page_request(2000))
    asked["fields"] |= people
    request = json.dumps(asked)
    answer = browser.handle(request)
    assert len(json.loads(answer)["result"]["plan"]["messages"]) > MOST_INTERVIEWERS
    for number in range(MOST_ROUNDS):
        memory.practise(2001 + number)
    before = plan.review_letter.cache_info().misses
    assert browser.handle(request) == answer
    assert plan.review_letter.cache_info().misses == before


def test_practice_says_what_python_cannot_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page logs it; nobody takes a failure for practice."""
    monkeypatch.setattr(memory, "VERSION", 99)
    with pytest.raises(RuntimeError, match="version"):
        memory.practise(1)
