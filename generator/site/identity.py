"""Who this copy of the site is: what pages show of it, where mkdocs.yml alone says it."""

from __future__ import annotations

from html import escape
from typing import Final

from generator.site.tools import BuildError

MARK: Final = "<!-- contact -->"
_SCHEMES: Final = ("mailto:", "https://")


def check_contact(contact: str | None) -> None:
    """Refuse a contact that a page could not link to.

    Raises:
        BuildError: It is neither empty nor an address with one of the schemes.
    """
    if contact and not contact.startswith(_SCHEMES):
        raise BuildError(
            f"mkdocs.yml: begin `extra.contact` with mailto: or https://, or leave it empty: {contact}"
        )


def put_contact(html: str, contact: str | None) -> str:
    """Say whom to ask where a page has the mark, with a link where there is an address.

    >>> put_contact("Tell <!-- contact -->.", "mailto:us@example.org")
    'Tell whoever runs this site, <a class="contact" href="mailto:us@example.org">us@example.org</a>.'
    >>> put_contact("Tell <!-- contact -->.", None)
    'Tell whoever runs this site.'
    """
    words = "whoever runs this site"
    if contact:
        shown = contact.removeprefix("mailto:").removeprefix("https://").removesuffix("/")
        words += f', <a class="contact" href="{escape(contact)}">{escape(shown)}</a>'
    return html.replace(MARK, words)
