"""The form: every field of the interview document, with its label, hint and messages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from wtforms import FieldList, Form, FormField, ValidationError

from generator.fields import (
    BooleanField,
    DateField,
    EmailField,
    HiddenField,
    IntegerField,
    LineField,
    PhraseField,
    RadioField,
    SelectChoice,
    SelectField,
    TelField,
    TimeField,
    address,
    between_dates,
    between_numbers,
    line,
    optional,
    required,
    zone,
)
from generator.interview import Situation
from generator.zones import zone_choices

MOST_INTERVIEWERS = 20
SHORTEST_MINUTES, MOST_MINUTES = 5, 720
ONE_TIME_FRAME = "Keep one of the two: the date they gave or the number of days. Empty the other."
FIRST_DATE, LAST_DATE = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


# The moments that the letters are for, as the form asks for them.
SITUATIONS: dict[Situation, str] = {
    "interview": "An interview I have had",
    "same-day-decision": "An interview, and they decide the same day",
    "recruiter": "An interview through a recruiter",
    "no-address": "An interview, and I have no email address",
    "repair": "An interview with one answer that went badly",
    "missed-call": "A call that was promised and did not come",
    "date-passed": "The date they named has passed in silence",
    "second-follow-up": "No answer to my follow-up",
    "rejection": "They said no",
    "withdrawal": "I want to withdraw",
}


# What a letter of one situation cannot do without.
NEEDED: dict[str, dict[str, str]] = {
    "recruiter": {"contact_name": "Type the recruiter's name, because the letter goes to them."},
    "no-address": {"contact_name": "Type the name of whoever arranged the interview, because you ask them."},
    "date-passed": {"reply_by": "Type the day that they named, because no letter should come before it."},
    "repair": {"better_answer": "Type the answer as you wish you had given it, in a sentence or two."},
}


# A browser would offer the reader's own details here.
NOT_ONES_OWN = {"autocomplete": "off"}


class InterviewerForm(Form):
    """One person who was met."""

    name = LineField(
        "Their name",
        [required("Type the name of the person you met, or remove this person."), line(120)],
        description="As they introduced themselves. A title such as Dr goes in front.",
        render_kw=NOT_ONES_OWN,
    )
    title = LineField(
        "Their job title",
        [optional, line(120)],
        description="For example: ward manager.",
        render_kw=NOT_ONES_OWN,
    )
    email = EmailField(
        "Their email address",
        [optional, line(254), address],
        description="It goes into the letter's address line. It stays on this page.",
        render_kw=NOT_ONES_OWN,
    )
    detail = PhraseField(
        "Something you talked about with them",
        [optional, line(500)],
        stem="I enjoyed talking about",
        description="For example: how the night team hands over to the day team.",
    )
    decides = BooleanField(
        "They decide",
        description="The follow-up email goes to this person. If nobody is ticked, it goes to the first.",
    )


class InterviewForm(Form):
    """What happened in one interview."""

    your_name = LineField(
        "Your name",
        [required("Type your name, so that the letters can be signed."), line(120)],
        description="As you want to sign.",
        render_kw={"autocomplete": "name"},
    )
    your_email = EmailField(
        "Your email address",
        [optional, line(254), address],
        description="Stands under your name.",
        render_kw={"autocomplete": "email"},
    )
    your_phone = TelField(
        "Your phone number",
        [optional, line(120)],
        description="Stands under your name.",
        render_kw={"autocomplete": "tel"},
    )
    company = LineField(
        "Company",
        [required("Type the company's name, as it calls itself."), line(120)],
        description="As it calls itself, for example: Harbour Street Clinic.",
        render_kw=NOT_ONES_OWN,
    )
    role = LineField(
        "Role",
        [required("Type the role that you interviewed for."), line(120)],
        description="As the advert named it, for example: ward nurse.",
        render_kw=NOT_ONES_OWN,
    )
    date = DateField(
        "Date of the interview",
        [required("Type the date of the interview."), between_dates(FIRST_DATE, LAST_DATE)],
    )
    start = TimeField("When it started", [required("Type the time when the interview started.")])
    minutes = IntegerField(
        "Length in minutes",
        [optional, between_numbers(SHORTEST_MINUTES, MOST_MINUTES, unit="minutes")],
        default=60,
        render_kw={"min": SHORTEST_MINUTES, "max": MOST_MINUTES},
    )
    time_zone = SelectField(
        "Time zone of the interview",
        [required("Pick the time zone in which the interview took place."), zone],
        choices=[
            SelectChoice("", "Pick a place"),
            *(SelectChoice(name, label, optgroup=area) for area, name, label in zone_choices()),
        ],
        validate_choice=False,
        description="Every date and time here is by this place's clock.",
    )
    interviewers = FieldList(FormField(InterviewerForm), "Who you met", min_entries=1)
    thankful_for = PhraseField(
        "What you are thankful for",
        [optional, line(500)],
        stem="Thank you for",
        description="For example: showing me round the ward and answering so openly.",
    )
    fit = PhraseField(
        "What you would bring",
        [optional, line(500)],
        stem="I would bring",
        description="For example: five years on a busy surgical ward.",
    )
    excited_about = PhraseField(
        "What you are excited about",
        [optional, line(500)],
        stem="I am excited about",
        description="For example: a team that trains its own people.",
    )
    reply_by = DateField(
        "I would hear by",
        [optional, between_dates(FIRST_DATE, LAST_DATE)],
        description="The last day they named.",
    )
    reply_in_days = IntegerField(
        "Or within this many days",
        [optional, between_numbers(1, 120, unit="days")],
        description="Counted from the interview.",
        render_kw={"min": 1, "max": 120},
    )
    tone = RadioField(
        "Tone",
        choices=[
            SelectChoice("warm", "Warm"),
            SelectChoice("formal", "Formal"),
            SelectChoice("brief", "Brief"),
        ],
        default="warm",
        validate_choice=False,
    )
    second_follow_up = BooleanField(
        "Plan a second follow-up",
        description="One more, a week after the first. After that, let it go.",
    )
    discreet = BooleanField(
        "Discreet reminders",
        description="They name neither the company nor people, and carry no letter. "
        "Good when others see your calendar.",
    )
    id = HiddenField(validators=[optional, line(200)])
    situation = SelectField(
        "What are you writing about?",
        choices=[SelectChoice(name, label) for name, label in SITUATIONS.items()],
        default="interview",
        validate_choice=False,
    )
    contact_name = LineField(
        "Name of the recruiter or coordinator",
        [optional, line(120)],
        description="Whoever arranged the interview and passes things on.",
        render_kw=NOT_ONES_OWN,
    )
    contact_email = EmailField(
        "Email address of the recruiter or coordinator",
        [optional, line(254), address],
        description="It goes into the letter's address line. It stays on this page.",
        render_kw=NOT_ONES_OWN,
    )
    better_answer = PhraseField(
        "The answer as you wish you had given it",
        [optional, line(500)],
        stem="One of my answers could have been better.",
        description="One or two whole sentences, without an apology. They go to the person who decides.",
    )
    call_date = DateField(
        "Day of the call that did not come", [optional, between_dates(FIRST_DATE, LAST_DATE)]
    )
    call_time = TimeField("Agreed time of the call", [optional])
    news = PhraseField(
        "What is new since then",
        [optional, line(500)],
        stem="Since we spoke, I have",
        description="For example: passed the exam that I told you about. Without news, do not write again.",
    )
    question = PhraseField(
        "One question, if you have one",
        [optional, line(500)],
        stem="I would be grateful to know",
        description="For example: which of my answers you would have liked to hear more on.",
    )
    reason = PhraseField(
        "Why, if you want to say",
        [optional, line(500)],
        stem="I am withdrawing because",
        description="For example: I have accepted another offer.",
    )

    def validate_tone(self, field: Any) -> None:
        """Allow the tones there are."""
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError("Pick one of warm, formal or brief.")

    def validate_situation(self, field: Any) -> None:
        """Allow the situations there are."""
        if field.data not in SITUATIONS:
            raise ValidationError(f"Pick one of {', '.join(SITUATIONS)}.")

    def validate_reply_by(self, field: Any) -> None:
        """Allow one time frame, which has not ended before the interview."""
        if self.reply_in_days.raw_data and self.reply_in_days.raw_data[0].strip():
            raise ValidationError(ONE_TIME_FRAME)
        if self.date.data is not None and field.data < self.date.data:
            raise ValidationError(
                "This is before the interview. Type the last day of the time they gave you."
            )

    def validate_reply_in_days(self, _field: Any) -> None:
        """Allow one time frame."""
        if self.reply_by.raw_data and self.reply_by.raw_data[0].strip():
            raise ValidationError(ONE_TIME_FRAME)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field, and that a situation has what only it needs."""
        valid = super().validate(extra_validators)
        for name, message in NEEDED.get(self.situation.data, {}).items():
            field = self[name]
            if field.errors or field.data:
                continue
            if name == "reply_by" and (self.reply_in_days.data is not None or self.reply_in_days.errors):
                continue
            field.errors = [message]
            valid = False
        return valid


INTERVIEWER_KEYS = tuple(field.short_name for field in InterviewerForm())
KEYS = tuple(field.short_name for field in InterviewForm())


def unknown_field(known: Iterable[str] = KEYS) -> str:
    """Say that a field is none of the known ones."""
    return f"There is no field of this name. Known are {', '.join(known)}."


def too_many_people(number: int) -> str:
    """Say that there are more people than the form has room for."""
    return f"Keep at most {MOST_INTERVIEWERS} people; here are {number}."


def is_field(name: str) -> bool:
    """Say whether the form has an input of this name.

    >>> is_field("interviewers-3-name"), is_field("interviewers-3-age"), is_field("interviewers")
    (True, False, False)
    """
    row = re.fullmatch(r"interviewers-(?:0|[1-9]\d{0,2})-(\w+)", name, re.ASCII)
    if row:
        return row[1] in INTERVIEWER_KEYS
    return name in KEYS and name != "interviewers"
