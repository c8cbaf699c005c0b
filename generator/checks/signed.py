"""It ends with the person's name.

Looked for: the name that was typed, in the last lines; without an interview, a line that can be a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import follow_up, met, thank_you
from generator.checks.no_placeholders import PLACEHOLDER
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.drafts.whom import is_named, signed_names
from generator.interview import EVERY_KIND
from generator.names import plain_name

LAST_LINES = 8
# A line with a name may have a farewell, a title or a number beside it.
MOST_OTHER_WORDS = 5


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    # A gap where the name belongs is a gap, and the other check says so.
    if any(PLACEHOLDER.search(line.text) for line in draft.parts.signature):
        return
    if draft.interview:
        signed = _is_signed(draft, draft.interview.your_name)
        name = plain_name(draft.interview.your_name)
        message = f"Sign it: end with {name} on a line of its own."
    else:
        signed, message = bool(signed_names(draft)), "Sign it: end with your name on a line of its own."
    if not signed:
        yield message, None


def _is_signed(draft: Draft, name: str) -> bool:
    greeting = draft.parts.greeting
    lines = draft.text[greeting.end if greeting else 0 :].split("\n")
    few = len(name.split()) + MOST_OTHER_WORDS
    last = [line for line in lines if line.strip()][-LAST_LINES:]
    last += [line.text for line in draft.parts.signature]
    return any(
        len(line.split()) <= few and is_named(name, line) and (not _is_closed(line) or _is_closed(name))
        for line in last
    )


def _is_closed(text: str) -> bool:
    return text.rstrip().endswith((".", "?", "!"))


CHECK = Check(
    id="signed",
    kinds=EVERY_KIND,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({"\nAmara Osei\n": ""}),
        thank_you({"Amara Osei": "Kind regards,"}),
        follow_up({"Amara Osei": "Best wishes,\n+44 20 7946 0123"}),
        thank_you({"\nAmara Osei\n": ""}, **met()),
    ),
    passing=(
        thank_you(),
        thank_you(**met()),
        thank_you({"Amara Osei": "Best, Amara"}, **met()),
        follow_up({"Amara Osei": "With best wishes,\n\nAmara Osei\namara@example.org"}),
        thank_you({"Amara Osei": "山田 太郎"}, **met(your_name="山田 太郎")),
    ),
)
