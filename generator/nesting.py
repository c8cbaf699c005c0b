"""How deep a JSON text goes, seen before it is parsed: too deep a parse ends Python in the browser."""

from __future__ import annotations

import re

# An interview's document has three levels, a request two.
DEEPEST = 20
# A string, to its end or the text's; or a bracket outside of strings.
TOKENS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)|[\[\]{}]', re.DOTALL)


def is_too_deep(text: str) -> bool:
    """Say whether a JSON text has more levels than anything here needs.

    >>> is_too_deep('{"a": [{"b": "[[["}]}'), is_too_deep("[" * 21)
    (False, True)
    """
    level = 0
    for token in TOKENS.finditer(text):
        level += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if level > DEEPEST:
            return True
    return False
