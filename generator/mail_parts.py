"""The calendar in an email that was saved or pasted whole, out of the code that mail carries it in."""

from __future__ import annotations

import binascii
import re
from itertools import islice

# An invitation has one calendar, or the same once as a text and once as a file.
MOST_PARTS = 4
CALENDAR = re.compile(
    r"^content-type:[ \t]*(?:text/calendar|application/ics)\b", re.IGNORECASE | re.MULTILINE
)
ENCODING = re.compile(
    r"^content-transfer-encoding:[ \t]*(base64|quoted-printable)\b", re.IGNORECASE | re.MULTILINE
)
CHARSET = re.compile(r'\bcharset[ \t]*=[ \t]*"?([A-Za-z0-9_-]{1,40})', re.IGNORECASE)
BOUNDARY = re.compile(r"^--\S", re.MULTILINE)
# Lines of a part's own head: more than any program writes.
LONGEST_HEAD = 4000


def attached_calendar(mail: str) -> str:
    r"""Return the calendar that an email carries in code, or nothing.

    Only base64 and quoted-printable: whatever is carried as it is can be read where it stands.

    Args:
        mail: its source, with LF line ends.

    >>> head = "Content-Type: text/calendar\nContent-Transfer-Encoding: base64"
    >>> attached_calendar(f"{head}\n\nQkVHSU46VkNBTEVOREFS\n")
    'BEGIN:VCALENDAR'
    """
    for found in islice(CALENDAR.finditer(mail), MOST_PARTS):
        begins = mail.rfind("\n\n", max(0, found.start() - LONGEST_HEAD), found.start()) + 1
        ends = mail.find("\n\n", found.start(), found.start() + LONGEST_HEAD)
        head = mail[begins or max(0, found.start() - LONGEST_HEAD) : ends]
        encoding = ENCODING.search(head)
        if ends < 0 or encoding is None:
            continue
        boundary = BOUNDARY.search(mail, ends)
        if text := _decoded(mail[ends : boundary.start() if boundary else None], encoding[1].lower(), head):
            return text
    return ""


def _decoded(body: str, encoding: str, head: str) -> str:
    charset = CHARSET.search(head)
    try:
        code = body.encode("ascii", "replace")
        content = binascii.a2b_base64(code) if encoding == "base64" else binascii.a2b_qp(code)
        return content.decode(charset[1] if charset else "utf-8", "replace")
    except (ValueError, LookupError):
        return ""
