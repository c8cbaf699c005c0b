"""Time zones from the tzdata package alone, so that a browser and any machine agree to the byte."""

from __future__ import annotations

from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo


@cache
def zone_names() -> frozenset[str]:
    """Return every IANA name that can be loaded, old names such as ``Asia/Calcutta`` among them."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())


@cache
def load_zone(name: str) -> ZoneInfo:
    """Load a zone by its IANA name.

    Raises:
        KeyError: there is no zone of that name.
    """
    if name not in zone_names():
        raise KeyError(name)
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def zone_choices() -> tuple[tuple[str, str, str], ...]:
    """Return the zones that a person may pick, as (part of the world, IANA name, label), in order.

    Zones that are named after no place (``EST``, ``Etc/GMT+3``) are left out; they can still be loaded.
    """
    choices = [("Everywhere", "UTC", "UTC")]
    for name in sorted(zone_names()):
        area, _, place = name.partition("/")
        if place and area != "Etc":
            choices.append((area, name, place.replace("_", " ").replace("/", " / ")))
    return tuple(choices)
