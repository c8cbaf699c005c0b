"""What Python does while nobody waits, for the next visit."""

import json

from generator import browser, memory, plan


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
