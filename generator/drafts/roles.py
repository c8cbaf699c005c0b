"""Jobs by their nouns, to tell another role from another word for the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drafts.draft import Draft
from generator.drafts.parts import Piece

# Nouns in one line may mean the same job. A noun that fits everywhere, such as "specialist", is in none.
TABLE = """
developer engineer programmer coder architect technician administrator tester scientist analyst
analyst scientist researcher statistician economist
nurse carer caregiver midwife practitioner
teacher tutor lecturer instructor professor trainer educator coach
driver chauffeur courier
head headteacher principal
chef cook baker butcher
barista waiter waitress server bartender host hostess
manager lead leader head director supervisor foreman chief officer coordinator president executive
assistant clerk administrator secretary receptionist coordinator officer handler agent executive
designer illustrator artist stylist
writer copywriter editor journalist author marketer
accountant auditor bookkeeper controller
lawyer solicitor paralegal counsel attorney
librarian archivist curator
cleaner porter caretaker janitor housekeeper
electrician plumber joiner carpenter welder fitter mechanic technician machinist toolmaker
pharmacist chemist
physiotherapist therapist
dentist hygienist
optician optometrist
guard warden ranger lifeguard firefighter paramedic
translator interpreter
gardener landscaper groundskeeper
"""
ROWS = tuple(frozenset(row.split()) for row in TABLE.strip().splitlines())
JOBS = frozenset().union(*ROWS)
# "Excited about the driver role": the one that is meant, and none that was only talked about.
MEANT = re.compile(
    r"\b(?:excite[a-z]*|thrilled|eager|keen|enthus[a-z]*|interested|appl(?:y|ied|ying|ication)|interview(?:ed|ing)?"
    r"|consider(?:ed|ing)|chance|opportunity|meeting me|met|fit|candidate)"
    r" (?:about|for|in|on|at|of|as|me (?:for|about))"
    r" (?:the|your|this|an?) (?P<role>(?:[\w/&+#'-]+ ){1,5}?(?:role|position|post|vacancy|job|opening))\b",
    re.IGNORECASE,
)


def meant_roles(draft: Draft) -> Iterator[Piece]:
    """Yield the roles that the letter says it is about, such as "ward nurse role"."""
    for sentence in draft.parts.sentences:
        for found in MEANT.finditer(sentence.text):
            yield sentence.part(*found.span("role"))


def jobs_in(text: str) -> frozenset[str]:
    """Return the words of a text that are jobs.

    >>> sorted(jobs_in("Lead Developers"))
    ['developer', 'lead']
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    return JOBS.intersection([*words, *(word.removesuffix("s") for word in words)])


def other_job(one: frozenset[str], two: frozenset[str]) -> bool:
    """Say whether two roles are surely not the same: each is named by a job, and none means the other's."""
    meaning = frozenset().union(*(row for row in ROWS if row & one))
    return bool(one and two) and not meaning & two
