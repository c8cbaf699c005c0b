"""Mend what Material writes into every page."""

import re
from typing import Final

# The HTML standard knows this attribute on no checkbox.
_CHECKBOX: Final = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


def mend(page: str) -> str:
    """Return a whole page without Material's slips in HTML.

    >>> mend('<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">')
    '<input class="md-toggle" type="checkbox" id="__search">'
    """
    return _CHECKBOX.sub(r"\1", page)
