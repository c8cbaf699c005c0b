import inspect
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.checks import CHECKS, Check, Example, Finding, review
from generator.checks.examples import follow_up, met, thank_you
from generator.drafts import Draft
from generator.interview import Interviewer, Kind
from generator.letters import write_letters
from generator.plan import review_letter
from tests.samples import INTERVIEW, interview

# The rules' ids, from the advice.
ADVICE = {
    "within-24-hours", "by-email", "say-why", "name-a-detail", "name-people", "show-fit", "show-excitement",
    "one-each", "thank-you-length", "clear-subject", "no-pressure", "one-to-two-weeks",
    "respect-the-time-frame",
    "short", "offer-more", "look-forward", "thank-again", "do-not-annoy", "no-stock-openers", "same-thread",
    "no-placeholders", "right-names", "signed", "own-words", "plain-text",
}  # fmt: skip
GUIDE = Path(__file__).parents[1] / "docs"
FAILING = [(check, example) for check in CHECKS for example in check.failing]
PASSING = [(check, example) for check in CHECKS for example in check.passing]


def name(value: object) -> str:
    """Name a row of a table by its check."""
    return value.id if isinstance(value, Check) else ""


def found(check_id: str, **draft: Any) -> list[Finding]:
    """Return what one check finds in a draft."""
    return [finding for finding in review(Draft(**draft)) if finding.check == check_id]


@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_every_check_has_examples_for_each_of_its_pages(check: Check) -> None:
    """No check exists without a draft that fails it and one that passes."""
    assert check.failing
    assert check.passing
    for example in (*check.failing, *check.passing):
        assert example.kind in check.kinds


@pytest.mark.parametrize(("check", "example"), FAILING, ids=name)
def test_failing_examples_are_found_by_that_check_alone(check: Check, example: Example) -> None:
    """The check finds something in each failing example, and no other check does."""
    assert {finding.check for finding in review(example.draft)} == {check.id}


@pytest.mark.parametrize("example", [example for _, example in PASSING], ids=[one.id for one, _ in PASSING])
def test_passing_examples_have_nothing_to_mend(example: Example) -> None:
    """No check finds anything in a passing example."""
    assert review(example.draft) == ()


# What a finding may ask for, and nothing softer: what to do stands first.
VERBS = {
    "Ask", "Begin", "Check", "Close", "Fill", "Greet", "Leave", "Name", "Paste", "Put", "Reply", "Say",
    "Send", "Shorten", "Sign", "Take", "Thank", "Type", "Wait", "Write",
}  # fmt: skip
MOST_WORDS = 25


@pytest.mark.parametrize(("check", "example"), FAILING, ids=name)
def test_findings_say_what_to_do_and_where(check: Check, example: Example) -> None:
    """A message is one short sentence that begins with what to do, and quotes what stands at its place."""
    for finding in review(example.draft):
        said, (*quotes,) = (
            re.sub(r"“[^”]*”", "it", finding.message),
            re.findall(r"“([^”]*)”", finding.message),
        )
        assert said.split()[0] in VERBS
        assert re.fullmatch(r"[^\n!.?]*[^\W_][^\n!.?]*\.", re.sub(r"\d[:.,]\d", "0", said))
        assert len(finding.message.split()) <= MOST_WORDS
        assert finding.level == check.level
        page, _, heading = finding.guide.partition("/#")
        assert (page in check.pages, heading) == (True, check.id)
        if finding.span:
            start, end = finding.span
            there = " ".join(example.draft.body[start:end].split())
            assert 0 <= start < end <= len(example.draft.body)
            assert all(there.startswith(quote.removesuffix("…")) for quote in quotes)


def test_every_id_is_a_rule_of_the_advice() -> None:
    """Each check's id is a rule of the advice, and no two share one."""
    assert {check.id for check in CHECKS} <= ADVICE
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_excitement_is_explained_where_the_letter_is() -> None:
    """Two pages have the heading: a thank-you's finding links to one, a follow-up's to the other."""
    check = next(check for check in CHECKS if check.id == "show-excitement")
    guides = {(example.kind, one.guide) for example in check.failing for one in review(example.draft)}
    assert guides == {
        ("thank-you", "thank-you/#show-excitement"), ("follow-up", "follow-up/#show-excitement"),
    }  # fmt: skip


