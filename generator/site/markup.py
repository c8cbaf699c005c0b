"""Mend what Material writes into every page: slips in HTML, and a script in the way of the first paint."""

import re
from typing import Final

# The HTML standard knows this attribute on no checkbox.
_CHECKBOX: Final = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


# Its script holds back the first paint, and has nothing to do before the page is read.
_BUNDLE: Final = re.compile(r'<script src="([^"]*/javascripts/bundle\.[^"]*)">')

# Firefox fetches what it leads to ahead, which the policy refuses with an error in the console of every page.
_NEXT: Final = re.compile(r'<link rel="next"[^>]*>')


def mend(page: str) -> str:
    """Return a whole page without Material's slips in HTML, that is painted before its script comes.

    >>> mend('<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">')
    '<input class="md-toggle" type="checkbox" id="__search">'
    >>> mend('<link rel="next" href="../check/"><title>Write</title>')
    '<title>Write</title>'
    """
    page = _NEXT.sub("", page)
    return _BUNDLE.sub(r'<script src="\1" defer>', _CHECKBOX.sub(r"\1", page))
