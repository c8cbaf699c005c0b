"""Mutt as a reader of mail: given a link or a draft, it sends it at once, to a program that keeps it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from pathlib import Path
from typing import Final

from tests.readers.programs import need, run

# It sends to nobody that it is not told of, and a letter may be to nobody yet.
ADDRESS: Final = "kept@example.com"
SETTINGS: Final = """
set sendmail={keeper}
set copy=no
set charset=utf-8
set send_charset=utf-8
"""


@dataclass(frozen=True, kw_only=True)
class Mutt:
    """A Mutt of its own folder."""

    folder: Path

    def __post_init__(self) -> None:
        need("mutt", "mutt")
        keeper = self.folder / "keeper"
        keeper.write_text(f"#!/bin/sh\ncat > {shlex.quote(str(self._sent))}\n", "utf-8")
        keeper.chmod(0o700)
        (self.folder / "settings").write_text(SETTINGS.format(keeper=keeper), "utf-8")

    def read_link(self, link: str) -> tuple[str, str]:
        """Return the subject and the body that a mail link opens a letter with."""
        return self._send(link)

    def read_draft(self, file: bytes) -> tuple[str, str]:
        """Return the subject and the body of a draft file."""
        draft = self.folder / "draft.eml"
        draft.write_bytes(file)
        return self._send("-H", str(draft))

    def _send(self, *arguments: str) -> tuple[str, str]:
        self._sent.unlink(missing_ok=True)
        settings = str(self.folder / "settings")
        run("mutt", "-n", "-F", settings, "-b", ADDRESS, *arguments, zone="UTC", home=self.folder)
        message = message_from_bytes(self._sent.read_bytes(), policy=policy.compat32)
        body = message.get_payload(decode=True)
        assert isinstance(body, bytes)
        return str(make_header(decode_header(message["Subject"]))), body.decode("utf-8")

    @property
    def _sent(self) -> Path:
        return self.folder / "sent.eml"
