import datetime as dt
from dataclasses import FrozenInstanceError

import pytest

from generator.interview import Interviewer
from tests.samples import APPOINTMENT, INTERVIEW, interview, panel


def test_values_are_frozen() -> None:
    """What happened does not change."""
    with pytest.raises(FrozenInstanceError):
        INTERVIEW.company = "Other"  # type: ignore[misc] # that it is frozen is the claim


def test_decider_is_the_one_who_decides_else_the_first() -> None:
    """The follow-up goes to the first who decides, else to the first."""
    paul = Interviewer(name="Paul", decides=True)
    assert panel("Ruth", paul).decider is paul
    assert panel("Ruth", "Mei").decider.name == "Ruth"


def test_time_frame_ends() -> None:
    """The date they named, or so many days after the interview, or none."""
    assert interview(reply_by=dt.date(2026, 3, 20)).time_frame_ends == dt.date(2026, 3, 20)
    assert interview(reply_in_days=8).time_frame_ends == dt.date(2026, 3, 13)
    assert interview().time_frame_ends is None
    assert interview(reply_in_days=8, appointment=None).time_frame_ends is None


def test_zone_is_the_named_one() -> None:
    """The appointment's zone is that of its name."""
    assert APPOINTMENT.zone.key == "Europe/London"
