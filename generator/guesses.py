"""What an invitation lets one guess: the company and the role, and who is a person and no room or program.

A guess that is wrong costs more than none, so each of these gives nothing where it is not clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.guess_words import FREE_MAIL, HOUSES, NOBODY, PLACES, ROLES, SECOND_LEVEL, SENDERS, STAGES

AUTOMATIC = re.compile(
    r"(?:no|do-?not)[._-]?reply|notifications?|calendar|calendars?[._-].*|scheduling|scheduler|mailer.*|invit\w*|"
    r"bounces?|automated|system|unknownorganizer",
    re.IGNORECASE,
)
RECRUITER = re.compile(
    r"recruit|talent|staffing|headhunt|sourcer|resourcing|hiring|careers|personnel|jobs", re.IGNORECASE
)
PREFIX = re.compile(
    r"^\s?(?:(?:updated\s)?invitation(?:\sfrom\s[^:]{1,60})?|(?:fwd?|re|aw|wg)|accepted|tentative|confirmed|confirmation"
    r"|cancell?ed(?:\sevent)?|reminder|rescheduled)\s?:\s*",
    re.IGNORECASE,
)
# A title has no two spaces in a row. What began with a run of them would begin again at each.
BRACKETS = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
BETWEEN = re.compile(r"\s?(?:(?<!<)<+[-=]*>+|↔|⟷|⇔|×|//)\s*|\s[x/]\s+")
BREAK = re.compile(r"\s?(?::|\||•)\s*|\s[-–—]\s+")
AT = re.compile(r"\s(?:at|@)\s+", re.IGNORECASE)
# What stands behind a company's name: "Harbour Clinic, Leeds", but not "Oakhand, Inc.".
FURTHER = re.compile(r",\s+(?!(?:inc|ltd|llc|llp|plc|co)\b).*$", re.IGNORECASE | re.DOTALL)
INTERVIEW = re.compile(r"\b(?:interviews?|interviewing)\b", re.IGNORECASE)
ROUND = re.compile(
    r"\b(?:interview\w*|assessment|(?:first|second|third|final) round|phone screen)\b", re.IGNORECASE
)
OF_THE_ROLE = re.compile(
    r"^(?:for\s+)?(?:(?:the|a|an|our)\s+)?(?:(?:role|position|post|job|vacancy)\s+(?:of|as)\s+)?(?:an?\s+)?",
    re.IGNORECASE,
)
ROLE_WORD_LAST = re.compile(r"\s(?:role|position|post|job|vacancy|interviews?)$", re.IGNORECASE)
LABELLED = {
    "role": re.compile(
        r"^[^\w\n]*(?:job title|role|position|post|vacancy|job)\s*:\s*(.{2,120})$",
        re.IGNORECASE | re.MULTILINE,
    ),
    "company": re.compile(
        r"^[^\w\n]*(?:company|employer|organi[sz]ation|client|company name)\s*:\s*(.{2,120})$",
        re.IGNORECASE | re.MULTILINE,
    ),
}


@dataclass(frozen=True)
class Known:
    """What else the invitation says: the names of people, and the names that companies have in addresses."""

    people: frozenset[str]
    companies: frozenset[str]


@dataclass(frozen=True)
class Guess:
    """A company and a role, as far as a title tells."""

    company: str = ""
    role: str = ""


def plain_title(title: str) -> str:
    """Return a title without what mail and calendar programs put before it.

    >>> plain_title("Fwd: Updated invitation: Interview: Ward Nurse")
    'Interview: Ward Nurse'
    """
    for _ in range(4):
        title = PREFIX.sub("", title)
    return title.strip()


def guess_from_title(title: str, known: Known) -> Guess:
    """Guess the company and the role from an event's title.

    >>> guess_from_title("Interview: Ward Nurse at Harbour Clinic", Known(frozenset(), frozenset()))
    Guess(company='Harbour Clinic', role='Ward Nurse')
    """
    title = BRACKETS.sub("", plain_title(title))
    company = role = ""
    sides = BETWEEN.split(title)
    pieces = [piece for side in sides for piece in BREAK.split(side) if piece.strip()]
    if len(sides) == 2:  # noqa: PLR2004 - "one <> the other"
        company = _other_side(pieces[:2] if len(pieces) > 1 else [], known)
    is_interview = len(sides) > 1 or ROUND.search(title) is not None
    for piece in pieces:
        before, *behind = AT.split(piece, maxsplit=1)
        at = FURTHER.sub("", behind[0]).strip(" .,") if behind else ""
        place = at if at and _may_be_company(at, known) else ""
        # A dentist in a calendar is seldom a role.
        found = _role(before, known, at_company=bool(place)) if is_interview or place else ""
        if place and (found or _is_company(place, known)):
            company = company or place
        role = role or found
        company = company or next(
            (one for one in (_met_with(before), _bare(piece)) if _is_company(one, known)), ""
        )
    return Guess(company, role)


def _other_side(sides: list[str], known: Known) -> str:
    """Return the company of "Acme <> Amara", if one side is known as a company or the other as a person."""
    bare = [_bare(side) for side in sides]
    for one, other in zip(bare, bare[::-1], strict=True):
        if _is_company(one, known) or (_is_person(other, known) and _may_be_company(one, known)):
            return one
    return ""


def _bare(text: str) -> str:
    """Return a piece of a title without the word "interview" and the kind of interview."""
    words = text.strip(" .,-").split()
    while words and folded(words[0]) in STAGES:
        words = words[1:]
    while words and folded(words[-1]) in STAGES:
        words = words[:-1]
    return " ".join(words)


def _met_with(text: str) -> str:
    found = re.search(r"\bwith\s+(.+)$", text, re.IGNORECASE | re.DOTALL)
    return found[1].strip(" .,") if found else ""


def _role(text: str, known: Known, *, at_company: bool) -> str:
    """Return the role in a piece of a title such as "Interview for the role of ward nurse"."""
    text = re.sub(r"\swith\s.*$", "", text, flags=re.IGNORECASE | re.DOTALL)
    behind = INTERVIEW.split(text)[-1].strip(" .,-")
    before = INTERVIEW.split(text)[0]
    for candidate in (behind, before):
        bare = ROLE_WORD_LAST.sub("", OF_THE_ROLE.sub("", _bare(OF_THE_ROLE.sub("", candidate.strip()))))
        words = [folded(word) for word in re.split(r"[\s,/&-]+", bare)]
        if not bare or _is_person(bare, known) or not any(c.isalpha() for c in bare) or set(words) <= STAGES:
            continue
        if {"hiring", "manager"} <= set(words):
            continue
        if ROLES & set(words) or (at_company and _was_for(text, candidate)):
            return bare
    return ""


def _was_for(text: str, candidate: str) -> bool:
    """Say whether the words stand behind "interview for", so that they are a role whatever they are."""
    return re.search(r"interview\s+for\b", text, re.IGNORECASE) is not None and candidate.lower().startswith(
        "for"
    )


def _may_be_company(text: str, known: Known) -> bool:
    """Say whether a text can be a company: a name of a few words, and no time, place or person."""
    words = text.split()
    return (
        0 < len(words) <= 6  # noqa: PLR2004 - more words are a sentence
        and (text[0].isupper() or (text[0].isdigit() and text[-1].isalpha()))
        and re.match(r"\d++([:.h]\d*|\s*[ap]\.?m\b|$)", text, re.IGNORECASE) is None
        and folded(words[0]) not in PLACES
        and FURTHER.search(text) is None
        and not _is_person(text, known)
    )


def _is_company(text: str, known: Known) -> bool:
    """Say whether a text is a company's name for sure: by its last word, or by an address."""
    words = [folded(word) for word in text.split()]
    if not words or not _may_be_company(text, known) or ROLES & {words[-1]}:
        return False
    return "".join(words) in known.companies or (len(words) > 1 and words[-1] in HOUSES)


