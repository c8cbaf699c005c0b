"""Whom an invitation names: who was met, who arranged it, and who is the reader, a room or a program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from generator.calendar_text import Part, Property
from generator.fields import ADDRESS, LONGEST_ADDRESS, NONCHARACTERS, REFUSED_MARKS
from generator.form import MOST_INTERVIEWERS
from generator.guesses import (
    company_of,
    folded,
    is_automatic,
    is_free_mail,
    is_nobody,
    is_recruiter,
    name_in_address,
)
from generator.names import plain_name

LONGEST = 120
# What a letter of a damaged file becomes when it is read.
LOST = "\ufffd"
# A given name and a family name, or a few more.
NAME_LENGTHS = range(2, 5)
AGENCY = re.compile(r"\b(?:our|my) client\b|\brecruitment (?:agency|consultant)\b", re.IGNORECASE)
INVITING = re.compile(
    r"^[^\S\n]*(.{2,80}?) is inviting you to a scheduled Zoom meeting", re.IGNORECASE | re.MULTILINE
)
PANEL = re.compile(
    r"^[^\w\n]*(?:interviewers?|interview panel|panel(?: members)?|you(?: wi|['’])ll meet)\s*:\s*(.{2,400})$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Somebody on the invitation, with what says so."""

    name: str
    email: str
    source: str
    is_organizer: bool = False
    declined: bool = False

    @property
    def called(self) -> str:
        """The name, or the address of somebody without one."""
        return self.name or self.email


