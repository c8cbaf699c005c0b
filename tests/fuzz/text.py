"""How the bytes that a fuzzer makes become what somebody types: any bytes are a text, and a form."""

from __future__ import annotations

from typing import Final

# Between two fields; no key of any keyboard writes it.
BETWEEN: Final = "\x1e"


def text_of(data: bytes) -> str:
    """Return bytes as a text; those that are no UTF-8 become halves of characters."""
    return data.decode("utf-8", "surrogateescape")


def bytes_of(text: str) -> bytes:
    """Return the bytes that become a text."""
    return text.encode("utf-8", "surrogateescape")


def fields_of(text: str) -> dict[str, str]:
    """Return a text such as ``company=Acme``, with more behind a separator each, as a form's values."""
    rows = (row.partition("=") for row in text.split(BETWEEN))
    return {name: value for name, _, value in rows}


def written(fields: dict[str, str]) -> str:
    """Return a form's values as such a text."""
    return BETWEEN.join(f"{name}={value}" for name, value in fields.items())
