import datetime as dt
from dataclasses import replace

import pytest

from generator.answers import read_form
from generator.form import ONE_TIME_FRAME
from tests.samples import INTERVIEW, fields, interview

PLAIN = "Take out the line break, tab or hidden character"
ADDRESS = "Type an email address with an @ and a full domain"
TEXT_FIELDS = {
    "your_name": 120,
    "your_phone": 120,
    "company": 120,
    "role": 120,
    "thankful_for": 500,
    "fit": 500,
    "excited_about": 500,
    "id": 200,
    "interviewers-0-name": 120,
    "interviewers-0-title": 120,
    "interviewers-0-detail": 500,
}
NOT_PLAIN = {
    "line-feed": "a\nb",
    "carriage-return": "a\rb",
    "header": "a\r\nBcc: x@example.com",
    "tab": "a\tb",
    "null": "a\x00b",
    "escape": "a\x1bb",
    "delete": "a\x7fb",
    "next-line": "a\x85b",
    "line-separator": "a\u2028b",
    "paragraph-separator": "a\u2029b",
    "right-to-left-override": "a\u202eb",
    "left-to-right-embedding": "a\u202ab",
    "isolate": "a\u2066b",
    "half-a-character": "a\ud800b",
    "line-feed-at-the-end": "ab\n",
}


def test_filled_form_is_the_interview() -> None:
    """Every value that was typed is in the interview, and nothing has a message."""
    answers = read_form(fields())
    assert (answers.interview, answers.errors) == (INTERVIEW, {})


@pytest.mark.parametrize("typed", NOT_PLAIN.values(), ids=NOT_PLAIN)
@pytest.mark.parametrize("name", TEXT_FIELDS)
def test_text_is_one_plain_line(name: str, typed: str) -> None:
    """No field takes a line break, a control or half a character, or a mark that turns the text round."""
    errors = read_form(fields({name: typed})).errors
    assert errors.keys() == {name}
    assert errors[name].startswith(PLAIN)


@pytest.mark.parametrize(("name", "longest"), TEXT_FIELDS.items())
def test_text_has_a_longest_length(name: str, longest: int) -> None:
    """The longest text is taken, one character more is not, and the message says both numbers."""
    assert read_form(fields({name: "é" * longest})).errors == {}
    errors = read_form(fields({name: "é" * (longest + 1)})).errors
    assert errors == {name: f"Shorten this to {longest} characters or fewer; it has {longest + 1}."}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("your_name", "Type your name, so that the letters can be signed."),
        ("company", "Type the company's name, as it calls itself."),
        ("role", "Type the role that you interviewed for."),
        ("date", "Type the date of the interview."),
        ("start", "Type the time when the interview started."),
        ("time_zone", "Pick the time zone in which the interview took place."),
        ("interviewers-0-name", "Type the name of the person you met, or remove this person."),
    ],
)
@pytest.mark.parametrize("empty", ["", None])
def test_what_every_letter_needs_is_asked_for(name: str, message: str, empty: str | None) -> None:
    """An empty answer and one that is not there get the same message, which says what to type."""
    typed = fields()
    if empty is None:
        del typed[name]
        # Without it there would be no first person to name.
        typed.setdefault("interviewers-0-title", "ward manager")
    else:
        typed[name] = empty
    assert read_form(typed).errors == {name: message}


@pytest.mark.parametrize("name", ["your_name", "company", "role", "interviewers-0-name"])
@pytest.mark.parametrize("blank", [" ", "   ", "\u00a0"])
def test_spaces_are_no_answer(name: str, blank: str) -> None:
    """Spaces alone are an empty answer."""
    assert read_form(fields({name: blank})).errors.keys() == {name}


def test_spaces_around_an_answer_are_dropped() -> None:
    """Spaces at the ends, as copying brings along, are not part of the answer."""
    answers = read_form(fields({"company": " \u00a0Harbour Street Clinic ", "fit": f" {INTERVIEW.fit} "}))
    assert (answers.interview, answers.errors) == (INTERVIEW, {})