@pytest.mark.parametrize("tone", ["warm", "formal", "brief"])
def test_whole_interview_must_change_nothing(tone: str) -> None:
    """Letters of an interview with every answer can go out as they are, in any tone."""
    met = interview(tone=tone, second_follow_up=True, reply_in_days=8)
    for letter in write_letters(met):
        assert [one for one in review_letter(letter, met) if one.level == "must"] == []


@pytest.mark.parametrize("nothing", ["", "...", " ; "])
def test_missing_answers_are_found_in_the_guides_order(nothing: str) -> None:
    """All that is missing is found at once, in the letters where it belongs."""
    met = interview(
        thankful_for=nothing,
        fit=nothing,
        excited_about=nothing,
        interviewers=(Interviewer(name="Dana"),),
    )
    musts = {
        letter.id: [one.check for one in review_letter(letter, met) if one.level == "must"]
        for letter in write_letters(met)
    }
    assert musts == {
        "thank-you-1": ["say-why", "name-a-detail", "show-fit", "show-excitement"],
        "follow-up": ["show-excitement"],
    }


def test_a_detail_is_asked_for_per_person() -> None:
    """Only the letter to the person without a detail has the finding."""
    met = interview(interviewers=(Interviewer(name="Ruth", detail="trains"), Interviewer(name="Paul")))
    messages = {
        letter.id: [one.message for one in review_letter(letter, met) if one.check == "name-a-detail"]
        for letter in write_letters(met)
    }
    assert messages["thank-you-1"] == []
    assert messages["thank-you-2"] == ["Name one thing you talked about with Paul."]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (39, "Say a little more: 40 words or more; it has 39."),
        (40, ""),
        (120, ""),
        (121, "Shorten it to 120 words or fewer; it has 121."),
        (150, "Shorten it to 120 words or fewer; it has 150."),
        (151, "Shorten it to 120 words or fewer; it has 151, and 150 is the limit."),
    ],
)
def test_follow_up_length_has_both_ends_in(words: int, message: str) -> None:
    """40 and 120 words are short enough and long enough; above 150 the limit is named."""
    findings = found("short", kind="follow-up", body="word " * words)
    assert [finding.message for finding in findings] == ([message] if message else [])


@pytest.mark.parametrize(
    ("tone", "fewest", "most"), [("warm", 75, 180), ("formal", 75, 180), ("brief", 45, 110), (None, 75, 180)]
)
def test_thank_you_length_has_both_ends_in(tone: str | None, fewest: int, most: int) -> None:
    """75 to 180 words, in the brief tone 45 to 110; the text alone does not tell its tone."""
    met = interview(tone=tone) if tone else None
    for words in (fewest - 1, fewest, most, most + 1):
        draft = {"kind": "thank-you", "body": "word " * words, "interview": met, "to": INTERVIEW.decider}
        assert bool(found("thank-you-length", **draft)) is (not fewest <= words <= most)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (44, "Say a little more: 75 words or more; it has 44."),
        (45, "Say a little more: 75 words or more, unless short is your style; it has 45."),
        (74, "Say a little more: 75 words or more, unless short is your style; it has 74."),
        (181, "Shorten it to 180 words or fewer; it has 181."),
    ],
)
def test_a_short_thank_you_may_be_somebodys_style(words: int, message: str) -> None:
    """Without the interview, a draft as long as a brief one has is told that short may be meant."""
    findings = found("thank-you-length", kind="thank-you", body="word " * words)
    assert [one.message for one in findings] == [message]


def test_a_same_day_note_may_be_brief() -> None:
    """A note before a decision on the same day is as short as one in the brief tone."""
    known = interview(situation="same-day-decision")
    for words, messages in ((44, 1), (45, 0), (110, 0), (111, 1)):
        draft = {"kind": "thank-you", "body": "word " * words, "interview": known, "to": INTERVIEW.decider}
        assert len(found("thank-you-length", **draft)) == messages


