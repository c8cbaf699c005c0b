import datetime as dt
import re
from itertools import combinations

import pytest

from generator.interview import Interview, Interviewer, Tone
from generator.letters import Letter, write_letters
from generator.words import MONTHS, WEEKDAYS
from tests.samples import DANA, INTERVIEW, interview, interview_at, panel

TONES: tuple[Tone, ...] = ("warm", "formal", "brief")
# What shows that a template had nothing to put in, or put it in wrongly.
DEBRIS = re.compile(
    r"[\[\]{}<>]|None|undefined|null|\bTrue\b|\bFalse\b"
    r"|[ \t]{2}|\s[.,;:!?]|[.,;:]{2}|[!?][.,;:]|\(\)|\"\"|^[a-z]|\b(\w+) \1\b|[ \t]$|\n{3}|\t",
    re.MULTILINE,
)
# Kind, and claimed by nobody: what a person did not type.
UNTYPED = re.compile(
    r"impress|inspir|stayed with me|at length|industry|leading|today|yesterday|tomorrow|last week|this week"
    r"|insight|perfect|passion|honou?r|team that|your team|salary|decision yet|checking in|following up"
    r"|touching base|circling back|esteemed|leverage|pick your brain",
    re.IGNORECASE,
)
SITUATIONS = {
    "whole": INTERVIEW,
    "two-follow-ups": interview(second_follow_up=True),
    "date-given": interview_at(
        "2026-03-05", "14:30", 45, "Europe/London", second_follow_up=True, reply_in_days=8
    ),
    "day-given": interview(reply_by=dt.date(2026, 3, 13)),
    "panel": panel("Ruth Adeyemi", "Paul Lindqvist", "Mei Tan", "Dr Ana de la Cruz", second_follow_up=True),
    "nothing-in-own-words": interview(
        thankful_for="",
        fit="",
        excited_about="",
        interviewers=(Interviewer(name="Dana"),),
        second_follow_up=True,
    ),
    "only-fit": interview(
        thankful_for="", excited_about="", interviewers=(Interviewer(name="Dana"),), second_follow_up=True
    ),
    "only-excitement": interview(
        thankful_for="", fit="", interviewers=(Interviewer(name="Dana"),), second_follow_up=True
    ),
    "date-not-known": interview(appointment=None, second_follow_up=True),
    "company-with-a-full-stop": interview(company="Acme Inc.", second_follow_up=True),
    "same-day": interview(situation="same-day-decision", interviewers=panel("Ruth", "Paul").interviewers),
    "recruiter": interview(situation="recruiter", contact_name="Sam Field", second_follow_up=True),
    "recruiter-panel": panel("Ruth", "Paul Lee", situation="recruiter", contact_name="Sam Field"),
    "no-address": interview(situation="no-address", contact_name="Sam Field"),
    "no-addresses": panel("Ruth", "Paul", situation="no-address", contact_name="Sam Field"),
    "repair": interview(
        situation="repair", better_answer="to your question about rotas: I plan them four weeks ahead"
    ),
    "missed-call": interview(
        situation="missed-call", call_date=dt.date(2026, 3, 10), call_time=dt.time(9, 30)
    ),
    "missed-call-without-a-date": interview(situation="missed-call"),
    "date-passed": interview(situation="date-passed", reply_in_days=3, second_follow_up=True),
    "second-follow-up": interview(situation="second-follow-up", news="passed the exam that I told you about"),
    "second-follow-up-without-news": interview(situation="second-follow-up"),
    "rejection": interview(situation="rejection"),
    "rejection-with-a-question": interview(
        situation="rejection", question="May I ask which answer you would have liked to hear more on?"
    ),
    "withdrawal": interview(situation="withdrawal"),
    "withdrawal-with-a-reason": interview(situation="withdrawal", reason="We are moving to Leeds."),
    "large-panel": panel("Ann", "Ben", "Cy", "Dee", "Eve", "Fay", "Gil", "Hal", contact_name="Sam Field"),
    "large-panel-without-a-contact": panel("Ann", "Ben", "Cy", "Dee", "Eve", "Fay", "Gil", "Hal"),
    "sentences-typed-whole": interview(
        thankful_for="Thank you for showing me round.",
        fit="I would bring ten years of nursing.",
        excited_about="I'm excited about the new wing!",
        second_follow_up=True,
    ),
}


