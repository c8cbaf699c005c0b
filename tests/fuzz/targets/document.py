"""The interview document: any text as JSON or TOML, as the command reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.cli import plan_files
from generator.document import DocumentError, parse_document
from generator.plan import make_plan
from tests.fuzz.text import bytes_of, text_of
from tests.samples import NOW, document

TOML = b"""
your_name = "Amara Cole"
company = "Harbour Street Clinic"
role = "ward nurse"
date = 2026-03-05
start = 14:30:00
minutes = 45
time_zone = "Europe/London"
discreet = true
reply_in_days = 10

[[interviewers]]
name = "Dana Whitfield"
decides = true
"""


def seeds() -> Iterator[bytes]:
    """Yield the sample in both languages."""
    yield bytes_of(json.dumps(document(), ensure_ascii=False, indent=1))
    yield TOML


def one(data: bytes) -> None:
    """Read it; what cannot be read has one line for each message, and the rest has its files."""
    refused = None
    try:
        assert plan_files(make_plan(parse_document(text_of(data)), now=NOW))
    except DocumentError as error:
        refused = error
    assert refused is None or len(str(refused).splitlines()) == len(refused.errors) > 0