@pytest.mark.skipif(not GUIDE.is_dir(), reason="the guide is not here")
@pytest.mark.parametrize("check", CHECKS, ids=name)
def test_the_guide_says_what_a_judgement_looks_for(check: Check) -> None:
    """Where a check's own file says what it looks for, each of its headings in the guide says so too."""
    judges = "Looked for:" in (inspect.getdoc(inspect.getmodule(check.ask)) or "")
    for page in check.pages:
        text = (GUIDE / f"{page}.md").read_text("utf-8")
        section = text.partition(f"{{ #{check.id} }}")[2].partition("\n##")[0]
        assert ("{ .looked-for }" in section) is judges


TOO_LONG = (
    "twenty-one days ago", "twenty one days ago", "thirty-one days ago", "a month ago",
    "two and a half weeks ago", "over three weeks ago", "29 days ago",
)  # fmt: skip
IN_TIME = (
    "thirteen days ago", "a fortnight ago", "about a fortnight ago", "a couple of weeks ago",
    "a week and a half ago", "a good week ago", "eight or nine days ago", "ten working days ago",
)  # fmt: skip


@pytest.mark.parametrize("words", [*TOO_LONG, *IN_TIME])
def test_how_long_ago_is_read_in_words(words: str) -> None:
    """Numbers, hyphens and fortnights are counted as they are meant."""
    findings = review(follow_up({"on Tuesday 3 March": words}).draft)
    assert [one.check for one in findings] == ["one-to-two-weeks"] * (words in TOO_LONG)


@pytest.mark.parametrize(
    "words",
    [
        "I am sorry for my slow reply.", "Please excuse this slow reply!", "Sorry for the delay.",
        "I have been slow to write.", "I am late in thanking you.",
        "Thank you for letting me sit in at the desk three days ago.",
        "I am grateful that you let me answer the phones five days ago.",
    ],
)  # fmt: skip
def test_late_thanks_say_so_in_many_ways(words: str) -> None:
    """An excuse, or thanks for something that is days ago, is a sign that the letter comes late."""
    findings = review(thank_you({"I enjoyed talking": f"{words} I enjoyed talking"}).draft)
    assert [one.check for one in findings] == ["within-24-hours"]


SIGNATURES = (
    "Best wishes,\nAmara Osei\nScheduling for dental practices all over the north of the county since 2014",
    "Best wishes,\nAmara Osei\nScheduling, since 2014.\nIf you cannot reach me, my neighbour knows where.",
    "Amara Osei\nVolunteer at the night shelter in Mill Lane every second Thursday of the month",
    "Amara\n-- \nAmara Osei | Scheduler, first-aider and keeper of three very old greyhounds\nLeeds",
    "Kind regards,\n-- \nAmara Osei",
    "-- \nAmara Osei\namara@example.org",
    "Thanks,\nAmara\n\nThis email and any attachments are confidential and meant for the addressee alone.",
    "Amara Osei\n\nCONFIDENTIALITY NOTICE: what is in this message is for the person named above.",
    "Amara Osei\n\nPlease consider the environment before you print this.",
    "amara osei",
    "thanks again,\namara osei",
    "Best,\namara",
)


@pytest.mark.parametrize("known", [{}, met()], ids=["alone", "with the interview"])
@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_name_is_found_among_what_stands_around_it(signature: str, known: dict[str, Any]) -> None:
    """Long lines, dashes, footers and small letters hide no signature."""
    assert review(thank_you({"Amara Osei": signature}, **known).draft) == ()


@pytest.mark.parametrize(("whole", "short"), [("Robert", "Bob"), ("Katherine", "Kate"), ("William", "Bill")])
def test_a_short_form_is_the_same_name(whole: str, short: str) -> None:
    """Who is called Robert may be greeted as Bob and sign so, and the other way round."""
    for typed, said in ((whole, short), (short, whole)):
        person = Interviewer(name=f"{typed} Brandt", detail="why Mondays are so full")
        known = met(your_name=f"{typed} Osei", interviewers=(person,))
        changes = {"Dear Helen,": f"Dear {said},", "Amara Osei": f"Best,\n{said}"}
        assert review(thank_you(changes, **known).draft) == ()


@pytest.mark.parametrize(
    "greeting", ["dear helen,", "hi helen brandt,", "hello ms brandt", "Hélen,", "morning helen,"]
)
def test_a_greeting_may_be_in_small_letters(greeting: str) -> None:
    """A name without a capital, or without its accent, is the name."""
    for known in ({}, met()):
        assert review(thank_you({"Dear Helen,": greeting}, **known).draft) == ()


