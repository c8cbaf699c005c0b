"""Letters in the guide, made from interview documents while the site is built.

A page asks for them by a mark; documents are named from the guide's folder:

    <!-- letters: examples/ward-nurse.json -->                the dates and all letters
    <!-- letter: examples/ward-nurse.json thank-you-1 -->     one letter
    <!-- anatomy: examples/ward-nurse.json thank-you-1 -->    one letter, each sentence tied to its rule
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from typing import Any, Final

from generator.advice import TITLES, advise, head
from generator.document import DocumentError, parse_document
from generator.form import InterviewerForm, InterviewForm
from generator.handoff import recipient
from generator.interview import FOLLOW_UP_KINDS, Appointment
from generator.plan import Message, Plan, make_plan, plan_document
from generator.schedule import Step, end_of
from generator.site.rendering import render
from generator.site.tools import BuildError
from generator.words import at_the_latest, clock, full_day, moment, not_before, place

MARK: Final = re.compile(r"<!-- (letters|letter|anatomy): (\S+\.json)(?: ([\w-]+))? -->")
# A rule in a page's Markdown: its heading, its id, and the sentence that follows.
RULE: Final = re.compile(r"^### (.+?) \{ #([\w-]+) \}\n\n(.+?[.?!])(?=\s|$)", re.MULTILINE)
PAGES: Final = ("thank-you", "follow-up")
# What the subject line keeps, and the letter as a whole; a plan has rules for sentences only.
OF_SUBJECT: Final = {
    "thank-you": "clear-subject",
    "follow-up": "same-thread",
    "second-follow-up": "same-thread",
}
OF_LENGTH: Final = {"thank-you": "thank-you-length", "follow-up": "short"}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule in the guide's words: ``href`` leads to its heading from the site's root."""

    title: str
    why: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """Sentences of one paragraph that stand together and keep the same rule.

    ``number`` counts those parts of a letter that keep a rule, the subject among them. ``stems`` are what
    the person finished to get these sentences. ``again`` is true where an earlier part has told the rule.
    """

    text: str
    rule: Rule | None
    number: int
    stems: tuple[str, ...]
    again: bool


def fill_marks(html: str, *, docs: Path, root: str) -> str:
    """Put letters where a page asks for them.

    Args:
        html: the page's content.
        docs: the guide's folder.
        root: the way from the page to the site's root, ending with a slash.
    """

    def fill(mark: re.Match[str]) -> str:
        shape, path, message_id = mark.groups()
        plan = plan_of(docs / path)
        if shape == "letters":
            return render_letters(plan, path, root=root)
        message = _message(plan, message_id, path)
        return render_letter(message) if shape == "letter" else render_anatomy(message, plan, docs, root=root)

    return MARK.sub(fill, html)


def plan_of(path: Path) -> Plan:
    """Plan a document as of the end of its interview, so that the site is the same on any day."""
    try:
        interview = parse_document(path.read_text(encoding="utf-8"))
    except DocumentError as error:
        raise BuildError(f"{path.name}: {error}") from error
    return make_plan(interview, now=end_of(_appointment(interview.appointment)))


def render_letters(plan: Plan, path: str, *, root: str) -> str:
    """Render an interview's dates and letters, and the way to the form with its answers."""
    advice = advise(plan)
    return render(
        "example.html",
        dates=list(_dates(plan)),
        letters=[
            (head(message, advice)["title"], message.letter, recipient(message.letter))
            for message in plan.messages
        ],
        start=f"{root}write/#example={Path(path).stem}",
    )


def render_letter(message: Message) -> str:
    """Render one letter on its sheet."""
    return render("letter.html", letter=message.letter, to=recipient(message.letter))