def by_id(met: Interview) -> dict[str, Letter]:
    """Write the letters, by their ids."""
    return {letter.id: letter for letter in write_letters(met)}


def letters_of(kind: str, met: Interview) -> list[Letter]:
    """Write the letters and return those of a kind."""
    return [letter for letter in write_letters(met) if letter.kind == kind]


def in_tone(met: Interview, tone: Tone) -> Interview:
    """Return an interview in another tone."""
    return Interview(**{name: getattr(met, name) for name in met.__dataclass_fields__} | {"tone": tone})


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("met", SITUATIONS.values(), ids=SITUATIONS)
def test_letters_have_no_debris(met: Interview, tone: Tone) -> None:
    """No bracket, brace, empty sentence, doubled word, mark or space shows where an answer was missing."""
    for letter in write_letters(in_tone(met, tone)):
        text = letter.body.replace("Inc.,", "Inc,")
        found = DEBRIS.search(text.partition(f"\n{met.your_name}")[0]) or DEBRIS.search(letter.subject)
        assert found is None, (letter.id, found, letter.subject, letter.body)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("met", SITUATIONS.values(), ids=SITUATIONS)
def test_letters_claim_nothing_untyped(met: Interview, tone: Tone) -> None:
    """No day or date but the interview's and the time frame's, no number, nothing about how it felt."""
    appointment = met.appointment
    given = [day for day in (appointment.date if appointment else None, met.reply_by, met.call_date) if day]
    weekdays = {WEEKDAYS[day.weekday()] for day in given}
    dates = {f"{day.day} {MONTHS[day.month - 1]}" for day in given}
    typed = " ".join(
        [met.thankful_for, met.fit, met.excited_about, *(one.detail for one in met.interviewers)]
    )
    for letter in write_letters(in_tone(met, tone)):
        text = f"{letter.subject}\n{letter.body.partition(f'{chr(10)}{met.your_name}')[0]}"
        assert set(re.findall("|".join(WEEKDAYS), text)) <= weekdays
        assert set(re.findall(rf"\d+ (?:{'|'.join(MONTHS)})", text)) <= dates
        text = text.replace(f"within {met.reply_in_days} days", "").replace(" at 9:30", "")
        assert not re.search(r"\d", re.sub(rf"\d+ (?:{'|'.join(MONTHS)})", "", text))
        for found in UNTYPED.findall(text):
            assert found in typed, (letter.id, found)


@pytest.mark.parametrize("tone", TONES)
def test_thank_you_holds_everything_that_was_typed(tone: Tone) -> None:
    """It has the thanks, the detail, the fit and the excitement, and names day, role and company."""
    (letter,) = letters_of("thank-you", in_tone(INTERVIEW, tone))
    for fact in (
        INTERVIEW.thankful_for, INTERVIEW.fit, INTERVIEW.excited_about, DANA.detail, INTERVIEW.company,
        INTERVIEW.role, "Thursday", INTERVIEW.your_name, INTERVIEW.your_email, INTERVIEW.your_phone,
    ):  # fmt: skip
        assert letter.body.casefold().count(fact.casefold()) >= 1, fact


@pytest.mark.parametrize("tone", TONES)
def test_follow_up_holds_what_a_follow_up_is_for(tone: Tone) -> None:
    """Thanks again, the whole date, the offer and the excitement; no detail of the talk, not the fit."""
    letter = by_id(in_tone(INTERVIEW, tone))["follow-up"]
    for part in (
        "Thank you again", "Thursday 5 March", "ward nurse", "Harbour Street Clinic",
        "Is there anything else that you need from me?", "a team that trains its own people", "look forward",
    ):  # fmt: skip
        assert part in letter.body
    assert INTERVIEW.fit not in letter.body
    assert DANA.detail not in letter.body