def test_what_is_asked_below_the_name_is_read() -> None:
    """A sentence under the signature is no part of it."""
    below = "Amara Osei\n\nOne more thing: when will you decide, and what would the salary be for this role?"
    found = [one.check for one in review(thank_you({"Amara Osei": f"Thanks,\n{below}"}).draft)]
    assert found == ["no-pressure"]


ENDS = "I look forward to hearing from you."
OWN = (
    "I would love to work at the Clinic.",
    "I'd be thrilled to be part of Clinic Day in May.",
    "It would be good to be part of Harbour Clinic.",
    "I would love to be part of Helen's team.",
    "I hope to join Priya and the others at the desk.",
    "I hope to join Robert.",
    "I hope to join Aisha.",
    "I hope to join Priya and Tomoko at the desk.",
    "I enjoyed discussing the role with Ngozi Marsh.",
    "I would love to become part of The Clinic.",
    "I enjoyed discussing the role with Sarah Marsh.",
    "The job with the clinic's night team sounds good.",
    "I spent a year as part of Mill Lane Surgery before that.",
    "The role at the Leeds office is the one I want.",
    "I want to be part of Year 4 and of the Tuesday group.",
    "I am excited about the front desk coordinator role.",
    "I was interested to hear about the nurse role that you have filled.",
    "I am excited about the scheduling role.",
    "I'm keen on the job of bringing order to Mondays.",
)
OTHERS = {
    "I would love to be part of Mill Lane Surgery.": "Mill Lane Surgery",
    "I would love to become part of Globex.": "Globex",
    "I would love to join the team at Globex.": "Globex",
    "I would love to work at Mill Lane Clinic.": "Mill Lane Clinic",
    "I would love to join St Mary's as your scheduler.": "St Mary's",
    "I liked your team at Globex very much.": "Globex",
    "I am excited to join Globex.": "Globex",
    "I enjoyed our talk, and would love to join Globex.": "Globex",
    "I am excited about the role with Globex.": "Globex",
    "I am excited about the patient transport driver role.": "patient transport driver role",
    "Thank you for the interview for the accountant position.": "accountant position",
}


@pytest.mark.parametrize("sentence", OWN)
def test_no_other_company_is_seen_where_none_is(sentence: str) -> None:
    """Teams, people, towns and another word for the role are nobody else's names."""
    for known in ({}, met()):
        assert review(thank_you({ENDS: f"{sentence} {ENDS}"}, **known).draft) == ()


@pytest.mark.parametrize(("sentence", "words"), OTHERS.items())
def test_another_company_or_role_is_seen(sentence: str, words: str) -> None:
    """With the interview known, the letter may say in many ways that the work is somewhere else."""
    draft = thank_you({ENDS: f"{sentence} {ENDS}"}, **met()).draft
    (finding,) = review(draft)
    assert finding.check == "right-names"
    assert finding.span
    assert draft.body[slice(*finding.span)] == words


SAME = (
    ("Forge Kitchens Ltd", "Forge"), ("Forge", "Forge Kitchens Ltd"), ("The Copper Group", "Copper"),
    ("International Business Makers", "IBM"), ("IBM", "International Business Makers"),
    ("I.B.M.", "International Business Makers"), ("Forgeworks", "Forge"), ("Forge", "Forgeworks"),
    ("Data Works", "Dataworks"), ("Dataworks", "Data Works"), ("The Makers of Qi", "Qi Energy"),
)  # fmt: skip
OTHER = (
    ("Harbour Clinic", "Riverside Clinic"), ("Baker A Crust", "Dairy A Cream"),
    ("The Copper Group", "The Iron Group"), ("IBM", "Forge"), ("Data Works", "Mill Works"),
)  # fmt: skip


