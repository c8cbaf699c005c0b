import datetime as dt
from typing import get_args

import pytest

from generator.advice import LETTERS
from generator.form import SITUATIONS
from generator.interview import EVERY_KIND, Interviewer, Kind, Situation
from generator.letters import write_letters
from generator.occasions import KINDS, MOST_LETTERS, VARIANTS, occasions, thank_yous
from generator.schedule import steps
from tests.samples import interview, panel

EIGHT = ("Ann", "Ben", "Cy", "Dee", "Eve", "Fay", "Gil", "Hal")


@pytest.mark.parametrize(
    ("situation", "kinds", "dated"),
    [
        ("interview", ["thank-you", "follow-up"], ["thank-you", "follow-up"]),
        ("same-day-decision", ["thank-you", "follow-up"], ["thank-you", "follow-up"]),
        ("recruiter", ["recruiter", "follow-up"], ["thank-you", "follow-up"]),
        ("no-address", ["address-request", "thank-you", "follow-up"], ["thank-you", "follow-up"]),
        ("repair", ["thank-you", "follow-up"], ["thank-you", "follow-up"]),
        ("missed-call", ["missed-call"], []),
        ("date-passed", ["follow-up"], ["follow-up"]),
        ("second-follow-up", ["second-follow-up"], ["second-follow-up"]),
        ("rejection", ["rejection-reply"], []),
        ("withdrawal", ["withdrawal"], []),
    ],
)
def test_a_situation_has_its_letters_and_dates(
    situation: Situation, kinds: list[str], dated: list[str]
) -> None:
    """Each situation gives its own letters, and dates for those that the advice dates."""
    met = interview(situation=situation, contact_name="Sam Field", reply_by=dt.date(2026, 3, 13))
    assert [occasion.kind for occasion in occasions(met)] == kinds
    assert [step.name for step in steps(met)] == dated
    assert situation in KINDS


def test_every_situation_and_every_kind_has_its_words() -> None:
    """The form asks for each situation, each has letters, and each kind has a title and is reviewed."""
    assert set(KINDS) == set(SITUATIONS) == set(get_args(Situation))
    assert {kind for kinds in KINDS.values() for kind in kinds} == set(get_args(Kind))
    assert set(LETTERS) == EVERY_KIND == set(get_args(Kind))


def test_the_contact_gets_what_goes_through_them() -> None:
    """Through a recruiter all goes to the recruiter; a request for addresses to whoever arranged it."""
    met = panel(
        "Ruth", "Paul", situation="recruiter", contact_name="Sam", contact_email="sam@example.com",
        second_follow_up=True,
    )  # fmt: skip
    assert {letter.to for letter in write_letters(met)} == {Interviewer(name="Sam", email="sam@example.com")}
    asked, *others = write_letters(interview(situation="no-address", contact_name="Sam"))
    assert (asked.to.name, {letter.to.name for letter in others}) == ("Sam", {"Dana Whitfield"})


@pytest.mark.parametrize("tone", ["warm", "formal", "brief"])
def test_more_than_seven_people_are_offered_one_letter_that_names_everybody(tone: str) -> None:
    """Eight people get one each and one together, with every name; seven do not get that one."""
    met = panel(*EIGHT, tone=tone, contact_name="Sam Field")
    kinds = [letter.kind for letter in write_letters(met)]
    assert kinds == ["thank-you"] * 8 + ["coordinator", "follow-up"]
    body = next(letter.body for letter in write_letters(met) if letter.kind == "coordinator")
    assert "Ann, Ben, Cy, Dee, Eve, Fay, Gil and Hal" in body
    assert body.startswith("Dear Sam")
    seven = panel(*EIGHT[:MOST_LETTERS], tone=tone)
    assert "coordinator" not in {letter.kind for letter in write_letters(seven)}


def test_a_letter_to_nobody_named_still_greets() -> None:
    """Without the coordinator's name the letter greets without one, and makes none up."""
    letter = next(one for one in write_letters(panel(*EIGHT)) if one.kind == "coordinator")
    assert letter.body.startswith("Hello,\n\n")


def test_no_two_of_seven_get_the_same_wording() -> None:
    """As many people as there are wordings get one each, whoever leads."""
    for leading in range(VARIANTS + 1):
        met = panel(
            *(Interviewer(name=name, title="head of care" if place < leading else "nurse")
              for place, name in enumerate(EIGHT[:VARIANTS]))
        )  # fmt: skip
        assert sorted(one.variant for one in thank_yous(met)) == list(range(1, VARIANTS + 1))


def test_people_who_write_to_the_same_manager_begin_differently() -> None:
    """The wording depends on who writes, and each that begins with thanks is used."""
    writers = ["Amara Cole", "Tomas Eriks", "Wei Li", "Ines Moreau", "Noor van der Berg", "Sam Ito"]
    variants = {next(thank_yous(interview(your_name=name))).variant for name in writers}
    assert variants == {1, 3, 4, 6}


def test_who_leads_is_thanked_first_and_a_colleague_reads_first_what_they_talked_about() -> None:
    """The part in the day decides how a letter begins."""
    met = panel(
        Interviewer(name="Ruth", title="Ward manager", detail="the rota"),
        Interviewer(name="Paul", title="Nurse", detail="night shifts"),
    )
    to_ruth, to_paul, _ = write_letters(met)
    rules = [[sentence.rule for sentence in letter.sentences] for letter in (to_ruth, to_paul)]
    assert to_ruth.body.index("Thank you") < to_ruth.body.index("the rota")
    assert to_paul.body.index("night shifts") < to_paul.body.index("thank you")
    assert rules[0] != rules[1]


def test_only_the_person_who_decides_reads_the_better_answer() -> None:
    """The answer is mended with one person, in its own paragraph, and only in that situation."""
    met = panel("Ruth", Interviewer(name="Paul", decides=True), better_answer="I plan rotas early.")
    assert not any("I plan rotas early." in letter.body for letter in write_letters(met))
    mended = panel(
        "Ruth", Interviewer(name="Paul", decides=True), better_answer="I plan rotas early", situation="repair"
    )
    told = [letter.id for letter in write_letters(mended) if "I plan rotas early." in letter.body]
    assert told == ["thank-you-2"]


def test_a_same_day_note_is_within_two_hours_and_short() -> None:
    """It is due within two hours, whatever the hour, and shorter than the usual letter in its tone."""
    met = interview(situation="same-day-decision", tone="formal")
    first, follow_up = steps(met)
    assert first.latest - first.earliest == dt.timedelta(hours=2)
    assert first.earliest < first.suggested < first.latest
    # They decide that day, so the follow-up waits for it alone.
    assert (follow_up.rule, follow_up.earliest.date()) == ("follow-up-after-time-frame", dt.date(2026, 3, 6))
    assert len(write_letters(met)[0].body.split()) < len(
        write_letters(interview(tone="formal"))[0].body.split()
    )
