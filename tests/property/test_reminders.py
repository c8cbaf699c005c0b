import datetime as dt

from hypothesis import given
from icalendar import Calendar, Event

from generator.calendar_file import calendar_file
from generator.interview import Interview
from generator.plan import make_plan
from tests.property.strategies import interviews, moments
from tests.readers.rules import broken, unfolded


@given(interviews(), moments())
def test_rules_that_no_reader_checks(interview: Interview, now: dt.datetime) -> None:
    """CRLF only; 75 octets at most, whole characters; the alarm last; unique ids; no zone to look up."""
    text = calendar_file(make_plan(interview, now=now).reminders, stamp=now)
    assert broken(text) == []
    lines = unfolded(text)
    assert lines.count("END:VALARM") == lines.count("BEGIN:VEVENT")
    assert not any("TZID" in line for line in lines if line.startswith("DT"))


@given(interviews(), moments())
def test_icalendar_reads_back_the_same(interview: Interview, now: dt.datetime) -> None:
    """Ids, times and texts come back as they went in."""
    reminders = make_plan(interview, now=now).reminders
    events = Calendar.from_ical(calendar_file(reminders, stamp=now)).walk("VEVENT")
    assert [
        (str(event["UID"]), event.start, event.end, str(event["SUMMARY"]), str(event["DESCRIPTION"]))
        for event in events
        if isinstance(event, Event)
    ] == [(one.uid, one.starts, one.ends, one.summary, one.description) for one in reminders]


@given(interviews(), moments())
def test_discreet_reminders_carry_nothing_that_was_typed(interview: Interview, now: dt.datetime) -> None:
    """Discreet reminders are the same whatever the company, the people and the letters."""
    bare = Interview(
        your_name="-", company="-", role="-", interviewers=(interview.interviewers[0],), discreet=True,
        id="x",
        appointment=interview.appointment, reply_by=interview.reply_by, reply_in_days=interview.reply_in_days,
        second_follow_up=interview.second_follow_up,
    )  # fmt: skip
    same = Interview(
        **{name: getattr(interview, name) for name in interview.__dataclass_fields__}
        | {"discreet": True, "id": "x"}
    )
    assert make_plan(bare, now=now).reminders == make_plan(same, now=now).reminders