@pytest.mark.parametrize(("company", "said"), [*SAME, *OTHER])
def test_a_company_may_be_called_by_a_part_of_its_name(company: str, said: str) -> None:
    """A telling word, its first letters or another spacing is the same company; "Clinic" alone is not."""
    draft = thank_you({"at Harbour Clinic": f"at {said}"}, **met(company=company)).draft
    messages = [one.message for one in review(draft) if one.check == "right-names"]
    other = [f"Check “{said}”: the interview was at {company}."]
    assert messages == (other if (company, said) in OTHER else [])


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({"Harbour Clinic": "Sun ☀ Clinic"}, {"company": "Sun ☀ Clinic"}),
        ({"six years of": "six *quiet* years of"}, {"fit": "six *quiet* years of booking patients"}),
        ({"Amara Osei": "Kind regards,\nAmara Osei\n- Leeds\n- York"}, {}),
    ],
    ids=["a-picture-in-a-name", "marks-in-an-answer", "bullets-under-a-name"],
)
def test_signs_that_were_meant_are_plain_text(changes: dict[str, str], known: dict[str, Any]) -> None:
    """What was typed stands as it was typed, and who lists two towns below the name may."""
    assert review(thank_you(changes, **met(**known)).draft) == ()
    if known:
        assert {one.check for one in review(thank_you(changes).draft)} == {"plain-text"}


@pytest.mark.parametrize(
    ("kind", "first", "enough"),
    [
        ("thank-you", True, False),
        ("thank-you", False, True),
        ("follow-up", True, True),
        ("follow-up", False, True),
    ],
)
def test_a_thank_you_begins_with_thanks(kind: Kind, first: bool, enough: bool) -> None:  # noqa: FBT001 - a row of the table
    """Excitement in the first sentence of a thank-you is courtesy; in a follow-up it may come at once."""
    said = ["I am excited about the job.", "It is Monday."]
    body = f"Dear Helen,\n\n{' '.join(said if first else reversed(said))}\n\nAmara Osei"
    assert (not found("show-excitement", kind=kind, body=body)) is enough


def test_what_was_typed_is_no_other_company() -> None:
    """A name that stands in an answer was meant; one of which only a part does was not."""
    known = met(fit="six years at Copper Lane Books")
    for said, messages in (("Copper Lane Books", 0), ("Copper Lane", 0), ("Copper Hill", 1)):
        draft = thank_you({ENDS: f"I would love to work at {said}. {ENDS}"}, **known).draft
        assert len([one for one in review(draft) if one.check == "right-names"]) == messages


@pytest.mark.parametrize(
    ("name", "greeted", "same"),
    [
        ("Anastazja Kowal", "Ana", True), ("Anastazja Kowal", "ANA", True), ("Anastazja Kowal", "An", False),
        ("Zora Kowal", "Zor", False), ("Zorah Kowal", "Zor", True), ("Zor Kowal", "Zorah", True),
        ("Zora Kowal", "Zorana", True), ("Zora Kowal", "Kow", True), ("Zora Kowal", "Mara", False),
    ],
)  # fmt: skip
def test_a_greeting_may_have_the_front_of_a_name(name: str, greeted: str, same: bool) -> None:  # noqa: FBT001 - a row of the table
    """Three letters of it at least, and two more or less than it has: with one, it is another name."""
    people = (Interviewer(name=name, detail="why Mondays are so full"),)
    draft = thank_you({"Dear Helen,": f"Dear {greeted},"}, **met(interviewers=people)).draft
    assert ("right-names" not in {one.check for one in review(draft)}) is same


@pytest.mark.parametrize(
    ("greeting", "one"),
    [
        ("Dear Tim and Co,", True), ("Dear Tim / Co,", True), ("Dear Aisha and Co,", False),
        ("Dear Tim and Aisha,", False), ("Dear Tim & team,", False),
    ],
)  # fmt: skip
def test_one_person_may_have_a_name_like_two(greeting: str, one: bool) -> None:  # noqa: FBT001 - a row of the table
    """Where the interview is known, a greeting of that name alone is to one person."""
    people = (
        Interviewer(name="Tim and Co", detail="why Mondays are so full"),
        Interviewer(name="Aisha Khan"),
    )
    draft = thank_you({"Dear Helen,": greeting}, **met(interviewers=people)).draft
    assert ("one-each" not in {finding.check for finding in review(draft)}) is one


