"""What a finding marks in a draft, and what its message quotes."""

import pytest

from generator.checks import review
from generator.checks.examples import follow_up, met, thank_you
from generator.drafts import Draft, quoted
from generator.interview import Interviewer

ENDS = "I look forward to hearing from you."
LONG = "an unusually long opening that nobody reads to its"


def marked(draft: Draft, check: str) -> list[str]:
    """Return the words that a check's findings mark."""
    spans = [one.span for one in review(draft) if one.check == check]
    return [draft.body[slice(*span)] for span in spans if span]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("I am checking in.", "I am checking in"),
        ("I am checking in\n\n", "I am checking in"),
        ("I am checking in, as you asked.", "I am checking in"),
        ("As you asked, I am checking in.", "I am checking in"),
        ("As you asked, I am checking in, and I hope that Mondays are calmer.", "I am checking in"),
        ("It is me again: I am checking in (as ever).", "I am checking in (as ever)"),
        ("It is me again – I am checking in – as ever.", "I am checking in"),
        ("Well, as you asked, I am checking in on it!", "I am checking in on it"),
    ],
)
def test_no_more_than_the_clause_is_marked(sentence: str, words: str) -> None:
    """In a long sentence only the clause with the stock opener is to be written anew, without its mark."""
    for place in ("Thank you again", ENDS):
        draft = follow_up({place: f"{sentence} {place}"}).draft
        assert marked(draft, "no-stock-openers") == [words]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("  checking\n in  ", "“checking in”"),
        ("a" * 48, f"“{'a' * 48}”"),
        ("a" * 49, f"“{'a' * 48}…”"),
        (f"{LONG} end", "“an unusually long opening that nobody reads to…”"),
        (
            "Xylophones, drums, harps and all the flutes, too; and more",
            "“Xylophones, drums, harps and all the flutes…”",
        ),
        (
            "We talked of trains, of planes and a railway X. There",
            "“We talked of trains, of planes and a railway X…”",
        ),
    ],
)  # fmt: skip
def test_a_quote_is_one_short_line(text: str, quote: str) -> None:
    """Up to 48 characters are quoted whole; more are cut behind a word, without the mark that stood there."""
    assert quoted(text) == quote


SAID = (
    (
        {ENDS: f"I put this card in the post on my way home. {ENDS}"}, "by-email",
        "Send it as an email; “this card” sounds like post.", "this card",
    ),
    (
        {"Dear Helen,": "12 Mill Lane\nLeeds LS1 4AB\n\nDear Helen,"}, "by-email",
        "Begin with the greeting; an email needs no postal address above it.", "12 Mill Lane",
    ),
    (
        {ENDS: "When will you decide?"}, "no-pressure",
        "Leave out “When will you decide?”; a thank-you asks for nothing.", "When will you decide?",
    ),
    (
        {"on Tuesday": "two days ago"}, "within-24-hours",
        "Send it within 24 hours of the interview; “two days ago” says that it comes later.", "two days ago",
    ),
    (
        {ENDS: f"Please thank the rest of the team. {ENDS}", "Aisha Khan and Tom Reyes": "your colleagues"},
        "name-people", "Name the people you met, in place of “your colleagues”.", "your colleagues",
    ),
    (
        {"Dear Helen,": "Dear Hiring Manager,"}, "name-people", "Greet the person by name.",
        "Dear Hiring Manager,",
    ),
    (
        {"Amara Osei": "Helen"}, "right-names", "Sign with your own name; this is the name that you greet.",
        "Helen",
    ),
    (
        {ENDS: f"Thank you again, Sarah. {ENDS}"}, "right-names",
        "Check “Sarah”: the letter goes to Helen.", "Sarah",
    ),
    (
        {"Dear Helen,": "Dear Helen Brandt,", ENDS: f"Thank you again, Sarah. {ENDS}"}, "right-names",
        "Check “Sarah”: the letter goes to Helen Brandt.", "Sarah",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "check", "message", "words"), SAID)
def test_a_message_quotes_what_is_marked(
    changes: dict[str, str], check: str, message: str, words: str
) -> None:
    """What is marked is what is meant, and the message names it in the person's own words."""
    draft = thank_you(changes).draft
    findings = [one for one in review(draft) if one.check == check]
    assert findings[0].message == message
    assert marked(draft, check)[0] == words


@pytest.mark.parametrize(
    ("greeting", "check", "message"),
    [
        ("Hello,", "name-people", "Greet Helen Brandt by name."),
        ("Dear Aisha,", "right-names", "Greet Helen Brandt here, and nobody else."),
    ],
)
def test_who_is_to_be_greeted_is_named(greeting: str, check: str, message: str) -> None:
    """With the interview known, the message says whom to greet."""
    draft = thank_you({"Dear Helen,": greeting}, **met()).draft
    assert [one.message for one in review(draft) if one.check == check] == [message]
    assert marked(draft, check) == [greeting]


def test_with_the_interview_the_message_names_the_person() -> None:
    """Who is spoken to in the letter is compared with the person it goes to."""
    draft = thank_you({ENDS: f"Thank you again, Sarah. {ENDS}"}, **met()).draft
    assert [one.message for one in review(draft)] == ["Check “Sarah”: the letter goes to Helen Brandt."]


