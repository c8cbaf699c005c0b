"""HTML that was pasted: its marks are taken for spaces, so that the letter between them can be read."""

from __future__ import annotations

import re

TAGS = (
    "a|b|blockquote|body|br|center|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|li|meta|o:p|ol|p|pre|script|"
    "span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
TAG = re.compile(
    # What is between these is not the letter.
    r"<(?P<whole>style|script|title)\b[^<>]*>[^<]*</(?P=whole)\s*>|<!--[^<]*?-->|<!doctype\b[^<>]*>"
    rf"|</?(?:{TAGS})(?=[\s/>])[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,5}|#x[\da-f]{1,5}|[lr]squo|[lr]dquo|mdash|ndash|hellip|euro|pound);",
    re.IGNORECASE,
)
# Where a line ends in the letter.
BREAK = re.compile(r"<(?:br|hr)\b|</(?:blockquote|dd|div|dt|h[1-6]|li|p|table|tr)\b", re.IGNORECASE)
SIGNS = {
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&lsquo;": "'",
    "&rsquo;": "'", "&ldquo;": '"', "&rdquo;": '"', "&mdash;": "—", "&ndash;": "–", "&hellip;": "…",
}  # fmt: skip


def without_marks(text: str) -> str:
    r"""Return a text of the same length with spaces and line ends for the marks of HTML.

    >>> without_marks("<p>Tea &amp; milk</p>")
    '   Tea &     milk\n   '
    """
    return TAG.sub(_blank, text) if "<" in text or "&" in text else text


def _blank(mark: re.Match[str]) -> str:
    first = "\n" if BREAK.match(mark[0]) else SIGNS.get(mark[0].lower(), " ")
    return first.ljust(len(mark[0]))