@pytest.mark.parametrize(
    ("role", "subject", "names"),
    [
        ("Ward Nurse", "Thank you: nursing interview", True),
        ("Chef", "Thank you: chef interview", True),
        ("Chef", "Thank you: cheerful interview", False),
        ("Cook", "Thank you: cookery interview", True),
        ("Vet", "Thank you: vet interview", True),
        ("Vet", "Thank you: veteran interview", False),
        ("Candidate Adviser", "Thank you: adviser interview", True),
        ("Candidate", "Thank you: candidate interview", True),
        ("Candidate", "Thank you: chef interview", False),
        ("R & D", "Thank you: r&d interview", True),
        ("C++", "Thank you: C + + interview", True),
        ("C++", "Thank you: Java interview", False),
    ],
)
def test_a_subject_names_the_role_by_a_word_of_it(role: str, subject: str, names: bool) -> None:  # noqa: FBT001 - a row of the table
    """Long words may end in another way; short ones, and signs, are the same or another role."""
    changes = {"Thank you: Scheduling Coordinator interview": subject}
    findings = review(thank_you(changes, **met(role=role)).draft)
    assert ("clear-subject" not in {one.check for one in findings}) is names


def test_a_subject_has_60_characters_at_most() -> None:
    """The message says how many there are; at 60 there is none."""
    for signs, messages in (
        (60, []),
        (61, ["Shorten the subject to 60 characters; it has 61, and a phone cuts off the rest."]),
    ):
        subject = "Thank you: Scheduling Coordinator ".ljust(signs, "y")
        draft = replace(thank_you().draft, subject=subject)
        assert [one.message for one in review(draft)] == messages


def test_capitals_are_a_role_where_not_all_are_capitals() -> None:
    """The word "IT" is a role in a subject written as usual; in one of capitals alone it is a word."""
    for subject, messages in (("Thank you for IT", 0), ("THANK YOU FOR IT", 1)):
        draft = thank_you({"Thank you: Scheduling Coordinator interview": subject}).draft
        assert len([one for one in review(draft) if one.check == "clear-subject"]) == messages


@pytest.mark.parametrize(
    ("detail", "sentence", "enough"),
    [
        ("the orchard and the beehives", "The orchard!", False),
        ("the orchard and the beehives", "The orchard, the beehives!", True),
        ("the orchard, beehives and greenhouse", "The orchard, the beehive!", True),
        ("the orchard, beehives, greenhouse and ferns", "The orchard, the beehive!", True),
        ("the orchard, beehives, greenhouse, ferns and moss", "The orchard, the beehive!", False),
        ("the orchard, beehives, greenhouse, ferns and moss", "The orchard, the beehive, moss!", True),
    ],
)
def test_half_of_what_was_typed_is_an_echo_of_it(detail: str, sentence: str, enough: bool) -> None:  # noqa: FBT001 - a row of the table
    """A sentence with half of the words of what was talked about, and two at least, is about that."""
    people = (Interviewer(name="Helen Brandt", detail=detail), Interviewer(name="Aisha Khan"))
    vague = next(one for one in CHECKS if one.id == "name-a-detail").failing[1].text
    draft = Draft(
        kind="thank-you", body=vague.partition("\n\n")[2].replace("It was good", f"{sentence} It was good"),
        subject="Thank you: Scheduling Coordinator interview", **met(interviewers=people),
    )  # fmt: skip
    assert ("name-a-detail" not in {one.check for one in review(draft)}) is enough


@pytest.mark.parametrize(
    "sentence", ["I would love to be part of Mill Lane Surgery.", "I am excited about the ward nurse role."]
)
def test_without_the_interview_the_letter_may_contradict_itself(sentence: str) -> None:
    """A second company, or a role that the subject does not name, is seen; alone it is not."""
    draft = thank_you({ENDS: f"{sentence} {ENDS}"}).draft
    assert [one.check for one in review(draft)] == ["right-names"]
    alone = replace(
        draft, subject="Thank you", body=draft.body.replace("interview at Harbour Clinic", "meet you")
    )
    assert "right-names" not in [one.check for one in review(alone)]


def test_thanks_may_begin_in_the_greeting() -> None:
    """A greeting "Hi Helen and thank you" is thanks for what the first sentence says, and for no more."""
    for said, messages in (("for the tulips.", 0), ("for it.", 1)):
        body = f"Hi Helen and thank you,\n\n{said}\n\nThe roses grew, too.\n\nAmara Osei"
        assert len(found("say-why", kind="thank-you", body=body)) == messages


