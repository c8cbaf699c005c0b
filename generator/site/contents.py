"""Put a list of a long page's headings below its first lines, where there is no room beside the text."""

import re
from collections.abc import Sequence
from typing import Final

from mkdocs.structure.toc import AnchorLink

from generator.site.rendering import render

# Fewer can be seen by scrolling once.
_FEWEST: Final = 4
_LEAD: Final = re.compile(r'<p class="lead">.*?</p>', re.DOTALL)


def put_contents(html: str, toc: Sequence[AnchorLink], *, deep: bool) -> str:
    """Return a page's content with the list after its lead, if it has a lead and enough headings.

    Args:
        html: the content.
        toc: its headings, the title first.
        deep: whether the headings below those of the second level belong to the list.
    """
    headings = toc[0].children if toc else []
    if len(headings) < _FEWEST:
        return html
    listed = render("contents.html", headings=headings, deep=deep)
    return _LEAD.sub(lambda lead: f"{lead.group()}\n{listed}", html, count=1)