def _is_person(text: str, known: Known) -> bool:
    """Say whether a text is somebody's name, or the first or last word of one."""
    words = [folded(word) for word in text.split()]
    names = [set(name.split()) for name in known.people]
    return bool(words) and any(set(words) <= name for name in names)


def company_of(address: str) -> str:
    """Return the name that a company has in an address, or nothing where the address is not a company's.

    >>> company_of("dana@mail.harbour-clinic.co.uk"), company_of("dana@gmail.com")
    ('harbour-clinic', '')
    """
    labels = address.rpartition("@")[2].lower().split(".")
    if len(labels) < 2:  # noqa: PLR2004 - a name and its ending
        return ""
    place = -3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL else -2  # noqa: PLR2004 - as in co.uk
    name = labels[place]
    return "" if name in FREE_MAIL | SENDERS else name


def is_free_mail(address: str) -> bool:
    """Say whether an address is one that people have at home."""
    labels = address.rpartition("@")[2].lower().split(".")
    return bool(FREE_MAIL & set(labels[:-1]))


def written_company(name: str, texts: Iterable[str]) -> str:
    """Write the name that a company has in addresses as it is written elsewhere, or as far as it is clear.

    >>> written_company("harbourclinic", ["Room 2, Harbour Clinic"]), written_company("quay-press", [])
    ('Harbour Clinic', 'Quay Press')
    """
    whole = name.replace("-", "")
    for text in texts:
        # Addresses and links hold the name as it is here.
        words = [
            word.strip(".,:;()[]\"'“”")
            for word in re.sub(r"(?<!\S)[^\s@/]*[@/]\S*|\bwww\.\S+", " ", text).split()
        ]
        for start, first in enumerate(words):
            joined = ""
            for end in range(start, min(start + 6, len(words))):
                joined += folded(words[end])
                if joined == whole and first[:1].isupper():
                    return " ".join(words[start : end + 1])
                if not whole.startswith(joined):
                    break
    parts = name.split("-")
    # Three letters are as often short for something; a long word is as often two.
    if not all(part.isalpha() for part in parts) or not all(4 <= len(part) <= 9 for part in parts):  # noqa: PLR2004 - said above
        return ""
    return " ".join(part.capitalize() for part in parts)


