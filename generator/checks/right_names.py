"""No other interviewer's or company's name, and no other role.

Looked for: whom the greeting names and whom the letter speaks to, who signed it, and where it says that the
person would work, and as what. Other people may be named when they are talked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import plain, quoted
from generator.drafts.roles import JOBS, jobs_in, meant_roles, other_job
from generator.drafts.whom import greeted_names, is_named, signed_names
from generator.drafts.workplaces import NO_COMPANY, same_company, workplaces
from generator.interview import EVERY_KIND
from generator.phrases import fit_role

# Whom a sentence speaks to: "Thank you again, Tom." A list of people who were met is none.
SPOKEN_TO = re.compile(
    r"\b(?:[Tt]hank you|[Tt]hanks|you|again|so much|very much|forward|soon|then|well), "
    r"(?P<name>(?!I\b|And\b|But\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?=[.!?]|,(?! (?:and|[A-Z])))"
)
# The fewest letters of a name's front that somebody is greeted by.
SHORTEST = 3


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    yield from _greeting(draft)
    yield from _spoken_to(draft)
    yield from _signature(draft)
    yield from _company(draft)
    yield from _role(draft)


def _greeting(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    greeting = draft.parts.greeting
    # "Dear Chef," is nobody else.
    names = [name for name in greeted_names(draft) if name.lower() not in JOBS]
    if not greeting or not names or (draft.interview is None and draft.to is None):
        return
    people = [*(draft.interview.interviewers if draft.interview else ()), *([draft.to] if draft.to else [])]
    greeted = [one for one in people if is_named(one.name, greeting.text) or _is_short_for(one.name, names)]
    if draft.to and draft.to not in greeted and draft.to.name:
        yield f"Greet {draft.to.name} here, and nobody else.", greeting.span
    elif not greeted and draft.interview and draft.kind == "thank-you":
        yield f"Check the name in {quoted(greeting.text)}; nobody you met is called that.", greeting.span


def _is_short_for(name: str, greeted: list[str]) -> bool:
    """Say whether somebody is greeted by the front of a name: "Dan" for Daniel, but not "Dana" for Danah."""
    words = [plain(word).lower() for word in name.split()]
    short = [word.lower() for word in greeted]
    return any(
        len(one) >= SHORTEST
        and (word.startswith(one) or one.startswith(word))
        and abs(len(word) - len(one)) > 1
        for one in short
        for word in words
    )


def _spoken_to(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    known = " ".join([*greeted_names(draft), draft.to.name if draft.to else ""])
    if not known.strip():
        return
    for sentence in draft.parts.sentences:
        for found in SPOKEN_TO.finditer(sentence.text):
            if not is_named(found["name"], known) and found["name"].lower() not in NO_COMPANY:
                place = sentence.part(found.start("name"), found.end("name")).span
                yield f"Check {quoted(found['name'])}: the letter goes to {_whom(draft)}.", place


def _whom(draft: Draft) -> str:
    return draft.to.name if draft.to else " ".join(greeted_names(draft))


def _signature(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    greeted, lines = greeted_names(draft), draft.parts.signature
    own = draft.interview.your_name if draft.interview else ""
    if greeted and lines and not any(is_named(own, line.text) for line in lines):
        signed = signed_names(draft)
        if signed and {name.lower() for name in signed} <= {name.lower() for name in greeted}:
            yield "Sign with your own name; this is the name that you greet.", lines[0].span


def _company(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    expected = plain(draft.interview.company) if draft.interview else ""
    for place in workplaces(draft):
        if not expected:
            expected = place.text
        elif not same_company(place.text, expected) and not same_company(place.text, draft.subject):
            yield f"Check {quoted(place.text)}: the interview was at {expected}.", place.span


def _role(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    expected = draft.interview.role if draft.interview else draft.subject
    for role in meant_roles(draft):
        if other_job(jobs_in(expected), jobs_in(role.text)):
            other = f"it was the {fit_role(expected)}" if draft.interview else "the subject names another one"
            yield f"Check {quoted(role.text)}: {other}.", role.span


TOM = "I look forward to hearing from you."
CHECK = Check(
    id="right-names",
    kinds=EVERY_KIND,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    asks_made=False,
    failing=(
        thank_you({"Dear Helen,": "Dear Aisha,"}, **met()),
        thank_you({TOM: "Thank you again, Sarah. I look forward to hearing from you."}),
        thank_you({"Amara Osei": "Helen"}),
        thank_you({"interview at Harbour Clinic": "interview at Mill Lane Surgery"}, **met()),
        thank_you({"to work with you all": "to work at Mill Lane Surgery"}),
    ),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({"Dear Helen,": "Dear Ms Brandt,"}, **met()),
        thank_you({"two dental practices": "my last job at Mill Lane Surgery"}, **met()),
        thank_you({"Tom Reyes as well": "Tom as well; please thank Aisha"}, **met()),
    ),
)
