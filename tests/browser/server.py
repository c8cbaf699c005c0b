"""Serve the built site as a project page is served: under a sub-path, over plain HTTP, on a free port."""

import time
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from benchmarks.server import running

SUB_PATH: Final = "/after-the-interview/"
ICON: Final = "assets/favicon.svg"


@dataclass(frozen=True, kw_only=True)
class Override:
    """How an answer differs: its status and type, how long it takes, what goes before, how it is cached."""

    status: int = 200
    content_type: str | None = None
    delay: float = 0.0
    before: str = ""
    cache: str | None = None


class SiteServer(ThreadingHTTPServer):
    """Serve a folder, keep a list of what was asked for, and misbehave on request."""

    daemon_threads = True

    def __init__(self, folder: Path, sub_path: str, port: int) -> None:
        super().__init__(("127.0.0.1", port), partial(SiteHandler, directory=str(folder)))
        self.sub_path = sub_path
        self.paths: list[str] = []
        self._overrides: dict[str, Override] = {}

    @property
    def origin(self) -> str:
        """The scheme, host and port of every page."""
        return f"http://127.0.0.1:{self.server_port}"

    def url(self, path: str = "") -> str:
        """Return the address of a page given by its path in the site."""
        return f"{self.origin}{self.sub_path}{path}"

    def override(self, part: str, override: Override) -> None:
        """Answer differently for each path that contains `part`; of several, as the last one says."""
        self._overrides[part] = override

    def block(self, part: str) -> None:
        """Answer 404 for each path that contains `part`."""
        self.override(part, Override(status=404))

    def reset(self) -> None:
        """Forget what was asked for, and behave."""
        self.paths.clear()
        self._overrides.clear()

    def override_for(self, path: str) -> Override:
        """Return how to answer for a path."""
        return next((one for part, one in reversed(self._overrides.items()) if part in path), Override())


class SiteHandler(SimpleHTTPRequestHandler):
    """Answer one request from the folder, as the server's overrides say."""

    protocol_version = "HTTP/1.1"
    # Python 3.11 and the host's own tables know some of these under other names.
    extensions_map = {  # noqa: RUF012 - the base class's own
        **SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
        ".zip": "application/zip",
    }
    server: SiteServer
    status = 0

    def do_GET(self) -> None:
        """Answer, or fail, as the test wants."""
        path = urlsplit(self.path).path
        # The page's icon is the browser's own wish, and comes when it likes.
        if self.path != self.server.sub_path + ICON:
            self.server.paths.append(path)
        override = self.server.override_for(path)
        time.sleep(override.delay)
        if override.status >= 400 or not path.startswith(self.server.sub_path):
            self.send_error(override.status if override.status >= 400 else 404)
            return
        if override.before:
            self.send_before(override.before.encode())
            return
        super().do_GET()

    def send_before(self, before: bytes) -> None:
        """Send a file with something before it."""
        content = before + Path(self.translate_path(urlsplit(self.path).path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(urlsplit(self.path).path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        """Note it: nothing here is ever sent something."""
        self.server.paths.append(urlsplit(self.path).path)
        self.send_error(405)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember how the answer begins."""
        self.status = code
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Let browsers keep the runtime for a while, as hosts do, or as the test wants."""
        if self.status < 400:
            cache = self.server.override_for(urlsplit(self.path).path).cache
            if cache is None and "/assets/runtime/" in self.path:
                cache = "max-age=600"
            if cache:
                self.send_header("Cache-Control", cache)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Return the file for a path, the sub-path taken off."""
        return super().translate_path("/" + path.removeprefix(self.server.sub_path))

    def guess_type(self, path: object) -> str:
        """Return the MIME type that belongs to the file, or the test's own."""
        override = self.server.override_for(unquote(urlsplit(self.path).path))
        return override.content_type or super().guess_type(str(path))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the terminal for pytest."""


def serving(folder: Path, sub_path: str = SUB_PATH, port: int = 0) -> AbstractContextManager[SiteServer]:
    """Serve a folder while the block runs, on a free port or on the one that is asked for."""
    return running(SiteServer(folder, sub_path, port))