def name_in_address(address: str) -> str:
    """Return the name that an address such as first.last holds, or nothing.

    >>> name_in_address("dana.whitfield@example.com"), name_in_address("dwhitfield7@example.com")
    ('Dana Whitfield', '')
    """
    words = address.partition("@")[0].split(".")
    is_name = len(words) == 2 and all(re.fullmatch(r"[a-z]{2,}(-[a-z]{2,})?", word.lower()) for word in words)  # noqa: PLR2004 - first and last
    if not is_name or is_nobody(" ".join(words)):
        return ""
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)


def is_automatic(address: str) -> bool:
    """Say whether a program sends from an address."""
    local, _, domain = address.partition("@")
    programs = domain.startswith(("resource.calendar.", "group.calendar.", "import.calendar."))
    return programs or AUTOMATIC.fullmatch(local) is not None


def is_nobody(name: str) -> bool:
    """Say whether a name is a room's or a mailbox's."""
    return any(word in NOBODY for word in re.findall(r"[a-z]+", name.lower())) or any(
        c.isdigit() for c in name
    )


def is_recruiter(name: str, address: str) -> bool:
    """Say whether somebody arranges interviews for a living, by their address or their name."""
    return RECRUITER.search(f"{address} {name}") is not None


def labelled(key: str, text: str) -> str:
    """Return what a description says in a line such as "Role: ward nurse"."""
    found = LABELLED[key].search(text)
    return found[1].strip(" .*_\t") if found else ""


def folded(word: str) -> str:
    """Return a word's letters and digits, all small."""
    return "".join(c for c in word.lower() if c.isalnum())
