"""Nothing that a mail program may mangle: pictures, bullets, marks of formatting, characters that went wrong.

A picture in a name that was typed is part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.examples import thank_you
from generator.checks.rule import Check
from generator.drafts.draft import Draft, Span
from generator.drafts.html import TAG
from generator.drafts.plain import INVISIBLE, quoted
from generator.drafts.typed import typed_names, typed_words
from generator.interview import EVERY_KIND

PICTURE = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\u2194-\u21aa\u231a-\u23ff\u25aa-\u25fe\u2934\u2935]"
    "[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]*"
    r"|(?<=\s)(?:[:;=]-?[)(DPp]|<3)(?=\s|$|[.,!])"
)
BULLET = re.compile(r"^[ \t]*(?:[•◦▪‣●○·*–—-]|\d{1,2}[.)])[ \t]+(?=\S)", re.MULTILINE)
MARKS = (
    # **bold**, __bold__, ~~gone~~, *slanted*, # heading, `code`, [text](link)
    r"\*\*[^*\n]{1,200}\*\*|(?<!\w)(?:__|~~)[^_~\n]{1,200}(?:__|~~)(?!\w)",
    r"(?<![\w*])\*[^\s*](?:[^*\n]{0,80}[^\s*])?\*(?![\w*])|^#{1,4} (?=\S)|`[^`\n]{1,80}`",
    r"\[[^\]\n]{1,80}\]\([^)\n]{1,200}\)",
)
MARKED = re.compile("|".join(MARKS), re.IGNORECASE | re.MULTILINE)
# What was written in one encoding and read in another, and characters that cannot be seen.
BROKEN = re.compile(
    f"\ufffd|â€.?.?|Ã[\u0080-\u00bf©¨¢¤¶¼]|Â(?= )|[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff{INVISIBLE}]"
)


# Whatever is looked for has a sign beside these, but for bullets; many letters have none.
ODD = re.compile(r"[^a-zA-Z0-9 \n.,!?'\"()/&@+%$-]")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    is_odd = ODD.search(draft.body) is not None
    if is_odd:
        yield from _tag_and_pictures(draft)
    signature = draft.parts.signature[0].start if draft.parts.signature else len(draft.body)
    for found in BULLET.finditer(draft.text, 0, signature):
        yield "Write sentences in place of bullet points.", found.span()
    if is_odd:
        yield from _marks(draft)


def _tag_and_pictures(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    names, typed = typed_names(draft.interview), typed_words(draft.interview)
    tag = TAG.search(draft.body)
    if tag and tag[0] not in typed:
        yield f"Paste it as plain text; {quoted(tag[0])} is a mark of a web page.", tag.span()
    for found in PICTURE.finditer(draft.body):
        if found[0] not in names:
            yield f"Take out {quoted(found[0])}; a mail program may turn it into odd signs.", found.span()


def _marks(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    names, typed = typed_names(draft.interview), typed_words(draft.interview)
    for found in MARKED.finditer(draft.text):
        if found[0] not in typed:
            yield f"Write {quoted(found[0])} as plain text, without marks.", found.span()
    for found in BROKEN.finditer(draft.body):
        if found[0] not in names + typed:
            yield "Type the odd sign here again; it went wrong on the way.", found.span()


BRINGS = "I would bring six years"
CHECK = Check(
    id="plain-text",
    kinds=EVERY_KIND,
    level="should",
    pages=("thank-you",),
    ask=_ask,
    failing=(
        thank_you({"to hearing from you.": "to hearing from you. 🙂"}),
        thank_you({BRINGS: f"• {BRINGS}"}),
        thank_you({BRINGS: "I would bring **six** years"}),
        thank_you({BRINGS: "I would bring <b>six</b> years"}),
        thank_you({"I'm excited": "Iâ€™m excited"}),
        thank_you({"excited about": "ex\u00adcited about"}),
        thank_you({"I'm excited": "\u202aI'm excited\u202c"}),
    ),
    passing=(thank_you(), thank_you({"I'm excited": "I’m “very” excited – really"})),
)