@dataclass(frozen=True, kw_only=True)
class Guests:
    """The people met and who arranged it, all that were named, and what the reader should know of that."""

    met: tuple[Guest, ...]
    contact: Guest | None
    others: tuple[Guest, ...]
    notes: tuple[str, ...]


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return a text as a field of the form takes it: on one line, or nothing if it is damaged or too long."""
    spaced = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    line = " ".join("".join(c for c in spaced if c not in REFUSED_MARKS).split())
    damaged = LOST in line or NONCHARACTERS.search(line) or any(unicodedata.category(c) == "Cs" for c in line)
    return "" if damaged or len(line) > longest else line


def read_guests(event: Part, description: str, *, your_name: str, your_email: str) -> Guests:
    """Tell the people of an event apart."""
    named = list(_named(event))
    reader, notes = _reader(named, your_name=your_name, your_email=your_email)
    others = [guest for guest in named if guest is not reader]
    contact = next((guest for guest in others if guest.name and _arranged(guest, description)), None)
    if contact:
        notes.append(
            f"{contact.called} looks like a recruiter, and is taken as who arranged it. "
            "If you met them too, add them to the people."
        )
    met = []
    for guest in others:
        if guest.declined:
            notes.append(f"{guest.called} is left out, because they declined the invitation.")
        elif not _arranged(guest, description):
            met.append(guest)
            if guest.is_organizer:
                notes.append(f"{guest.called} sent the invitation. Leave them out if they only arranged it.")
    met += [guest for guest in _told(description) if not _is_among(guest, [*named, *met], your_name)]
    if len(met) > MOST_INTERVIEWERS:
        notes = [f"The invitation names {len(met)} people, too many to have met. Add those you met yourself."]
        met = []
    elif reader is None and len(met) > 1 and not (your_email or your_name):
        notes.append("If one of these people is you, leave that one out.")
    return Guests(met=tuple(met), contact=contact, others=tuple(others), notes=tuple(notes))


def _named(event: Part) -> Iterator[Guest]:
    """Yield the organizer and the guests, each once, without rooms and programs."""
    found: dict[str, Guest] = {}
    for line, is_organizer in [
        *((line, True) for line in event.all("ORGANIZER")[:1]),
        *((line, False) for line in event.all("ATTENDEE")),
    ]:
        guest = _guest(line, is_organizer=is_organizer)
        if guest is None:
            continue
        key = guest.email.lower() or guest.name.lower()
        before = found.get(key)
        # Google and Outlook name the organizer among the guests again, at times with the better name.
        found[key] = replace(before, name=before.name or guest.name) if before else guest
    for guest in found.values():
        guessed = "" if guest.name else name_in_address(guest.email)
        source = f"{guest.source}; the name is a guess from the address" if guessed else guest.source
        yield replace(guest, name=guest.name or guessed, source=source)


def _guest(line: Property, *, is_organizer: bool) -> Guest | None:
    params = {name: value.upper() for name, value in line.params.items()}
    if params.get("CUTYPE") in {"ROOM", "RESOURCE", "GROUP"} or params.get("ROLE") == "NON-PARTICIPANT":
        return None
    email = _address(line.value) or _address(line.params.get("EMAIL", ""))
    name = one_line(line.params.get("CN", "")).strip("'\"")
    name = "" if "@" in name or not any(c.isalpha() for c in name) else plain_name(name)
    if is_automatic(email) or (name and is_nobody(name)) or not (name or email):
        return None
    # dwhitfield7@ is somebody without a name, hr@ is nobody.
    if not name and is_nobody(" ".join(re.findall(r"[a-z]+", email.partition("@")[0].lower()))):
        return None
    return Guest(
        name=name,
        email=email,
        source="from the invitation's organizer" if is_organizer else "from the invitation's guest list",
        is_organizer=is_organizer,
        declined=params.get("PARTSTAT") == "DECLINED",
    )


def _address(value: str) -> str:
    address = unquote(value.strip()) if len(value) <= LONGEST_ADDRESS * 3 else ""
    address = re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).strip(" <>")
    return address if len(address) <= LONGEST_ADDRESS and ADDRESS.fullmatch(address) else ""


def _reader(named: list[Guest], *, your_name: str, your_email: str) -> tuple[Guest | None, list[str]]:
    """Return which guest is the reader, and what to say of a guess."""
    for guest in named:
        if your_email and guest.email.lower() == your_email.strip().lower():
            return guest, []
    for guest in named:
        if your_name and _words(guest.name) == _words(your_name):
            return guest, []
    guests = [guest for guest in named if not guest.is_organizer]
    guess = next(iter(_outsiders(named, guests)), None)
    if guess is None:
        return None, []
    return guess, [
        f"{guess.called} is left out, because that looks like you. If not, add them to the people."
    ]


def _outsiders(named: list[Guest], guests: list[Guest]) -> list[Guest]:
    """Return the one guest with an address unlike the others', who was invited to their house."""
    at_home = [guest for guest in guests if is_free_mail(guest.email)]
    at_work = [guest for guest in named if company_of(guest.email)]
    if at_work and at_home:
        return at_home if len(at_home) == 1 else []
    organizer = next((guest for guest in named if guest.is_organizer), None)
    if organizer is None or not company_of(organizer.email) or is_recruiter("", organizer.email):
        return []
    house = company_of(organizer.email)
    elsewhere = [guest for guest in guests if guest.email and company_of(guest.email) != house]
    return elsewhere if len(elsewhere) == 1 else []


def _arranged(guest: Guest, description: str) -> bool:
    return is_recruiter(guest.name, guest.email) or (
        guest.is_organizer and AGENCY.search(description) is not None
    )


def _told(description: str) -> Iterator[Guest]:
    """Yield the people that the text names: in a line such as "Interviewers: …", or as Zoom writes it."""
    panel = PANEL.search(description)
    for name in re.split(r"[,;]|\band\b|&", panel[1]) if panel else ():
        if _is_name(name):
            yield Guest(name=plain_name(one_line(name)), email="", source="from the invitation's text")
    host = INVITING.search(description)
    if host and not panel and _is_name(host[1]):
        yield Guest(
            name=plain_name(one_line(host[1])),
            email="",
            source="from the invitation's text: they host the call",
        )


def _is_name(text: str) -> bool:
    words = plain_name(one_line(text)).split()
    is_name = len(words) in NAME_LENGTHS and all(word[0].isupper() for word in words)
    return is_name and not is_nobody(" ".join(words))


def _is_among(guest: Guest, others: Iterable[Guest], your_name: str) -> bool:
    known = [_words(other.name) for other in others] + [_words(your_name)]
    return any(_words(guest.name) <= words or (words and words <= _words(guest.name)) for words in known)


def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in name.split())
