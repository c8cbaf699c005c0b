import re

import pytest

from generator.checks import CHECKS, Check, review
from generator.checks.rule import Draft
from generator.interview import Interview, Interviewer
from generator.letters import Letter, write_letters
from tests.samples import INTERVIEW, interview

# The rules' ids, from the advice.
ADVICE = {
    "within-24-hours", "by-email", "say-why", "name-a-detail", "name-people", "show-fit", "show-excitement",
    "one-each", "thank-you-length", "clear-subject", "no-pressure", "one-to-two-weeks",
    "respect-the-time-frame",
    "short", "offer-more", "look-forward", "thank-again", "do-not-annoy", "no-stock-openers", "same-thread",
    "no-placeholders", "right-names", "signed", "own-words", "plain-text",
}  # fmt: skip
LONG = " ".join(["word"] * 95)
# By check and kind: an interview whose letter fails it, and what the finding says.
FAILING: dict[tuple[str, str], list[tuple[Interview, str]]] = {
    ("say-why", "thank-you"): [
        (interview(thankful_for=""), "Say what you are thankful for"),
        (interview(thankful_for="..."), "Say what you are thankful for"),
        (interview(thankful_for="Thank you for"), "Say what you are thankful for"),
    ],
    ("name-a-detail", "thank-you"): [
        (interview(interviewers=(Interviewer(name="Dana"),)), "Name one thing you talked about with Dana."),
        (interview(interviewers=(Interviewer(name="Dana", detail="."),)), "Name one thing"),
    ],
    ("show-fit", "thank-you"): [
        (interview(fit=""), "Say what you would bring"),
        (interview(fit="I would bring"), "Say what you would bring"),
    ],
    ("show-excitement", "thank-you"): [(interview(excited_about=""), "Say what you are excited about")],
    ("show-excitement", "follow-up"): [(interview(excited_about=";"), "Say what you are excited about")],
    ("show-excitement", "second-follow-up"): [
        (interview(excited_about="", second_follow_up=True), "Say what you are excited about"),
    ],
    ("thank-you-length", "thank-you"): [
        (interview(fit=LONG), "Shorten it to 180 words or fewer; it has "),
        (interview(fit=LONG, tone="formal"), "Shorten it to 180 words or fewer; it has "),
        (interview(fit=LONG, tone="brief"), "Shorten it to 110 words or fewer; it has "),
        (
            Interview(your_name="A", company="B", role="cook", interviewers=(Interviewer(name="D"),)),
            "Say a little more: 75 words or more; it has ",
        ),
    ],
    ("short", "follow-up"): [(interview(excited_about=LONG), "Shorten it to 120 words or fewer; it has ")],
    ("short", "second-follow-up"): [
        (interview(fit=LONG, second_follow_up=True), "Shorten it to 120 words or fewer; it has "),
    ],
}  # fmt: skip


def letter_of(kind: str, met: Interview) -> Letter:
    """Write the letters and return the first of a kind."""
    return next(letter for letter in write_letters(met) if letter.kind == kind)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.id}-{'-'.join(sorted(check.kinds))}")
def test_every_check_has_a_failing_and_a_passing_example(check: Check) -> None:
    """Each check finds something in an interview that lacks it, and nothing in the whole one."""
    whole = interview(second_follow_up=True)
    for kind in check.kinds:
        assert check.find(Draft(letter=letter_of(kind, whole), interview=whole)) is None
        for met, message in FAILING[check.id, kind]:
            finding = check.find(Draft(letter=letter_of(kind, met), interview=met))
            assert finding is not None
            assert finding.message.startswith(message)
            assert (finding.check, finding.level) == (check.id, check.level)
            assert finding.guide == f"{check.page}/#{check.id}"


def test_every_id_is_a_rule_of_the_advice() -> None:
    """A check's id is its rule's, and no kind of letter is asked the same rule twice."""
    assert {check.id for check in CHECKS} <= ADVICE
    asked = [(check.id, kind) for check in CHECKS for kind in check.kinds]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("tone", ["warm", "formal", "brief"])
def test_whole_interview_has_no_findings(tone: str) -> None:
    """Letters of an interview with every answer need nothing, in any tone."""
    met = interview(tone=tone, second_follow_up=True, reply_in_days=8)
    assert [review(letter, met) for letter in write_letters(met)] == [(), (), ()]


def test_missing_answers_are_found_in_the_guides_order() -> None:
    """All that is missing is found at once, in the letters where it belongs."""
    met = interview(
        thankful_for="",
        fit="",
        excited_about="",
        interviewers=(Interviewer(name="Dana"),),
        second_follow_up=True,
    )
    found = {letter.id: [one.check for one in review(letter, met)] for letter in write_letters(met)}
    assert found == {
        "thank-you-1": ["say-why", "name-a-detail", "show-fit", "show-excitement"],
        "follow-up": ["show-excitement"],
        "second-follow-up": ["show-excitement"],
    }


def test_a_detail_is_asked_for_per_person() -> None:
    """Only the letter to the person without a detail has the finding."""
    met = interview(interviewers=(Interviewer(name="Ruth", detail="trains"), Interviewer(name="Paul")))
    found = {letter.id: {one.check for one in review(letter, met)} for letter in write_letters(met)}
    assert "name-a-detail" not in found["thank-you-1"]
    assert "name-a-detail" in found["thank-you-2"]


@pytest.mark.parametrize(
    ("words", "found"), [(39, True), (40, False), (120, False), (121, True)]
)  # fmt: skip
def test_follow_up_length_has_both_ends_in(words: int, found: bool) -> None:  # noqa: FBT001 - a row of the table
    """40 and 120 words are short enough and long enough."""
    check = next(one for one in CHECKS if one.id == "short")
    letter = Letter(id="follow-up", kind="follow-up", to=INTERVIEW.decider, subject="", body="word " * words)
    assert (check.find(Draft(letter=letter, interview=INTERVIEW)) is not None) is found


@pytest.mark.parametrize(
    ("tone", "words", "found"),
    [
        ("warm", 74, True), ("warm", 75, False), ("warm", 180, False), ("warm", 181, True),
        ("formal", 74, True), ("formal", 180, False),
        ("brief", 44, True), ("brief", 45, False), ("brief", 110, False), ("brief", 111, True),
    ],
)  # fmt: skip
def test_thank_you_length_has_both_ends_in(tone: str, words: int, found: bool) -> None:  # noqa: FBT001 - a row of the table
    """75 to 180 words, in the brief tone 45 to 110."""
    check = next(one for one in CHECKS if one.id == "thank-you-length")
    letter = Letter(
        id="thank-you-1", kind="thank-you", to=INTERVIEW.decider, subject="", body="word " * words
    )
    assert (check.find(Draft(letter=letter, interview=interview(tone=tone))) is not None) is found


def test_findings_say_what_to_do() -> None:
    """Each message is one sentence that begins with what to do."""
    for (_, kind), examples in FAILING.items():
        for met, _ in examples:
            for finding in review(letter_of(kind, met), met):
                assert re.fullmatch(r"(?:Say|Name|Shorten) [^\n]+\.", finding.message)
