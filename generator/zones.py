"""Time zones from the tzdata package alone, so that a browser and any machine agree to the byte."""

from __future__ import annotations

import pkgutil
from functools import cache
from io import BytesIO
from zoneinfo import ZoneInfo


@cache
def zone_names() -> frozenset[str]:
    """Return every IANA name that can be loaded, old names such as ``Asia/Calcutta`` among them."""
    return frozenset(_read("zones").decode().split())


@cache
def load_zone(name: str) -> ZoneInfo:
    """Load a zone by its IANA name.

    Raises:
        KeyError: there is no zone of that name.
    """
    if name not in zone_names():
        raise KeyError(name)
    return ZoneInfo.from_file(BytesIO(_read(f"zoneinfo/{name}")), key=name)


def read_all() -> None:
    """Keep the data of every zone at hand, half a megabyte: where the package cannot be read later."""
    for name in zone_names():
        _read(f"zoneinfo/{name}")


@cache
def _read(name: str) -> bytes:
    # Not importlib.resources: inside a zip file that reads the list of all members for each answer.
    data = pkgutil.get_data("tzdata", name)
    if data is None:
        raise FileNotFoundError(f"tzdata has no file {name}.")
    return data


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