@pytest.mark.parametrize("name", ["your_email", "interviewers-0-email"])
@pytest.mark.parametrize(
    "typed",
    [
        "dana", "dana@", "@example.com", "dana@example", "dana@@example.com", "dana@exa mple.com",
        "dana@-example.com", "dana@example..com", "dana@example.com,eve@example.com",
        "Dana <dana@example.com>",
        "dana@exämple.com", "dänä@example.com", "dana@[127.0.0.1]", "a" * 65 + "@example.com",
        "mailto:dana@example.com", "dana@example.com?bcc=eve@example.com",
    ],
)  # fmt: skip
def test_address_is_one_address(name: str, typed: str) -> None:
    """Anything but one address with a full domain gets a message with an example."""
    errors = read_form(fields({name: typed})).errors
    assert errors.keys() == {name}
    assert errors[name].startswith(ADDRESS)


@pytest.mark.parametrize("name", ["your_email", "interviewers-0-email"])
@pytest.mark.parametrize(
    "typed", ["dana@example.com\n", "dana@example.com\r\nBcc: eve@example.com", "d\x00@e.com"]
)
def test_address_is_one_plain_line(name: str, typed: str) -> None:
    """A line break never gets into an address line."""
    errors = read_form(fields({name: typed})).errors
    assert errors.keys() == {name}
    assert errors[name].startswith(PLAIN)


@pytest.mark.parametrize(
    "typed",
    [
        "d@e.co",
        "dana+jobs@example.com",
        "o'neill@example.co.uk",
        "a.b%c@mail.example.com",
        "a..b@example.com",
    ],
)
def test_address_as_browsers_take_it(typed: str) -> None:
    """What a browser's own email field takes is taken."""
    assert read_form(fields({"interviewers-0-email": typed})).errors == {}


@pytest.mark.parametrize("name", ["your_email", "interviewers-0-email"])
def test_address_has_a_longest_length(name: str) -> None:
    """An address as long as mail allows is taken; a longer one is to be shortened."""
    longest = "d@" + "a." * 124 + "info"
    assert read_form(fields({name: longest})).errors == {}
    errors = read_form(fields({name: f"a{longest}"})).errors
    assert errors == {name: "Shorten this to 254 characters or fewer; it has 255."}


@pytest.mark.parametrize("name", ["date", "reply_by"])
@pytest.mark.parametrize(
    "typed",
    ["2026-3-5", "05/03/2026", "2026-02-30", "2027-02-29", "20260305", "٢٠٢٦-٠٣-٠٥", "2026-W10-4", "soon"],
)
def test_date_is_year_month_day(name: str, typed: str) -> None:
    """Only a date that exists, in the one form that browsers send."""
    errors = read_form(fields({name: typed})).errors
    assert errors == {name: "Type a date that exists as year-month-day, for example 2026-03-10."}