def test_a_title_in_place_of_a_name_is_nobody_else() -> None:
    """A chef may be greeted as one."""
    assert "right-names" not in [
        one.check for one in review(thank_you({"Dear Helen,": "Chef,"}, **met()).draft)
    ]


def as_html(text: str) -> str:
    """Return a letter as a mail program copies it: head, styles, paragraphs, entities."""
    paragraphs = "".join(
        f"<p class=\"MsoNormal\" style='margin:0'><span>{one}</span></p>\n" for one in text.split("\n\n")
    ).replace("'m ", "&rsquo;m&nbsp;")
    return f"<html><head><style>p {{ margin: 0 }}</style></head><body>{paragraphs}<br/></body></html>"


@pytest.mark.parametrize("known", [{}, met()], ids=["alone", "with the interview"])
def test_pasted_html_is_one_thing_to_mend(known: dict[str, Any]) -> None:
    """The marks of a web page are one finding; the letter between them is read as if they were not there."""
    draft = thank_you(**known).draft
    (finding,) = review(replace(draft, body=as_html(draft.body)))
    assert (finding.check, finding.message) == (
        "plain-text",
        "Paste it as plain text; “<html>” is a mark of a web page.",
    )


@pytest.mark.parametrize(
    "gap", ["XX/XX", "XX.XX.XXXX", "DD/MM/YYYY", "{{x}}", "{{ first name }}", "{% company %}", "[Company]"]
)
def test_a_gap_is_found_once(gap: str) -> None:
    """A gap of several signs is one gap."""
    draft = thank_you({"on Tuesday": f"on {gap}"}).draft
    (finding,) = review(draft)
    assert finding.span
    assert (finding.check, draft.body[slice(*finding.span)]) == ("no-placeholders", gap)


@pytest.mark.parametrize("count", [5, 6, 40])
def test_more_than_five_of_a_kind_are_counted(count: int) -> None:
    """Five findings of a rule are shown, and the fifth says how many more there are."""
    gaps = " ".join(f"[gap {number}]" for number in range(count))
    findings = review(thank_you({"most of it": f"most of it {gaps}"}).draft)
    findings = tuple(one for one in findings if one.check == "no-placeholders")
    assert len(findings) == 5
    rest = f" And {count - 5} more like it." if count > 5 else ""
    assert findings[-1].message == f"Fill “[gap 4]”, or take it out.{rest}"
    assert "more like it" not in findings[-2].message


def test_bullets_do_not_crowd_out_what_is_worse() -> None:
    """However many there are, a tag of a web page is named first."""
    bullets = "\n".join(f"- point {number}" for number in range(6))
    draft = thank_you({"Thank you for meeting": f"{bullets}\n<b>Thank you</b> for meeting"}).draft
    messages = [one.message for one in found("plain-text", **vars(draft))]
    assert "a mark of a web page" in messages[0]
    assert "in place of bullet points" in messages[1]


@pytest.mark.parametrize(
    "gap",
    [
        "[Name]", "{{x}}", "{% if %}", "{company}", "<Company>", "<YOUR NAME>", "(your name)",
        "(insert role)", "XX years", "xxx", "Xxx", "DD/MM/YYYY", "MM-DD", "___", "%NAME%", "${NAME}",
        "X years", "Your Name", "Full Name", "Job Title", "Company Name", "Name of the Company",
        "XYZ Company", "ABC Inc", "Insert the name", "INSERT NAME", "TODO", "TBD", "TBC", "FIXME",
        "Dear Name", "dear Name", "Dear Interviewer", "dear Interviewer", "Dear Recipient",
        "dear Recipient", "Dear First name", "dear FirstName", "lorem ipsum", "Lorem ipsum", "Mr/Mrs",
        "he/she", "about …", "about ...",
    ],
)  # fmt: skip
def test_every_kind_of_gap_is_found(gap: str) -> None:
    """Whatever gap of a template is left, in a letter that has no other."""
    draft = thank_you({"Thank you for meeting": f"{gap} thank you for meeting"}).draft
    assert len(found("no-placeholders", **vars(draft))) == 1
