"""No other interviewer's or company's name.

Looked for: whom the greeting names and whom the letter speaks to, who signed it, and where it says that the
person would work. Other people may be named when they are talked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.content import CAPITALS
from generator.checks.cues import Cues, words
from generator.checks.examples import met, thank_you
from generator.checks.parts import Piece
from generator.checks.plain import plain, quoted
from generator.checks.rule import EVERY_KIND, Check, Draft, Span
from generator.checks.whom import greeted_names, is_named, signed_names
from generator.words import MONTHS, WEEKDAYS

# Whom a sentence speaks to: "Thank you again, Tom." A list of people who were met is none.
SPOKEN_TO = re.compile(
    r"\b(?:[Tt]hank you|[Tt]hanks|you|again|so much|very much|forward|soon|then|well), "
    r"(?P<name>(?!I\b|And\b|But\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?=[.!?]|,(?! (?:and|[A-Z])))"
)
# Where the letter says that the interview was, or the work would be; "my last job at" is neither.
AT = re.compile(
    r"\b(?:(?:interview|interviewing|interviewed|role|position|job|post|opening|opportunity|vacancy|work|working"
    r"|(?:start|work|begin)(?:ing)? as an? [\w-]+(?: [\w-]+)?) at|(?P<join>[Jj]oin|[Jj]oining)|to work for) "
    rf"(?P<name>(?:[Tt]he )?(?!I\b|Mr\b|Ms\b|Mrs\b|Dr\b){CAPITALS})"
)
BEFORE = 40
PAST = Cues("""
    my  your  his  her  their  previous(ly)?  former(ly)?  last  current(ly)?  present  earlier  years?
    worked  spent  led  ran  used to  had  did  before  past  since  studied  degree  learned  learnt
    when  while  after  months?
""")
# "I am working at": where somebody works now.
NOW = re.compile(r"(?:\bam|'m|\bbeen|\bstill|\bnow) $")
# What has a capital and is no company.
NO_COMPANY = words(
    "zoom teams skype google facetime i you we they he she it " + " ".join((*WEEKDAYS, *MONTHS)).lower()
)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    yield from _greeting(draft)
    yield from _spoken_to(draft)
    yield from _signature(draft)
    yield from _company(draft)


def _greeting(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    greeting, names = draft.parts.greeting, greeted_names(draft)
    if not greeting or not names or (draft.interview is None and draft.to is None):
        return
    people = [*(draft.interview.interviewers if draft.interview else ()), *([draft.to] if draft.to else [])]
    greeted = [one for one in people if is_named(one.name, greeting.text) or _is_short_for(one.name, names)]
    if draft.to and draft.to not in greeted and draft.to.name:
        yield f"Greet {draft.to.name} here, and nobody else.", greeting.span
    elif not greeted and draft.interview and draft.kind == "thank-you":
        yield f"Check the name in {quoted(greeting.text)}; nobody you met is called that.", greeting.span


SHORTEST = 3


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
    for place in _workplaces(draft):
        if not expected:
            expected = place.text
        elif not _same_company(place.text, expected) and not _same_company(place.text, draft.subject):
            yield f"Check {quoted(place.text)}: the interview was at {expected}.", place.span


def _workplaces(draft: Draft) -> Iterator[Piece]:
    """Yield the names of companies where the interview was, or the work would be."""
    known = draft.interview
    people = [*(one.name for one in known.interviewers), known.role, known.your_name] if known else []
    for sentence in draft.parts.sentences:
        for found in AT.finditer(sentence.text):
            before = sentence.text[max(0, found.start() - BEFORE) : found.start()]
            place = sentence.part(found.start("name"), found.end("name"))
            place = place.part(0, len(place.text.rstrip(".'").removesuffix("'s")))
            # Without an interview, somebody to join may be a person.
            is_person = found["join"] and (known is None or any(is_named(one, place.text) for one in people))
            if not (
                is_person or PAST.search(before) or NOW.search(before) or place.words[0].lower() in NO_COMPANY
            ):
                yield place


def _same_company(name: str, other: str) -> bool:
    """Say whether two names share a word, or one is the other's first letters."""
    one, two = name.casefold(), plain(other).casefold()
    if two and (one.startswith(two) or two.startswith(one)):
        return True
    words, others = (re.findall(r"[^\W_]+", text.lower()) for text in (name, plain(other)))
    if {word for word in words if len(word) > 1 and word not in SHARED} & set(others):
        return True
    letters, other_letters = ("".join(word[0] for word in some) for some in (words, others))
    return "".join(words) in {other_letters, "".join(others)} or "".join(others) == letters


SHARED = frozenset({"the", "and", "of", "for", "inc", "ltd", "llp", "co", "group", "company"})
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
