"""How the headers of a draft are written: Python's own way, with every space where it was typed."""

from __future__ import annotations

from email.header import Header
from email.headerregistry import Address, AddressHeader
from email.policy import EmailPolicy
from email.utils import formataddr
from typing import Any

LINE_END = "\r\n"
# What encoded text begins with.
ENCODED = "=?"
# The longest that a piece of encoded text may be. Source: RFC 2047 2.
LONGEST_WORD = 75
# The longest that a line should be; what cannot be broken may be longer. Source: RFC 5322 2.1.1.
LONGEST_LINE = 78


class DraftPolicy(EmailPolicy):
    """Python's policy for mail, but for what is not ASCII.

    Where a name or a subject beyond ASCII takes more than one line, Python's own folding loses spaces between
    words, or puts one into a word. Its older `Header` cuts the text as a whole. Source: python/cpython 92081.
    And where a name takes more than one line, the quotes around it may be lost: a comma in it would then end
    the name, and what follows could be another recipient.
    """

    def header_store_parse(self, name: str, value: Any) -> tuple[str, str]:
        """Return a header as it is kept: the text that was typed, also where it looks like encoded text.

        Python would decode that, and it could hold line ends, and so a header of its own.
        """
        typed = isinstance(value, str) and ENCODED in value
        return super().header_store_parse(name, _encoded(value, name, " ") if typed else value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return a header as its lines."""
        if isinstance(value, AddressHeader):
            text = f",{LINE_END} ".join(_mailbox(address, name) for address in value.addresses)
        elif _is_plain(str(value)) and "\\" not in str(value):
            return super().fold_binary(name, value)
        else:
            # So is a backslash, which a fold may cut off from its sign.
            text = _encoded(str(value), name)
        return f"{name}: {text}{LINE_END}".encode("ascii")


def _mailbox(address: Address, header: str) -> str:
    """Return a name in quotes where it needs them, never broken, and an address."""
    name, place = address.display_name, address.addr_spec
    if not name:
        return place
    phrase = formataddr((name, "")).removesuffix(" <>") if _is_plain(name) else _encoded(name, header)
    gap = " " if len(f"{header}: {phrase} <{place}>") <= LONGEST_LINE else f"{LINE_END} "
    return f"{phrase}{gap}<{place}>"


def _is_plain(text: str) -> bool:
    """Say whether a text can stand as it is. What looks like encoded text would be taken for that."""
    return text.isascii() and ENCODED not in text


def _encoded(text: str, header: str, line_end: str = LINE_END) -> str:
    return Header(text, "utf-8", maxlinelen=LONGEST_WORD, header_name=header).encode(linesep=line_end)
