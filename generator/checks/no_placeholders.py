"""Nothing in brackets or braces is left, nor any other gap of a template.

What the person typed about the interview is no gap, however it looks, unless it is somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import met, thank_you
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import plain, quoted
from generator.drafts.typed import typed_words
from generator.interview import EVERY_KIND

WHOSE = (
    r"(?:(?:your|the|their|company|first|last|full|job|role|position|specific|relevant"
    r"|(?:interviewer|recruiter|manager|hiring manager|person|recipient)(?:'s)?) )"
)
WHAT = (
    r"(?:names?|compan(?:y|ies)|organi[sz]ation|roles?|positions?|titles?|dates?|topics?|skills?|details?|projects?|"
    r"day|here)"
)
FILL = r"(?:insert|add|fill in|fill|enter|mention|describe)"
GAPS = (
    # brackets and braces; "[1]" and a link are none
    r"\[(?!\d*\]|sic\]|\.\.\.\]|…\])[^\[\]\n]{1,80}\](?!\()",
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\{\{|\}\}|\{[^{}\n]{0,60}\}",
    rf"<(?:(?i:{FILL} [^<>\n]{{1,60}}|{WHOSE}{{0,3}}{WHAT}))>|<[A-Z][A-Z _-]{{2,30}}>",
    rf"\((?i:{FILL} [^()\n]{{1,60}}|{WHOSE}{{0,3}}{WHAT})\)",
    # signs to be written over
    r"\b(?:XX+|[xX]{3,}|Xx+)(?:[/.-](?:XX+|[xX]{3,}|Xx+))*\b|\b(?:DD[/.-]MM|MM[/.-]DD)(?:[/.-]YY(?:YY)?)?\b",
    r"_{3,}|%[A-Za-z_]{3,30}%|\$\{?[A-Z_]{3,30}\}?",
    r"\bX (?:years|months|weeks|people|percent)\b",
    # what a template calls things
    r"\b(?:Your|My) (?:Full |First |Last )?Name\b|\b(?:First|Last|Full) ?Name\b",
    r"\b(?:Job|Position|Role) Title\b",
    r"\b(?:Company|Interviewer|Manager|Recruiter|Recipient|Employer|Hiring Manager)(?:'s)? Name\b",
    r"\bName of (?:the )?(?:Company|Interviewer|Role|Person)\b",
    r"\b(?:XYZ|ABC) (?:Company|Corp\w*|Inc|Ltd|Org\w*)\b",
    r"\b(?:Insert|INSERT) (?:[a-z]+ ){0,3}(?:[a-z]+\b|[A-Z]+\b)|\b(?:TODO|TBD|TBC|FIXME)\b(?! [A-Z])",
    r"(?<=[Dd]ear )(?:Name|Interviewer|First ?[Nn]ame|Recipient)\b|\b(?i:lorem ipsum)\b",
    # a choice that nobody made
    r"\b(?:Mr|Mrs|Ms)\.?\s?/\s?(?:Mr|Mrs|Ms)\b\.?|\b(?:he/she|him/her|his/her|s/he)\b",
    # a stem of the guide that nobody finished
    r"\b(?i:dear|for|about|because|bring|meet|with|at|the)\s+(?:…|\.{3,})(?=[\s,]|$)",
)
PLACEHOLDER = re.compile("|".join(GAPS))
# Each gap has one of these in it, and few letters do.
# Patterns that all begin with a character of their own are looked for ten times as fast.
HINT = re.compile(
    r"\[|\]|\{|\}|<|>|\(|_|%|\$|/|…|DD|MM|\.\.\.|X[Xx]|x[Xx]|X(?<=\bX)\b|Name|Title|Insert|INSERT|TODO|TB[CD]|FIXME"
    r"|XYZ|ABC|ear (?:Interviewer|First|Recipient)|Lorem|lorem|LOREM"
)


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    if not HINT.search(draft.subject + draft.text):
        return
    typed = typed_words(draft.interview)
    for found in PLACEHOLDER.finditer(plain(draft.subject)):
        if found[0] not in typed:
            yield f"Fill {quoted(found[0])} in the subject, or take it out.", None
    for found in PLACEHOLDER.finditer(draft.text):
        if found[0] not in typed:
            yield f"Fill {quoted(found[0])}, or take it out.", found.span()


CHECK = Check(
    id="no-placeholders",
    kinds=EVERY_KIND,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({"at Harbour Clinic": "at [Company]"}),
        thank_you({"Amara Osei": "[Your Name]"}),
        thank_you({"Tom Reyes": "{{ name }}"}),
        thank_you({"six years": "XX years"}),
        thank_you({"Thank you: Scheduling Coordinator": "Thank you: Coordinator, <Company>"}),
    ),
    passing=(
        thank_you(),
        thank_you({"most of it by phone": "most of it by phone (twice in C++ and R&D, <3)"}),
        thank_you({"six years of": "{six} years of"}, **met(fit="{six} years of booking patients")),
    ),
)
