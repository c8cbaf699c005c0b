"""People in many trades, and what they type after an interview: neat, hurried and awkward."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, get_args

from generator.interview import Interview, Interviewer, Situation, Tone
from tests.samples import APPOINTMENT

TONES: Final[tuple[Tone, ...]] = get_args(Tone)
SITUATIONS: Final[tuple[Situation, ...]] = get_args(Situation)

CASTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "company": "Northgate Rail",
        "role": "Signal Engineer",
        "people": (
            ("Ruth Adeyemi", "head of signalling", "the plan for the yard at Joliet"),
            ("Paul Lindqvist", "operations director", "What a winter timetable asks of the crews."),
            ("Mei Tan", "people partner", "the two-year training scheme"),
        ),
        "thankful_for": "Showing me the control room",
        "fit": "eight years of interlocking design and a calm head on night work",
        "excited_about": "rebuilding a junction that half the state relies on",
        "news": "passed the exam for the new signals",
        "question": "what would have made my answer on safety stronger?",
        "reason": "I have accepted another offer",
        "better_answer": "To your question about delays: I would tell the crews first, then the passengers.",
    },
    {
        "company": "Alderton & Sons LLP",
        "role": "the junior solicitor position",
        "people": (("Dr Ana de la Cruz", "", "about how trainees move between teams"),),
        "thankful_for": "thank you for your patience with my questions.",
        "fit": "I would bring two years at a legal advice clinic",
        "excited_about": "to learn from people who write plainly",
        "news": "I have finished the course in contract law",
        "question": "May I ask which of the two teams has a place next year?",
        "reason": "because we are moving to Leeds",
        "better_answer": "a contract without a date is still a contract, and I should have said so",
    },
    {
        "company": "The Corner Bakery",
        "role": "baker",
        "people": (("Tom", "Owner", "the sourdough"), ("Ngozi", "baker", "you told me how the night starts")),
        "thankful_for": "you let me shape a loaf",
        "fit": "I get up at three without an alarm",
        "excited_about": "The morning bread !!",
        "news": "started to bake rye at home",
        "question": "what you look for in a first month",
        "reason": "My hours at school have changed",
        "better_answer": "i knead by hand first",
    },
    {
        "company": "3M",
        "role": "iOS developer",
        "people": (
            ("J. R. Okafor", "VP of engineering", "your move to smaller releases"),
            ("Siobhán O’Neill", "", "testing without a device lab"),
            ("山田 太郎", "engineer", "the app's offline mode"),
            ("Sam", "designer", "seeing the new icons"),
            ("Priya Nair", "team lead", "code review that takes minutes"),
            ("Zhang Wei", "data scientist", "\"the long tail\" of old phones"),
            ("Whitfield, Dana", "HR", "working hours across time zones"),
        ),
        "thankful_for": "that you took two hours for it",
        "fit": "six years of Swift, and patience with other people's code",
        "excited_about": "an app that a million people open each day",
        "news": "published the small app that we talked about",
        "question": "how often the team meets in one place",
        "reason": "the role needs more travel than I can do",
        "better_answer": "Yes, I have shipped without tests, and I would not do it again.",
    },
    {
        "company": "St Brannoc's School",
        "role": "teaching assistant",
        "people": (("Mrs Okonkwo", "headteacher", "the reading hour"), ("Lee", "teacher", "the garden")),
        "thankful_for": "the warm welcome , and the tea",
        "fit": "my year as a volunteer in a mixed class",
        "excited_about": "helping children who read late",
        "news": "finished my first-aid course",
        "question": "whether there will be a place in spring",
        "reason": "I need a place nearer to my mother",
        "better_answer": "When a child will not sit, I sit down first.",
    },
    {
        "company": "Yahoo!",
        "role": "Head of IT.",
        "people": (("Prof. Ludwig van der Berg", "chief officer", "the move out of two data centres"),),
        "thankful_for": "an honest answer about the budget...",
        "fit": "a record of quiet migrations; nobody noticed them",
        "excited_about": "that you let engineers decide",
        "news": "agreed an earlier start with my employer",
        "question": "which part of my plan was least clear",
        "reason": "",
        "better_answer": "",
    },
    {
        "company": "Rivermouth Foods",
        "role": "sous-chef",
        "people": (("Marie DUPONT", "chef", "hearing how you buy fish"), ("Kofi", "cook", "")),
        "thankful_for": "“the taste of everything”",
        "fit": "ten years on the line",
        "excited_about": "",
        "news": "",
        "question": "",
        "reason": "the hours do not fit my family's",
        "better_answer": "I would cut the menu to twelve dishes.",
    },
    {
        "company": "Millbrook Council",
        "role": "a planning officer",
        "people": (("Ms Osei", "planning lead", "How objections are answered in plain words"),),
        "thankful_for": "For the walk along the new cycle path",
        "fit": "bring four years of public meetings, most of them civil",
        "excited_about": "I'm excited about plans that people can read",
        "news": "i passed my driving test",
        "question": "how the panel saw my case study",
        "reason": "a place nearer home has come up",
        "better_answer": "Not every objection needs a meeting; every one needs an answer.",
    },
    {
        "company": "Blue Harbour Shipping",
        "role": "marine electrician",
        "people": (
            ("Captain Ines Duarte", "fleet manager", "The refit in June."),
            ("Bo", "electrician", "walking through the engine room"),
        ),
        "thankful_for": "The tour was a joy",
        "fit": "my own tools and a clean safety record",
        "excited_about": "life on board, frankly",
        "news": "got my tickets for work at height",
        "question": "if the June refit still needs hands",
        "reason": "my papers will not come through in time",
        "better_answer": "I isolate first, then I test, then I isolate again.",
    },
    {
        "company": "Larch & Loom",
        "role": "internship",
        "people": (("Aoife", "founder", "We talked about wool from small farms"), ("Jun", "", "dyes")),
        "thankful_for": "treating a student like a colleague",
        "fit": "a steady hand and a lot of questions",
        "excited_about": "because you make things that last",
        "news": "sent you the sample that we spoke of",
        "question": "what I should learn next",
        "reason": "it clashes with my last term",
        "better_answer": "I have not woven on a loom of that size, and I would like to.",
    },
    {
        "company": "Fenwick Data",
        "role": "senior data analyst",
        "people": (
            ("Lena Brandt", "head of data", "why the weekly report has one page"),
            ("Omar Haddad", "analyst", "dashboards that nobody opens"),
            ("Grace Kim", "engineer", "the cost of a slow query"),
            ("Will Marsh", "product manager", "learning what users ask first"),
        ),
        "thankful_for": "the exercise with real numbers",
        "fit": "a habit of asking what a number is for",
        "excited_about": "work that ends in a decision",
        "news": "written up the exercise with the fix that you suggested",
        "question": "which part of the exercise mattered most to you",
        "reason": "my present team has made me an offer that I want to take",
        "better_answer": "The average hid two groups, and I should have split them first.",
    },
    {
        "company": "Greenbank Hospice",
        "role": "night carer",
        "people": (("Sister Mary Ellis", "matron", "how families are told"), ("Dev", "carer", "quiet hours")),
        "thankful_for": "letting me sit with the night team",
        "fit": "nine years of nights, and I like them",
        "excited_about": "a house where nobody is hurried",
        "news": "finished the course in end-of-life care",
        "question": "whether I may apply again in a year",
        "reason": "my own family needs me at night",
        "better_answer": "When I do not know what to say, I say so and stay.",
    },
    {
        "company": "Tallis Instruments",
        "role": "Apprentice Toolmaker",
        "people": (("Mr. & Mrs. Tallis", "owners", "fifty years of small parts"),),
        "thankful_for": "the old lathe.",
        "fit": "good hands.",
        "excited_about": "learning a trade from the people who know it",
        "news": "made the part that you drew for me",
        "question": "what the next intake looks like",
        "reason": "I have decided to stay at school",
        "better_answer": "I measure twice because my first teacher made me.",
    },
)  # fmt: skip


def interviews() -> Iterator[Interview]:
    """Yield every cast in every situation and tone."""
    for cast in CASTS:
        people = tuple(
            Interviewer(name=name, title=title, detail=detail) for name, title, detail in cast["people"]
        )
        for situation in SITUATIONS:
            for tone in TONES:
                yield Interview(
                    your_name="Amara Cole",
                    your_phone="+44 7700 900123",
                    appointment=APPOINTMENT,
                    interviewers=people,
                    tone=tone,
                    situation=situation,
                    contact_name="Sam Field",
                    call_date=dt.date(2026, 3, 10),
                    call_time=dt.time(9, 30),
                    reply_in_days=8 if situation == "date-passed" else None,
                    second_follow_up=True,
                    **{key: value for key, value in cast.items() if key != "people"},
                )