@pytest.mark.parametrize("tone", TONES)
def test_second_follow_up_is_the_last(tone: Tone) -> None:
    """The second says that it is the last, what the person would bring, and asks for nothing."""
    letter = by_id(in_tone(interview(second_follow_up=True), tone))["second-follow-up"]
    assert re.search(r"one last|won't write again|leave it there", letter.body)
    for part in (INTERVIEW.fit, INTERVIEW.excited_about, "Thank you again"):
        assert part in letter.body
    assert "?" not in letter.body


def test_time_frame_is_said_when_it_was_given() -> None:
    """Only the follow-up names the time frame, as it was given: a day as a day, days as days."""
    for met, words in (
        (interview(reply_by=dt.date(2026, 3, 13)), "expect news by Friday 13 March,"),
        (interview(reply_in_days=8), "expect news within 8 days,"),
        (interview(reply_in_days=1), "expect news within a day,"),
    ):
        given = by_id(met)
        assert words in given["follow-up"].body
        assert not any("expect" in letter.body for letter in given.values() if letter.id != "follow-up")
    assert "expect" not in by_id(INTERVIEW)["follow-up"].body


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("missing", "stem"),
    [("thankful_for", "in particular|especially grateful to you|Above all|, and for"),
     ("fit", "(?:would|'d) bring"), ("excited_about", "excited"), ("detail", "enjoy")],
)  # fmt: skip
def test_missing_answer_leaves_its_sentence_out(missing: str, stem: str, tone: Tone) -> None:
    """An answer that was not given leaves no trace of its stem in any letter."""
    if missing == "detail":
        met = interview(interviewers=(Interviewer(name="Dana"),), second_follow_up=True)
    else:
        met = interview(second_follow_up=True, **{missing: ""})
    for letter in write_letters(in_tone(met, tone)):
        assert not re.search(stem, letter.body), letter.id
    assert re.search(stem, write_letters(in_tone(INTERVIEW, tone))[0].body)


def test_one_letter_each_and_the_follow_up_to_one() -> None:
    """A thank-you for every interviewer in order, then one follow-up, then the second if it was asked for."""
    met = panel("Ruth", "Paul", "Mei", second_follow_up=True)
    assert [(letter.id, letter.kind, letter.to.name) for letter in write_letters(met)] == [
        ("thank-you-1", "thank-you", "Ruth"),
        ("thank-you-2", "thank-you", "Paul"),
        ("thank-you-3", "thank-you", "Mei"),
        ("follow-up", "follow-up", "Ruth"),
        ("second-follow-up", "second-follow-up", "Ruth"),
    ]


def test_follow_up_goes_to_the_one_who_decides() -> None:
    """To the first who decides; to the first of all when nobody does."""
    met = panel(
        "Ruth",
        Interviewer(name="Paul", decides=True),
        Interviewer(name="Mei", decides=True),
        second_follow_up=True,
    )
    letters = by_id(met)
    assert letters["follow-up"].to.name == letters["second-follow-up"].to.name == "Paul"
    assert by_id(panel("Ruth", "Paul"))["follow-up"].to.name == "Ruth"


@pytest.mark.parametrize("tone", TONES)
def test_letters_of_a_panel_differ(tone: Tone) -> None:
    """No two of three people get the same sentence, nor the same subject."""
    letters = letters_of("thank-you", in_tone(panel("Ruth", "Paul", "Mei"), tone))
    assert len({letter.subject for letter in letters}) == 3
    for one, other in combinations(letters, 2):
        sentences = [set(re.split(r"(?<=[.?]) |\n+", letter.body)) for letter in (one, other)]
        assert sentences[0] & sentences[1] == {"Amara Cole", "+44 7700 900123", "amara@example.com"}


@pytest.mark.parametrize("tone", TONES)
def test_large_panels_differ_too(tone: Tone) -> None:
    """Twenty people get twenty letters, each with its own name and detail and nobody else's."""
    names = [f"{chr(ord('A') + place)}nna Whitfield" for place in range(20)]
    letters = letters_of("thank-you", in_tone(panel(*names), tone))
    assert len({letter.body for letter in letters}) == 20
    for letter, name in zip(letters, names, strict=True):
        others = [other.split()[0] for other in names if other != name]
        assert f"what {name} does all day" in letter.body
        assert not any(other in letter.body for other in others)


