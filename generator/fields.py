"""The kinds of field that a form about an interview has, each with messages that say what to do."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from wtforms import (
    BooleanField,
    EmailField,
    Form,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms import DateField as WTDateField
from wtforms import IntegerField as WTIntegerField
from wtforms import TimeField as WTTimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined] # the stubs lag behind 3.3
from wtforms.validators import StopValidation, ValidationError

from generator.zones import zone_names

__all__ = [
    "BooleanField",
    "Check",
    "DateField",
    "EmailField",
    "HiddenField",
    "IntegerField",
    "LineField",
    "PhraseField",
    "RadioField",
    "SelectChoice",
    "SelectField",
    "TelField",
    "TimeField",
    "address",
    "between_dates",
    "between_numbers",
    "line",
    "optional",
    "required",
    "zone",
]

Check = Callable[[Form, Any], None]

# The grammar that browsers apply to `type=email`, with at least one dot in the domain: an address
# without one has no mail server in public. Source: the HTML Standard, "valid e-mail address".
ADDRESS = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
)
LONGEST_ADDRESS = 254
# Cc: control characters, line breaks among them. Cs: halves of a character. Zl, Zp: line separators.
REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
# What no text has, and what the letters mark facts with. Source: Unicode 23.7.
NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
# Marks that turn the direction of all text after them, so that it reads other than it was typed.
REFUSED_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class LineField(StringField):
    """One line of text, without spaces at its ends."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take the typed text without the spaces around it."""
        self.data = valuelist[0].strip(" \u00a0") if valuelist else ""


class PhraseField(TextAreaField):
    """A phrase that completes a stem; ``stem`` stands before it."""

    def __init__(self, label: str, validators: Sequence[Check] = (), *, stem: str, **kwargs: Any) -> None:
        super().__init__(label, list(validators), **kwargs)
        self.stem = stem

    process_formdata = LineField.process_formdata


class DateField(WTDateField):
    """A date as ``YYYY-MM-DD``."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take a date that exists; WTForms' own way also takes "2026-3-5"."""
        self.data = None
        if valuelist and valuelist[0]:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", valuelist[0], re.ASCII):
                with suppress(ValueError):
                    self.data = dt.date.fromisoformat(valuelist[0])
            if self.data is None:
                raise ValueError("Type a date that exists as year-month-day, for example 2026-03-10.")


class TimeField(WTTimeField):
    """A time of day as ``HH:MM``, by the 24-hour clock."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take a time to the minute."""
        self.data = None
        if valuelist and valuelist[0]:
            if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", valuelist[0], re.ASCII):
                raise ValueError(
                    "Type the time as hours and minutes by the 24-hour clock, for example 14:30."
                )
            self.data = dt.time.fromisoformat(valuelist[0])


class IntegerField(WTIntegerField):
    """A whole number in plain digits; ``default`` when left empty."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take a whole number."""
        if valuelist and valuelist[0].strip():
            self.data = None
            # Nine digits are more than any field here allows, and a bound on what int() is given.
            if not re.fullmatch(r"-?\d{1,9}", valuelist[0].strip(), re.ASCII):
                raise ValueError("Type a whole number in digits, for example 45.")
            self.data = int(valuelist[0])


def stop(message: str) -> NoReturn:
    """End a field's checks with one message, dropping those that were collected before it."""
    raise StopValidation(message)


def required(message: str) -> Check:
    """Ask for an answer."""

    def check(_form: Form, field: Any) -> None:
        if field.errors:
            raise StopValidation
        if field.data is None or (isinstance(field.data, str) and not _is_visible(field.data)):
            stop(message)

    # WTForms copies these to the control, which then carries `required`.
    check.field_flags = {"required": True}  # type: ignore[attr-defined] # a function has no declared attributes
    return check


def _is_visible(text: str) -> bool:
    """Say whether anything of a text can be seen; a zero-width space alone is no answer."""
    return any(unicodedata.category(c) not in {"Cf", "Zs"} for c in text)


def optional(_form: Form, field: Any) -> None:
    """Skip the checks that follow when there is no answer."""
    if field.errors or field.data is None or field.data == "":
        raise StopValidation


# Nothing that is read is as long, and the page hands over no more than twice that: no key press takes long.
FAR_TOO_LONG = 5_000


def line(longest: int) -> Check:
    """Allow one line of plain text of at most ``longest`` characters."""

    def check(_form: Form, field: Any) -> None:
        # Before anything looks at each character of it.
        if len(field.data) >= FAR_TOO_LONG:
            stop(f"Shorten this to {longest} characters or fewer; it has {FAR_TOO_LONG:,} or more.")
        if not _is_plain(field.data):
            stop("Take out the line break, tab or hidden character, so that it is plain text on one line.")
        if NONCHARACTERS.search(field.data):
            stop("Take out the hidden character, so that it is plain text.")
        if len(field.data) > longest:
            stop(f"Shorten this to {longest} characters or fewer; it has {len(field.data):,}.")

    return check


def _is_plain(text: str) -> bool:
    # Most are, and this is asked of every field with every key press.
    if text.isascii() and text.isprintable():
        return True
    return not any(unicodedata.category(c) in REFUSED_CATEGORIES or c in REFUSED_MARKS for c in text)


def address(_form: Form, field: Any) -> None:
    """Allow an email address such as a browser allows."""
    if len(field.data) > LONGEST_ADDRESS or not ADDRESS.fullmatch(field.data):
        stop("Type an email address with an @ and a full domain, for example dana@example.com.")


def zone(_form: Form, field: Any) -> None:
    """Allow an IANA time zone."""
    if field.data not in zone_names():
        stop("Pick a time zone by its place, for example Europe/London.")


def between_numbers(smallest: int, largest: int, *, unit: str) -> Check:
    """Allow a whole number from ``smallest`` to ``largest``, both included."""

    def check(_form: Form, field: Any) -> None:
        if not smallest <= field.data <= largest:
            stop(f"Type a number of {unit} from {smallest} to {largest}.")

    return check


def between_dates(first: dt.date, last: dt.date) -> Check:
    """Allow a date from ``first`` to ``last``, both included."""

    def check(_form: Form, field: Any) -> None:
        if not first <= field.data <= last:
            raise ValidationError(f"Type a date from {first.year} to {last.year}.")

    return check