@pytest.mark.parametrize("name", ["date", "reply_by"])
@pytest.mark.parametrize("typed", ["1999-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
def test_date_is_of_this_century(name: str, typed: str) -> None:
    """A mistyped year gets a message with the years that are taken."""
    assert read_form(fields({name: typed})).errors == {name: "Type a date from 2000 to 2100."}


@pytest.mark.parametrize("typed", ["2000-01-01", "2100-12-31", "2028-02-29"])
def test_first_and_last_date(typed: str) -> None:
    """The first and the last year are taken whole, and leap days."""
    assert read_form(fields({"date": typed})).errors == {}


@pytest.mark.parametrize("typed", ["24:00", "9:30", "09:60", "14:30:00", "2:30 pm", "14.30", "١٤:٣٠", "noon"])
def test_start_is_hours_and_minutes(typed: str) -> None:
    """Only a time by the 24-hour clock."""
    errors = read_form(fields({"start": typed})).errors
    assert errors == {"start": "Type the time as hours and minutes by the 24-hour clock, for example 14:30."}


@pytest.mark.parametrize(
    ("name", "smallest", "largest", "unit"),
    [("minutes", 5, 720, "minutes"), ("reply_in_days", 1, 120, "days")],
)
def test_numbers_have_limits(name: str, smallest: int, largest: int, unit: str) -> None:
    """Both limits are taken; the numbers beside them get a message that names them."""
    for number in (smallest, largest):
        assert read_form(fields({name: str(number)})).errors == {}
    for number in (smallest - 1, largest + 1, -30, 999_999_999):
        errors = read_form(fields({name: str(number)})).errors
        assert errors == {name: f"Type a number of {unit} from {smallest} to {largest}."}


@pytest.mark.parametrize("name", ["minutes", "reply_in_days"])
@pytest.mark.parametrize(
    "typed", ["an hour", "45.0", "4_5", "1e2", "٤٥", "0x2d", "+45", "9" * 5000, "45 min"]
)
def test_numbers_are_plain_digits(name: str, typed: str) -> None:
    """Only digits, however long a number somebody pastes."""
    assert read_form(fields({name: typed})).errors == {name: "Type a whole number in digits, for example 45."}


def test_length_is_an_hour_unless_typed() -> None:
    """An empty length is 60 minutes."""
    for typed in (
        fields({"minutes": ""}),
        {name: value for name, value in fields().items() if name != "minutes"},
    ):
        read = read_form(typed).interview
        assert read is not None
        assert read.appointment is not None
        assert read.appointment.minutes == 60


@pytest.mark.parametrize(
    "typed", ["London", "Europe/london", "GMT+1", "../../etc/passwd", "Europe/London\n", "+01:00"]
)
def test_time_zone_is_an_iana_name(typed: str) -> None:
    """Only names that can be loaded, written exactly."""
    errors = read_form(fields({"time_zone": typed})).errors
    assert errors == {"time_zone": "Pick a time zone by its place, for example Europe/London."}


@pytest.mark.parametrize("typed", ["cold", "Warm", "warm ", "\n"])
def test_tone_is_one_of_three(typed: str) -> None:
    """Another tone gets a message with the three there are."""
    assert read_form(fields({"tone": typed})).errors == {"tone": "Pick one of warm, formal or brief."}


def test_one_time_frame() -> None:
    """Both time frames get the same message, whichever was typed first, and neither is used."""
    answers = read_form(fields({"reply_by": "2026-03-13", "reply_in_days": "8"}))
    assert answers.errors == {"reply_by": ONE_TIME_FRAME, "reply_in_days": ONE_TIME_FRAME}
    assert answers.interview == replace(INTERVIEW, time_frame_unclear=True)


def test_time_frame_ends_on_or_after_the_interview() -> None:
    """A date before the interview is a slip; the interview's own day is not."""
    errors = read_form(fields({"reply_by": "2026-03-04"})).errors
    assert errors == {
        "reply_by": "This is before the interview. Type the last day of the time they gave you."
    }
    assert read_form(fields({"reply_by": "2026-03-05"})).errors == {}


def test_people_from_one_to_twenty() -> None:
    """Twenty people are taken and one more is not, with both numbers in the message."""
    twenty = {f"interviewers-{place}-name": f"Person {place}" for place in range(20)}
    read = read_form(fields(twenty)).interview
    assert read is not None
    assert [person.name for person in read.interviewers] == [f"Person {place}" for place in range(20)]
    answers = read_form(fields(twenty | {"interviewers-20-name": "Person 20"}))
    assert answers.errors == {"interviewers": "Keep at most 20 people; here are 21."}


def test_people_keep_their_order_across_removed_ones() -> None:
    """A person removed in the middle leaves a gap in the names of the inputs, and no message."""
    typed = fields({"interviewers-2-name": "Paul", "interviewers-10-name": "Mei"})
    answers = read_form(typed)
    assert answers.errors == {}
    assert answers.interview is not None
    assert [person.name for person in answers.interview.interviewers] == ["Dana Whitfield", "Paul", "Mei"]


def test_message_names_the_person_it_is_about() -> None:
    """A message about the third person carries the name of that person's input."""
    typed = fields(
        {"interviewers-1-name": "Paul", "interviewers-2-name": "Mei", "interviewers-2-email": "mei"}
    )
    assert read_form(typed).errors.keys() == {"interviewers-2-email"}


def test_message_names_the_person_as_the_page_does() -> None:
    """Where a person was removed, a message still carries the name of the input that it is about."""
    typed = fields({"interviewers-2-name": "Mei", "interviewers-7-email": "mei", "interviewers-10-name": ""})
    assert read_form(typed).errors.keys() == {
        "interviewers-7-name", "interviewers-7-email", "interviewers-10-name",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "salary", "your-name", "interviewers-0-age", "interviewers-x-name", "interviewers-00-name", "",
        "csrf_token",
    ],
)  # fmt: skip
def test_unknown_field_is_named(name: str) -> None:
    """A field that does not exist gets a message with those that do."""
    errors = read_form(fields({name: "x"})).errors
    assert errors.keys() == {name}
    assert errors[name].startswith("There is no field of this name. Known are your_name")


def test_boxes_are_ticked_by_being_there() -> None:
    """A checkbox counts when its name is among the fields."""
    ticked = read_form(
        fields({"discreet": "y", "second_follow_up": "on", "interviewers-0-decides": "y"})
    ).interview
    assert ticked is not None
    assert (ticked.discreet, ticked.second_follow_up, ticked.interviewers[0].decides) == (True, True, True)
    assert (INTERVIEW.discreet, INTERVIEW.second_follow_up, INTERVIEW.interviewers[0].decides) == (False,) * 3


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"date": "2026-02-30"}, interview(appointment=None)),
        ({"start": ""}, interview(appointment=None)),
        ({"minutes": "an hour"}, interview(appointment=None)),
        ({"time_zone": "Mars/Olympus"}, interview(appointment=None)),
        ({"your_email": "amara@"}, interview(your_email="")),
        ({"your_phone": "1" * 121}, interview(your_phone="")),
        ({"thankful_for": "a\nb"}, interview(thankful_for="")),
        ({"fit": "a" * 501}, interview(fit="")),
        ({"excited_about": "\x00"}, interview(excited_about="")),
        ({"reply_by": "2026-03-04"}, replace(INTERVIEW, time_frame_unclear=True)),
        ({"reply_in_days": "0"}, replace(INTERVIEW, time_frame_unclear=True)),
        ({"tone": "cold"}, INTERVIEW),
        ({"id": "a\tb"}, INTERVIEW),
        ({"salary": "x"}, INTERVIEW),
        ({"interviewers-1-name": "", "interviewers-1-title": "partner"}, INTERVIEW),
    ],
)  # fmt: skip
def test_half_filled_form_keeps_what_can_be_read(wrong: dict[str, str], expected: object) -> None:
    """An answer that cannot be used is left out of the interview, and only that one."""
    answers = read_form(fields(wrong))
    assert answers.errors
    assert answers.interview == expected


