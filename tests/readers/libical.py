"""libical as a reader: many calendars are built on it, and it checks what RFC 5545 restricts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from ctypes import CDLL, c_char_p, c_int, c_void_p
from ctypes.util import find_library
from functools import cache
from typing import Final

from tests.readers.calendars import Seen

PACKAGE: Final = "libical3"
TRIGGERS: Final = {"-PT15M": dt.timedelta(minutes=-15)}
# libical's enumerations change with its versions, so kinds are asked for by name.
COMPONENTS: Final = "icalcomponent_string_to_kind"
PROPERTIES: Final = "icalproperty_string_to_kind"
SIGNATURES: Final = {
    "icalparser_parse_string": (c_void_p, [c_char_p]),
    "icalcomponent_free": (None, [c_void_p]),
    "icalcomponent_count_errors": (c_int, [c_void_p]),
    "icalrestriction_check": (c_int, [c_void_p]),
    COMPONENTS: (c_int, [c_char_p]),
    PROPERTIES: (c_int, [c_char_p]),
    "icalcomponent_get_first_component": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_next_component": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_first_property": (c_void_p, [c_void_p, c_int]),
    "icalproperty_get_value": (c_void_p, [c_void_p]),
    "icalvalue_get_text": (c_char_p, [c_void_p]),
    "icalvalue_as_ical_string": (c_char_p, [c_void_p]),
    "icalcomponent_as_ical_string": (c_char_p, [c_void_p]),
}


class RefusedError(Exception):
    """libical found something that is not as it should be."""


@cache
def library() -> CDLL | None:
    """Return libical; None where it is not installed."""
    name = find_library("ical")
    if name is None:
        return None
    loaded = CDLL(name)
    for function, (result, arguments) in SIGNATURES.items():
        getattr(loaded, function).restype = result
        getattr(loaded, function).argtypes = arguments
    return loaded


def read_with_libical(text: str) -> list[Seen]:
    """Read a calendar.

    Raises:
        RefusedError: it cannot be read, or breaks a restriction.
    """
    ical = library()
    assert ical is not None
    calendar = ical.icalparser_parse_string(text.encode())
    if not calendar:
        raise RefusedError("There is no calendar in it.")
    try:
        # The check leaves what it finds in the calendar, as errors beside those of the parser.
        kept = ical.icalrestriction_check(calendar)
        if not kept or ical.icalcomponent_count_errors(calendar):
            raise RefusedError(ical.icalcomponent_as_ical_string(calendar).decode())
        return [_event(ical, event) for event in _components(ical, calendar, b"VEVENT")]
    finally:
        ical.icalcomponent_free(calendar)


def _components(ical: CDLL, parent: int, name: bytes) -> Iterator[int]:
    kind = getattr(ical, COMPONENTS)(name)
    found = ical.icalcomponent_get_first_component(parent, kind)
    while found:
        yield found
        found = ical.icalcomponent_get_next_component(parent, kind)


def _event(ical: CDLL, event: int) -> Seen:
    return Seen(
        uid=_text(ical, event, b"UID"),
        starts=_moment(ical, event, b"DTSTART"),
        ends=_moment(ical, event, b"DTEND"),
        summary=_text(ical, event, b"SUMMARY"),
        description=_text(ical, event, b"DESCRIPTION"),
        triggers=tuple(
            TRIGGERS.get(_value(ical, alarm, b"TRIGGER")) for alarm in _components(ical, event, b"VALARM")
        ),
    )


def _property(ical: CDLL, component: int, name: bytes) -> int:
    found = ical.icalcomponent_get_first_property(component, getattr(ical, PROPERTIES)(name))
    if not found:
        raise RefusedError(f"There is no {name.decode()}.")
    return int(ical.icalproperty_get_value(found))


def _text(ical: CDLL, component: int, name: bytes) -> str:
    return bytes(ical.icalvalue_get_text(_property(ical, component, name))).decode()


def _value(ical: CDLL, component: int, name: bytes) -> str:
    return bytes(ical.icalvalue_as_ical_string(_property(ical, component, name))).decode()


def _moment(ical: CDLL, component: int, name: bytes) -> dt.datetime:
    return dt.datetime.strptime(_value(ical, component, name), "%Y%m%dT%H%M%S%z")