@pytest.mark.parametrize(
    ("changes", "subjects"),
    [
        ({}, ["Thank you: ward nurse interview", "Re: Thank you: ward nurse interview"]),
        ({"appointment": None}, ["Thank you: ward nurse interview", "Re: Thank you: ward nurse interview"]),
        (
            {"role": "The Ward Nurse role."},
            ["Thank you: Ward Nurse role interview", "Re: Thank you: Ward Nurse role interview"],
        ),
        (
            {"role": "iOS developer"},
            ["Thank you: iOS developer interview", "Re: Thank you: iOS developer interview"],
        ),
        (
            {"second_follow_up": True},
            [
                "Thank you: ward nurse interview",
                "Re: Thank you: ward nurse interview",
                "Re: Thank you: ward nurse interview",
            ],
        ),
    ],
)  # fmt: skip
def test_subjects(changes: dict[str, object], subjects: list[str]) -> None:
    """A thank-you's says thank you and the role, the follow-ups reply to it."""
    assert [letter.subject for letter in write_letters(interview(**changes))] == subjects


def test_subjects_of_a_panel_say_thank_you_and_the_role() -> None:
    """Each subject of a panel does, on one line that a phone shows whole."""
    for letter in letters_of("thank-you", SITUATIONS["panel"]):
        assert re.match(r"Thank you\b.*\bward nurse\b", letter.subject)
        assert len(letter.subject) <= 60


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("met", SITUATIONS.values(), ids=SITUATIONS)
def test_last_line_before_the_name_looks_ahead(met: Interview, tone: Tone) -> None:
    """The last sentence of each letter looks forward."""
    for letter in write_letters(in_tone(met, tone)):
        last = re.split(r"(?<=[.?!]) ", letter.body.split("\n\n")[-2])[-1]
        assert re.search(r"look forward|(?:glad|lovely) to hear|hope (?:to|that our|that we)\b", last), last


@pytest.mark.parametrize(
    ("phone", "email", "signature"),
    [
        ("", "", "Amara Cole"),
        ("+44 7700 900123", "", "Amara Cole\n+44 7700 900123"),
        ("", "amara@example.com", "Amara Cole\namara@example.com"),
        ("+44 7700 900123", "amara@example.com", "Amara Cole\n+44 7700 900123\namara@example.com"),
    ],
)
def test_name_stands_alone_and_contacts_only_if_typed(phone: str, email: str, signature: str) -> None:
    """Nothing between the last sentence and the name; the phone and the address under it where typed."""
    for letter in write_letters(interview(your_phone=phone, your_email=email, second_follow_up=True)):
        assert letter.body.split("\n\n")[-1] == signature


@pytest.mark.parametrize(
    ("tone", "greeting"),
    [("warm", "Dear Dana,"), ("formal", "Dear Dana Whitfield,"), ("brief", "Dear Dana,")],
)
def test_greeting(tone: Tone, greeting: str) -> None:
    """Each letter begins with the person's name and a blank line."""
    for letter in write_letters(interview(tone=tone)):
        assert letter.body.startswith(f"{greeting}\n\n")


def test_tones_sound_different() -> None:
    """Formal has no contractions and warm has; brief is five sentences at most."""
    warm, formal, brief = (write_letters(interview(tone=tone))[0].body for tone in TONES)
    assert "'" in warm
    assert "'" not in formal
    text = brief.split("\n\n", 1)[1].rpartition("\n\n")[0]
    assert len(re.findall(r"[.?!](?:\s|$)", text)) <= 5
    assert len(brief.split()) < len(warm.split()) < len(formal.split())


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("tone", TONES)
def test_typed_text_is_never_a_template(tone: Tone, second: bool) -> None:  # noqa: FBT001 - a parameter
    """Braces, percent signs and markup that somebody types stand in the letter as typed."""
    typed = "{{ 7 * 7 }} {% raw %} <b>& \\n %s {0}"
    met = interview(tone=tone, excited_about=typed, company=typed, second_follow_up=second)
    for letter in write_letters(met):
        assert letter.body.count(typed) >= 2


def test_letters_are_the_same_each_time() -> None:
    """The same interview gives the same letters."""
    met = SITUATIONS["panel"]
    assert write_letters(met) == write_letters(met)
