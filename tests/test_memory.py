"""What Python does while nobody waits, for the next visit."""

import json
from typing import Any

import pytest

from generator import browser, memory, plan


def test_a_rehearsal_asks_what_pages_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters with findings, reviews of drafts and calendars, each of something new; none of them fails."""
    asked: list[dict[str, Any]] = []
    answered: list[dict[str, Any]] = []

    def handle(request: str) -> str:
        answer = browser.handle(request)
        asked.append(json.loads(request))
        answered.append(json.loads(answer))
        return answer

    monkeypatch.setattr(memory, "handle", handle)
    memory.rehearse(0, 1)
    memory.rehearse(1, 6)
    assert {one["request"] for one in asked} == {"plan", "check", "calendars"}
    assert len({one["draft"] for one in asked if one["request"] == "check"}) == 6
    assert [one for one in answered if "error" in one] == []
    assert all(one["result"].get("errors", {}) == {} for one in answered)


def test_each_round_of_practice_asks_for_something_new() -> None:
    """What was asked before is remembered, and would run nothing."""
    before = plan.review_letter.cache_info().misses
    memory.practise(1001)
    once = plan.review_letter.cache_info().misses
    memory.practise(1002)
    assert before < once < plan.review_letter.cache_info().misses
