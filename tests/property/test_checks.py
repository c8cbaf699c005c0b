import datetime as dt
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import CHECKS, Check, review
from generator.drafts import Draft, addressee, read_draft
from generator.drafts.parts import split_letter
from generator.interview import EVERY_KIND, Interview, Kind
from generator.letters import write_letters
from generator.plan import review_letter
from tests.property.strategies import interviews, moments

KINDS: st.SearchStrategy[Kind] = st.sampled_from(sorted(EVERY_KIND))
# Pieces that the checks look at, in any order.
PIECES = st.sampled_from([
    "Dear ", "Hi", "Helen", ",", "\n", "\n\n", " ", ".", "?", "!", "…", "Thank you", " for ", "the role at ",
    "Acme", "[", "]", "{", "}", "<", ">", "(", "your name", ")", "**", "•", "- ", "1. ", "🙂", "“", "’",
    "P.S.", "Best,", "Re:", "Subject: ", "To: ", "\r\n", "\u00a0", "\ufeff", "\u2028", "a week ago", "I ",
    "would", "Dr. ", "山田", "just checking in", "when will you decide", "_" * 9, "X" * 9, "\ud800", "İ", "ß",
])  # fmt: skip
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join)
# Twice as long as a text may be that is looked at whole.
LONG = 20_000
# Seconds; a pattern that tries everything twice takes minutes.
A_MOMENT = 2


@given(TEXTS, KINDS, st.none() | interviews(), st.none() | moments(), st.booleans())
def test_any_text_can_be_reviewed(
    text: str,
    kind: Kind,
    interview: Interview | None,
    now: dt.datetime | None,
    made: bool,  # noqa: FBT001 - a strategy's value
) -> None:
    """No text raises; findings come in the guide's order; each place is in the body and holds something."""
    pasted = read_draft(text)
    to = addressee(interview, kind, pasted) if interview else None
    draft = Draft(
        kind=kind,
        body=pasted.body,
        subject=pasted.subject,
        interview=interview,
        to=to,
        now=now,
        made=made,
    )
    order = [check.id for check in CHECKS]
    found = review(draft)
    assert [order.index(one.check) for one in found] == sorted(order.index(one.check) for one in found)
    for finding in found:
        assert finding.message
        assert "\n" not in finding.message
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start < end <= len(draft.body)


@given(TEXTS)
def test_a_pasted_draft_keeps_its_places(text: str) -> None:
    """The body stands in what was pasted where the offset says, character by character."""
    pasted = read_draft(text)
    there = text.replace("\r\n", "\n")[pasted.offset : pasted.offset + len(pasted.body)]
    assert len(there) == len(pasted.body)
    assert all(one in {other, " ", "\n"} for one, other in zip(pasted.body, there, strict=True))


@given(interviews(whole=True))
def test_letters_with_every_answer_can_go_out(interview: Interview) -> None:
    """A letter that was made of a whole interview has nothing that must be mended."""
    for letter in write_letters(interview):
        assert [one for one in review_letter(letter, interview) if one.level == "must"] == []


@settings(max_examples=30)
@given(st.text(alphabet="aA .,!?\n(<[{*_-'\"I", min_size=1, max_size=6), KINDS)
def test_a_review_ends(piece: str, kind: Kind) -> None:
    """A text of 20,000 characters, whatever is repeated in it, is reviewed in a moment by every check."""
    draft = Draft(kind=kind, body=(piece * LONG)[:LONG])
    began = time.process_time()
    review(draft)
    for check in CHECKS:
        list(check.find(draft))
    assert time.process_time() - began < A_MOMENT


# What a pattern may try again from each place: runs, and the fronts of what the checks look for.
WORST = (
    " ", "\n", " \n", "-", "-a", "a@", "a-", "A", "A-", "'", ".", "...a", ". ", "… ", "?", "!. ", "(",
    "[", "{", "<", "/", "<b ", "<style>", "<!--", "&amp;", "_", "*", "** ", "**a", "`", "#", "x", "XX/",
    "{{", "_" * 10 + "\n", "> ", "On aaaa\n", "--\n", "X-a: b\n", "I ", "I am ", "I would ", "the a ",
    "your a ", "at A", "join A ", "you, Aa", "thank-", "hope-", "happy to see ", "I know hear by but ",
    "though ", "met two weeks ago. ", "one ", "1 ", "12 Mill ", "+1 ", "• a\n", "P.S.\n", "Best, A\n",
    "A\n", "aa bb\n", "Dr. ", ",", " . ", "\u00ada", "é", "when will you decide? ",
)  # fmt: skip
BEGINS, ENDS = "Dear Helen,\n\nI was there. x", "y and I would be glad to be there again.\n\nAmara Osei"
FEW, MANY = 2_500, 10_000
# Four times the text takes four times as long, or sixteen times where a pattern begins again at each place.
MOST_GROWTH = 8
# What takes no longer than this is not measured well.
A_BLINK = 0.001


def ask(check: Check) -> Callable[[Draft], object]:
    """Return the work of one check, for a letter of a kind that it is asked of."""

    def work(draft: Draft) -> None:
        for _ in check.find(draft):
            pass

    return work


def seconds(work: Callable[[Draft], object], piece: str, length: int, kind: Kind, times: int) -> float:
    """Return the least time that work takes on a draft of one piece again and again."""
    taken = []
    for _ in range(times):
        draft = Draft(kind=kind, body=f"{BEGINS}{(piece * length)[:length]}{ENDS}")
        assert draft.parts.sentences
        began = time.process_time()
        work(draft)
        taken.append(time.process_time() - began)
    return min(taken)


def grows_too_fast(work: Callable[[Draft], object], piece: str, kind: Kind) -> bool:
    """Say whether work takes over eight times as long on four times the text, also in the best of five."""
    return all(
        seconds(work, piece, MANY, kind, times)
        > MOST_GROWTH * max(seconds(work, piece, FEW, kind, times), A_BLINK)
        for times in (1, 5)
    )


@pytest.mark.skipif(sys.platform == "emscripten", reason="Pyodide has no clock of its own processor time")
@pytest.mark.parametrize("piece", WORST, ids=repr)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """Reading a draft, taking it apart and each rule take as many times longer as the text is longer."""
    works = [(check.id, ask(check), min(check.kinds)) for check in CHECKS]
    works += [
        ("read", lambda draft: read_draft(draft.body), "thank-you"),
        ("text", lambda draft: replace(draft).text, "thank-you"),
        ("parts", lambda draft: split_letter(draft.text), "thank-you"),
    ]
    slow = [name for name, work, kind in works if grows_too_fast(work, piece, kind)]
    assert slow == []
