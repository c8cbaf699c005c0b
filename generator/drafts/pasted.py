"""A draft as it was pasted: with its subject on top, and what a clipboard does to line ends and spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Each stands for one character, so that a place in the body is a place in what was pasted.
ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                        "\u202f\u205f\u3000", " "),
    }
)  # fmt: skip
# "Dear Dana:" and "Mary-Jane:" are none, so the names are a list.
HEADER = re.compile(
    r"[ >*]*(?P<name>to|from|cc|bcc|date|sent|subject|sender|received|references|importance|priority"
    r"|attachments?|reply-to|in-reply-to|message-id|return-path|delivered-to|envelope-to|mime-version|user-agent"
    r"|dkim-signature|authentication-results|received-spf|auto-submitted"
    r"|(?:x|content|list|thread|arc|resent)-[\w-]+)[ *]*:(?P<value>.*)",
    re.IGNORECASE,
)
# A header of these may go on in lines that begin with a space; a subject's next line is the letter's.
LONG_HEADERS = re.compile(r"received|references|dkim|authentication|content|arc|x-|list", re.IGNORECASE)
# What an employer's or provider's mail program puts below a letter.
FOOTER = re.compile(
    r"^[ *_>]*(?:(?:this|the (?:information|contents?)[a-z ]{0,40}) (?:e-?mail|message|communication)\b"
    r"[^\n]{0,200}\b(?:confidential|privileged|intended (?:solely|only)|addressee)"
    r"|confidentiality (?:notice|note)\b|(?:legal )?disclaimer\b ?:|please consider the environment\b"
    r"|if you (?:are not the intended recipient|(?:have )?received? this (?:e-?mail|message) in error))",
    re.IGNORECASE | re.MULTILINE,
)
# Where the mail begins that a reply carries below it: what programs write above it, or its quoted lines.
QUOTED = re.compile(
    r"^(?:On [^\n]{5,200}(?:\n[^\n]{0,80})?wrote:\s*$|-{3,} ?Original Message|_{10,}\s*\nFrom:|> ?)",
    re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True)
class PastedDraft:
    """A draft taken apart.

    ``subject`` and ``to`` are the lines on top, if there are any.
    ``body`` has LF line ends and plain spaces; it begins at ``offset``, in code points, of what was pasted
    once each CR LF in that is one LF. It ends where the mail begins that it answers, or a footer that a mail
    program adds.
    """

    subject: str
    to: str
    body: str
    offset: int


def read_draft(text: str) -> PastedDraft:
    r"""Read a draft that may begin with lines such as ``To: …`` and ``Subject: …``.

    >>> read_draft("Subject: Thank you\r\n\r\nDear Dana,\r\n")
    PastedDraft(subject='Thank you', to='', body='Dear Dana,', offset=20)
    """
    text = text.replace("\r\n", "\n").translate(ONE_FOR_ONE)
    said, in_header = dict.fromkeys(("subject", "to"), ""), False
    # The beginning of the first line that says something.
    place = text.rfind("\n", 0, len(text) - len(text.lstrip("\ufeff \n"))) + 1
    while place < len(text):
        end = text.find("\n", place)
        line_end = len(text) if end < 0 else end
        line = text[place:line_end].strip("\ufeff ")
        header = HEADER.fullmatch(line)
        goes_on = in_header and text[place] == " "
        if line and not (header or goes_on):
            break
        in_header = bool(line and (goes_on or (header and LONG_HEADERS.match(header["name"]))))
        if header:
            said[header["name"].lower()] = " ".join(header["value"].strip(" *").split())
        place = line_end + 1
    body = text[place:]
    begins = len(body) - len(body.lstrip("\ufeff "))
    for below in (QUOTED, FOOTER):
        found = below.search(body, begins)
        # Who pastes nothing but a quotation means it.
        if found and body[begins : found.start()].strip():
            body = body[: found.start()]
    return PastedDraft(
        subject=said["subject"],
        to=said["to"],
        body=body[begins:].rstrip("\ufeff \n"),
        offset=min(place + begins, len(text)),
    )