def test_a_letter_without_a_sentence_has_nothing_to_mark() -> None:
    """What is missing from a letter that only greets and signs is said all the same."""
    findings = review(Draft(kind="follow-up", body="Dear Helen,\n\nKind regards,\nAmara Osei"))
    assert [one.span for one in findings if one.check == "look-forward"] == [None]


def test_the_last_sentence_is_marked_where_none_looks_ahead() -> None:
    """Where to look ahead is at the end, so that is what is marked."""
    assert marked(follow_up({ENDS: "My number has not changed."}).draft, "look-forward") == [
        "My number has not changed."
    ]


def test_the_name_to_sign_with_is_said() -> None:
    """With the interview known, the message names who is to sign."""
    (finding,) = review(thank_you({"\nAmara Osei\n": ""}, **met()).draft)
    assert finding.message == "Sign it: end with Amara Osei on a line of its own."


def test_only_an_address_above_the_greeting_is_a_head() -> None:
    """An address that stands in the letter, or below the name, is nothing to take out."""
    draft = thank_you({"Amara Osei": "Amara Osei\n12 Mill Lane\nLeeds LS1 4AB"}).draft
    assert marked(draft, "by-email") == []


def test_one_sentence_may_name_two_places() -> None:
    """What is no company hides no company behind it in the same sentence."""
    sentence = "I liked the work at Engineering, and I would love to work at Globex."
    draft = thank_you({ENDS: f"{sentence} {ENDS}"}, **met()).draft
    assert marked(draft, "right-names") == ["Globex"]


def test_naming_one_of_the_others_is_naming_people() -> None:
    """Who names one of the others that were met may thank the team beside."""
    with_team = {"It was good to meet Aisha Khan and Tom Reyes as well.": "Please thank the team."}
    named = {ENDS: f"Aisha has my number. {ENDS}"}
    assert marked(thank_you(with_team, **met()).draft, "name-people") == ["the team"]
    assert marked(thank_you(with_team | named, **met()).draft, "name-people") == []


def test_without_an_addressee_everybody_who_was_met_may_be_greeted() -> None:
    """A thank-you may greet any of them and nobody else; a follow-up may go to somebody who was not there."""
    known = {"interview": met()["interview"]}
    assert marked(thank_you({"Dear Helen,": "Dear Aisha,"}, **known).draft, "right-names") == []
    draft = thank_you({"Dear Helen,": "Dear Zora,"}, **known).draft
    assert [one.message for one in review(draft) if one.check == "right-names"] == [
        "Check the name in “Dear Zora,”; nobody you met is called that."
    ]
    assert marked(follow_up({"Dear Helen,": "Dear Zora,"}, **known).draft, "right-names") == []
    assert marked(thank_you({"Dear Helen,": "Dear Zora,"}).draft, "right-names") == []


@pytest.mark.parametrize(
    "words", ["Thank you again, Helen.", "Thank you again, Brandt.", "I hope to hear from you soon, Monday."]
)
def test_the_person_may_be_spoken_to(words: str) -> None:
    """By the name in the greeting or another of theirs; and a day is no name."""
    assert marked(thank_you({ENDS: f"{words} {ENDS}"}, **met()).draft, "right-names") == []


@pytest.mark.parametrize(
    ("known", "message"),
    [
        (met(), "Check “ward nurse role”: it was the Scheduling Coordinator role."),
        ({}, "Check “ward nurse role”: the subject names another one."),
    ],
    ids=["with-the-interview", "alone"],
)
def test_another_role_is_held_against_what_is_known(known: dict[str, object], message: str) -> None:
    """The interview says which role it was; without it, the subject does."""
    draft = thank_you({ENDS: f"I am excited about the ward nurse role. {ENDS}"}, **known).draft
    assert [one.message for one in review(draft)] == [message]


def test_a_detail_is_asked_for_without_a_name() -> None:
    """Where nobody knows whom it goes to, the message names nobody."""
    findings = review(Draft(kind="thank-you", body="Dear Helen,\n\nIt is Monday.\n\nAmara Osei"))
    assert [one.message for one in findings if one.check == "name-a-detail"] == [
        "Name one thing you talked about."
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("x" * 10_000, "Say a little more: 40 words or more; it has 1."),
        ("x" * 10_001, "Shorten it to a letter; it has 10,001 characters."),
        ("x " * 119 + "x" * 9_763, "Shorten it to a letter; it has 10,001 characters."),
        ("x " * 120 + "x" * 9_761, "Shorten it to 120 words or fewer; it has 121."),
    ],
)
def test_what_is_far_too_long_is_told_its_characters(body: str, message: str) -> None:
    """From 10,001 characters on, where the words alone would not say so."""
    findings = review(Draft(kind="follow-up", body=body))
    assert [one.message for one in findings if one.check == "short"] == [message]


def test_a_stock_phrase_in_a_name_is_a_name() -> None:
    """Somebody called Guru and a role called Ninja are named so; what else is worn is found."""
    people = (Interviewer(name="Guru Nair", detail="why Mondays are so full"),)
    known = met(
        interviewers=people, role="Scheduling Ninja", fit="six years of booking patients, leverage and all"
    )
    changes = {
        "Dear Helen,": "Dear Guru,", "I would bring six": "As a scheduling ninja I would leverage six",
        "Scheduling Coordinator": "Scheduling Ninja",
    }  # fmt: skip
    assert marked(thank_you(changes, **known).draft, "own-words") == ["leverage"]
    assert marked(thank_you(changes).draft, "own-words") == ["Guru", "ninja", "leverage"]
