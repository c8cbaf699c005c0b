"""The calendar in an email that was saved or pasted whole, out of the code that mail carries it in.

An email within an email is read where it stands there as it is; not where it is in code as a whole, and not
where each line is quoted with `>`.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from itertools import islice

# Of parts that say that they are calendars: an invitation has one or two.
MOST_PARTS = 40
# Characters of a head, from an empty line to the next.
LONGEST_HEAD = 20_000
BLANK = re.compile(r"\n[ \t]+(?=\n)")
# What stands above a part's head, and ends the part before.
DELIMITER = re.compile(r"^--\S[^\n]*$", re.MULTILINE)
FOLD = re.compile(r"\n[ \t]+")
NAMES_ITS_KIND = re.compile(
    r"^content-(?:type|disposition)[ \t]*:(?:[^\n]|\n[ \t]){0,2000}", re.IGNORECASE | re.MULTILINE
)
CALENDAR = re.compile(r"\b(?:text/(?:x-v)?calendar|application/ics)\b|\.ics\b", re.IGNORECASE)
ENCODING = re.compile(
    r'^content-transfer-encoding[ \t]*:[ \t]*"?(base64|quoted-printable)\b', re.IGNORECASE | re.MULTILINE
)
CHARSET = re.compile(r'\bcharset[ \t]*=[ \t]*"?([a-z0-9_-]{1,40})', re.IGNORECASE)
# All that is told apart: of these the ASCII part is the same, and whatever else is written is in UTF-8.
LATIN = frozenset({"iso-8859-1", "iso-8859-15", "latin1", "windows-1252", "cp1252"})


def attached_calendar(mail: str) -> str:
    r"""Return the calendar that an email carries in code, or nothing.

    Only base64 and quoted-printable: whatever is carried as it is can be read where it stands.

    Args:
        mail: its source, with LF line ends.

    >>> head = "Content-Type: text/calendar\nContent-Transfer-Encoding: base64"
    >>> attached_calendar(f"{head}\n\nQkVHSU46VkNBTEVOREFS\n")
    'BEGIN:VCALENDAR'
    """
    mail = BLANK.sub("\n", mail)
    for head, body in _parts(mail):
        encoding = ENCODING.search(head)
        if encoding and "BEGIN:VCALENDAR" in (text := _decoded(body, encoding[1].lower(), head)).upper():
            return text
    return ""


def _parts(mail: str) -> Iterator[tuple[str, str]]:
    """Yield the unfolded head and the body of each part that says it is a calendar."""
    named = (found for found in NAMES_ITS_KIND.finditer(mail) if CALENDAR.search(found[0]))
    for found in islice(named, MOST_PARTS):
        earliest = max(0, found.start() - LONGEST_HEAD)
        before = mail.rfind("\n\n", earliest, found.start())
        ends = mail.find("\n\n", found.start(), found.start() + LONGEST_HEAD)
        if ends < 0:
            continue
        begins = before + 2 if before >= 0 else earliest
        delimiters = list(DELIMITER.finditer(mail, begins, found.start()))
        # A mail of one part has none, and ends where it ends.
        stop = mail.find(f"\n{delimiters[-1][0]}", ends) if delimiters else -1
        head = mail[delimiters[-1].end() if delimiters else begins : ends]
        yield FOLD.sub(" ", head), mail[ends : stop if stop >= 0 else None]


def _decoded(body: str, encoding: str, head: str) -> str:
    charset = CHARSET.search(head)
    code = body.encode("ascii", "replace")
    try:
        content = binascii.a2b_base64(code) if encoding == "base64" else binascii.a2b_qp(code)
    except ValueError:
        return ""
    is_latin = charset is not None and charset[1].lower() in LATIN
    return content.decode("latin-1" if is_latin else "utf-8", "replace")
