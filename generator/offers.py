"""What an invitation would change in a form as it stands: nothing that was typed gives way unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.form import MOST_INTERVIEWERS, InterviewForm, is_field
from generator.guesses import folded
from generator.guests import Guest
from generator.invitation import Event, Taken

# To an empty field; another person; what stands there already; what stands there otherwise.
Change = Literal["fill", "add", "same", "replace"]
FORM = InterviewForm()
LABELS = {name: FORM[name].label.text for name in ("date", "minutes", "company", "role", "contact_name")}
MOMENT = "When it started"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Something to put into the form: the ``fields`` it fills, in words, and what stands there ``now``."""

    label: str
    value: str
    source: str
    change: Change
    now: str
    fields: Mapping[str, str]


def offers(event: Event, fields: Mapping[str, str], *, zone: str) -> tuple[Offer, ...]:
    """Compare an event with a form.

    Args:
        event: of an invitation.
        fields: the form's values by name, in any state.
        zone: the time zone that the page itself put there, which is nobody's answer.
    """
    # What a form holds before anybody types.
    untouched = {"minutes": str(FORM["minutes"].default), "time_zone": zone}
    there = {name: value.strip() for name, value in fields.items()}
    typed = {name: value for name, value in there.items() if value != untouched.get(name, "")}
    return (*(_compared(taken, there, typed) for taken in event.taken), *_people(event.people, typed))


def _compared(taken: Taken, there: Mapping[str, str], typed: Mapping[str, str]) -> Offer:
    same = all(there.get(name) == value for name, value in taken.fields.items())
    now = {name: (there if same else typed).get(name, "") for name in taken.fields}
    now = {name: value for name, value in now.items() if value}
    name = next(iter(taken.fields))
    return Offer(
        label=MOMENT if "start" in taken.fields else LABELS[name],
        value=taken.words,
        source=taken.source,
        change=_change(taken.fields, now),
        now=", ".join(now.values()),
        fields=taken.fields,
    )


def _change(fields: Mapping[str, str], now: Mapping[str, str]) -> Change:
    if now == fields:
        return "same"
    return "replace" if any(fields[name] != value for name, value in now.items()) else "fill"


def _people(people: tuple[Guest, ...], typed: Mapping[str, str]) -> Iterator[Offer]:
    people_there = (name for name in typed if name.startswith("interviewers-") and is_field(name))
    rows = {int(name.split("-")[1]) for name in people_there if typed[name]}
    free = iter(row for row in range(MOST_INTERVIEWERS) if row not in rows)
    left = sorted(rows)
    for guest in people:
        row = next((row for row in left if _is_same(guest, typed, row)), None)
        if row is not None:
            left.remove(row)
            yield from _completed(guest, typed, row)
        elif (empty := next(free, None)) is not None:
            yield Offer(
                label=f"Person {empty + 1}",
                value=", ".join(filter(None, (guest.name, guest.email))),
                source=guest.source,
                change="add",
                now="",
                fields=_filled(guest, empty),
            )


def _completed(guest: Guest, typed: Mapping[str, str], row: int) -> Iterator[Offer]:
    """Yield what the invitation adds to a person who is in the form."""
    for name, value in _filled(guest, row).items():
        what = "name" if name.endswith("-name") else "email address"
        now = {name: typed[name]} if typed.get(name) else {}
        yield Offer(
            label=f"Person {row + 1}, their {what}",
            value=value,
            source=guest.source,
            change=_change({name: value}, now),
            now=typed.get(name, ""),
            fields={name: value},
        )


def _filled(guest: Guest, row: int) -> dict[str, str]:
    values = {"name": guest.name, "email": guest.email}
    return {f"interviewers-{row}-{key}": value for key, value in values.items() if value}


def _is_same(guest: Guest, typed: Mapping[str, str], row: int) -> bool:
    email = typed.get(f"interviewers-{row}-email", "").lower()
    if email and guest.email:
        return email == guest.email.lower()
    words = {folded(word) for word in typed.get(f"interviewers-{row}-name", "").split()} - {""}
    return bool(words) and words <= {folded(word) for word in guest.name.split()}
