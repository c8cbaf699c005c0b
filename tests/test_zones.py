import pytest

from generator.zones import load_zone, zone_names


def test_every_name_can_be_loaded() -> None:
    """Each name of the package gives the zone of that name."""
    assert len(zone_names()) > 500
    assert all(load_zone(name).key == name for name in zone_names())


@pytest.mark.parametrize(
    "name", ["Mars/Olympus", "", "../zones", "Europe", "europe/london", "/Europe/London", "tzdata"]
)
def test_other_names_are_refused(name: str) -> None:
    """No other text reaches a file."""
    with pytest.raises(KeyError):
        load_zone(name)


def test_old_names_are_known() -> None:
    """Names that older computers still report are among them."""
    assert {"Asia/Calcutta", "US/Eastern", "Europe/Kiev", "GMT"} <= zone_names()