@pytest.mark.parametrize("name", ["your_name", "company", "role", "interviewers-0-name"])
def test_no_interview_without_what_every_letter_needs(name: str) -> None:
    """Without a signature, a company, a role or anybody to write to there is nothing to write."""
    assert read_form(fields({name: ""})).interview is None


def test_empty_form_asks_for_everything_at_once() -> None:
    """Nothing typed gives all messages together, by the names of the inputs."""
    answers = read_form({})
    assert answers.interview is None
    assert answers.errors.keys() == {
        "your_name", "company", "role", "date", "start", "time_zone", "interviewers-0-name",
    }  # fmt: skip


def test_time_frame_in_days_waits_for_the_date() -> None:
    """Days count from the interview, so that without its date there is no time frame yet."""
    read = read_form(fields({"reply_in_days": "8", "date": ""})).interview
    assert read is not None
    assert (read.reply_in_days, read.time_frame_ends) == (8, None)
    dated = read_form(fields({"reply_in_days": "8"})).interview
    assert dated is not None
    assert dated.time_frame_ends == dt.date(2026, 3, 13)


@pytest.mark.parametrize("typed", ["\u200b", " \u2060 ", "\u00a0\ufeff"])
def test_an_invisible_name_is_no_name(typed: str) -> None:
    """Characters that nobody can see are not an answer."""
    answers = read_form({"your_name": typed})
    assert answers.errors["your_name"].startswith("Type your name")