def render_anatomy(message: Message, plan: Plan, docs: Path, *, root: str) -> str:
    """Render one letter with each sentence beside the rule that it keeps."""
    letter = message.letter
    rules = guide_rules(docs, follow_up_first=letter.kind in FOLLOW_UP_KINDS)
    subject = rules.get(OF_SUBJECT.get(letter.kind, ""))
    document = next(one for one in plan_document(plan)["messages"] if one["id"] == letter.id)
    return render(
        "anatomy.html",
        letter=letter,
        to=recipient(letter),
        paragraphs=read_parts(document, rules, first=2 if subject else 1),
        subject=subject,
        length=rules.get(OF_LENGTH.get(letter.kind, "")),
        words=len(letter.body.split()),
        root=root,
    )


def guide_rules(docs: Path, *, follow_up_first: bool) -> dict[str, Rule]:
    """Read the rules from the guide's pages, by id; where both pages have one, the first page's counts."""
    rules: dict[str, Rule] = {}
    for page in reversed(PAGES) if follow_up_first else PAGES:
        for title, name, why in RULE.findall((docs / f"{page}.md").read_text(encoding="utf-8")):
            rules.setdefault(name, Rule(title=title, why=why, href=f"{page}/#{name}"))
    return rules


def read_parts(message: Mapping[str, Any], rules: Mapping[str, Rule], *, first: int = 1) -> list[list[Part]]:
    """Cut a letter of the plan document into its paragraphs, and these into parts numbered from ``first``."""
    paragraphs: list[list[Part]] = []
    # Where a person's own words keep a rule, the reason stands beside them.
    finished = {one["rule"] for one in message["sentences"] if _stems(iter(one["fields"]))}
    told: set[str] = set()
    numbers = count(first)
    for sentences in _paragraphs(message):
        parts = []
        for name, together in groupby(sentences, key=lambda sentence: sentence["rule"]):
            run = list(together)
            stems = _stems(field for sentence in run for field in sentence["fields"])
            again = name in told or (name in finished and not stems)
            parts.append(
                Part(
                    text=message["body"][run[0]["span"][0] : run[-1]["span"][1]],
                    rule=rules[name] if name else None,
                    number=next(numbers) if name else 0,
                    stems=stems,
                    again=again,
                )
            )
            if not again:
                told.add(name)
        paragraphs.append(parts)
    return paragraphs


def _paragraphs(message: Mapping[str, Any]) -> Iterator[list[dict[str, Any]]]:
    together: list[dict[str, Any]] = []
    for sentence in message["sentences"]:
        if together and "\n" in message["body"][together[-1]["span"][1] : sentence["span"][0]]:
            yield together
            together = []
        together.append(sentence)
    yield together


def _stems(fields: Iterator[str]) -> tuple[str, ...]:
    """Return the stems of those fields that have one: a name or a date is not a sentence to finish."""
    form, person = InterviewForm(), InterviewerForm()
    known = [
        person[field.rpartition("-")[2]] if field.startswith("interviewers-") else form[field]
        for field in dict.fromkeys(fields)
    ]
    return tuple(field.stem for field in known if hasattr(field, "stem"))


def _dates(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield the interview and each step: what it is, when, and what room there is."""
    appointment = _appointment(plan.interview.appointment)
    end = end_of(appointment)
    zone = appointment.time_zone
    hours = f"{clock(appointment.start)} to {clock(end.time())}"
    yield "The interview", f"{full_day(appointment.date)}, {hours} {place(zone)}", ""
    steps: dict[str, Step] = {message.step.name: message.step for message in plan.messages if message.step}
    for step in steps.values():
        room = f"At the latest {at_the_latest(step.latest, zone)}."
        if step.name != "thank-you":
            room = f"Not before {not_before(step.earliest, zone)}. {room}"
        yield TITLES[step.name], moment(step.suggested, zone), room


def _appointment(appointment: Appointment | None) -> Appointment:
    if appointment is None:
        raise BuildError("A document without a date is refused where it is read.")
    return appointment


def _message(plan: Plan, message_id: str, path: str) -> Message:
    for message in plan.messages:
        if message.letter.id == message_id:
            return message
    raise BuildError(f"{path} makes no letter {message_id!r}.")
