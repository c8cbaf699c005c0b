import datetime as dt

from hypothesis import assume, given

from generator.interview import Interview
from generator.schedule import Step, end_of, steps
from tests.property.strategies import interviews, moments

HOUR = dt.timedelta(hours=1)
# Days that a place left out altogether, to change the side of the date line.
NO_SUCH_DAY = {dt.date(2011, 12, 30)}


def named(interview: Interview) -> dict[str, Step]:
    """Return the steps by name."""
    return {step.name: step for step in steps(interview)}


def between(one: dt.datetime, other: dt.datetime) -> dt.timedelta:
    """Return the time that really passes; two times of one zone would be compared by their wall clocks."""
    return other.astimezone(dt.UTC) - one.astimezone(dt.UTC)


@given(interviews())
def test_windows_are_in_order(interview: Interview) -> None:
    """``earliest <= suggested <= latest``, as moments and not only by the wall clock."""
    for step in steps(interview):
        times = [when.timestamp() for when in (step.earliest, step.suggested, step.latest)]
        assert times == sorted(times)


@given(interviews())
def test_thank_you_is_within_24_elapsed_hours(interview: Interview) -> None:
    """Sent within 24 hours of the end of the interview, and not within minutes."""
    assert interview.appointment is not None
    end, step = end_of(interview.appointment), named(interview)["thank-you"]
    assert between(end, step.earliest) == 0 * HOUR
    assert between(end, step.latest) == 24 * HOUR
    assert 2 * HOUR <= between(end, step.suggested) <= 24 * HOUR


@given(interviews())
def test_thank_you_is_suggested_by_day(interview: Interview) -> None:
    """From 08:00 to 20:00 local, whatever the clocks do that night."""
    step = named(interview)["thank-you"]
    assert dt.time(8, 0) <= step.suggested.time() <= dt.time(20, 0) or step.suggested == step.latest


@given(interviews())
def test_interview_ends_after_its_minutes(interview: Interview) -> None:
    """The end is so many elapsed minutes after a start that is the one typed, or moved out of a gap."""
    assert interview.appointment is not None
    end, minutes = end_of(interview.appointment), interview.appointment.minutes
    start = (end.astimezone(dt.UTC) - dt.timedelta(minutes=minutes)).astimezone(end.tzinfo)
    typed = dt.datetime.combine(interview.appointment.date, interview.appointment.start)
    assert dt.timedelta(0) <= start.replace(tzinfo=None) - typed <= 24 * HOUR


@given(interviews())
def test_follow_ups_are_suggested_on_working_days(interview: Interview) -> None:
    """Monday to Friday, 09:30 local, unless a clock change leaves that time out."""
    for name, step in named(interview).items():
        if name == "thank-you":
            continue
        assume(step.suggested.date() - dt.timedelta(days=1) not in NO_SUCH_DAY)
        assert step.suggested.weekday() < 5
        assert step.suggested.time() == dt.time(9, 30)


@given(interviews())
def test_time_frame_is_never_broken(interview: Interview) -> None:
    """If they gave a time frame, never before it has passed."""
    ends = interview.time_frame_ends
    assume(ends is not None)
    assert ends is not None
    step = named(interview)["follow-up"]
    assert step.earliest.date() > ends
    assert step.latest.date() >= ends + dt.timedelta(days=7)


@given(interviews())
def test_without_a_time_frame_one_to_two_weeks(interview: Interview) -> None:
    """One to two weeks after the interview."""
    assume(interview.time_frame_ends is None)
    assert interview.appointment is not None
    step, date = named(interview)["follow-up"], interview.appointment.date
    assume(not NO_SUCH_DAY & {date + dt.timedelta(days=7), date + dt.timedelta(days=14)})
    assert step.earliest.date() == date + dt.timedelta(days=7)
    assert 7 <= (step.suggested.date() - date).days <= 9
    # A place whose clocks skip 23:59 that night has the minute after midnight instead.
    assert 14 <= (step.latest.date() - date).days <= 15


@given(interviews())
def test_second_follow_up_is_about_a_week_later(interview: Interview) -> None:
    """One more about a week later, and only when asked for."""
    found = named(interview)
    assert ("second-follow-up" in found) is interview.second_follow_up
    if "second-follow-up" in found:
        gap = found["second-follow-up"].suggested.date() - found["follow-up"].suggested.date()
        assert 7 <= gap.days <= 9


@given(interviews(), moments())
def test_status_is_where_now_stands(interview: Interview, now: dt.datetime) -> None:
    """Upcoming before ``earliest``, open to ``latest``, late after it, by whichever clock."""
    for step in steps(interview):
        expected = (
            "upcoming" if between(now, step.earliest) > 0 * HOUR
            else "open" if between(now, step.latest) >= 0 * HOUR
            else "late"
        )  # fmt: skip
        assert step.status(now) == step.status(now.astimezone(step.earliest.tzinfo)) == expected


@given(interviews())
def test_times_are_in_the_interviews_zone(interview: Interview) -> None:
    """Every time that is said exists on that place's clocks."""
    for step in steps(interview):
        for when in (step.earliest, step.suggested, step.latest):
            again = when.astimezone(dt.UTC).astimezone(when.tzinfo)
            assert (again, again.fold, again.utcoffset()) == (when, when.fold, when.utcoffset())
