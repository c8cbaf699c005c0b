import datetime as dt
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import CHECKS, Draft, addressee, read_draft, review
from generator.checks.rule import EVERY_KIND
from generator.interview import Interview, Kind
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
# As long as a text may be that is looked at whole.
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
    """A text of 20,000 characters, whatever is repeated in it, is reviewed in a moment."""
    body = (piece * LONG)[:LONG]
    began = time.process_time()
    review(Draft(kind=kind, body=body))
    assert time.process_time() - began < A_MOMENT
