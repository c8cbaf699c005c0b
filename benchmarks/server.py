"""Serve the site once for each variant of its worker, as hosts do: compressed and cached."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from generator.site.digests import integrity
from generator.site.offline import SERVICE_WORKER

Server = TypeVar("Server", bound=ThreadingHTTPServer)

TYPES: Final = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
# What is compressed already is sent as it is.
_COMPRESSED: Final = frozenset({".bin", ".whl", ".zip"})
# These names change with their content; the others are kept for ten minutes, as GitHub Pages does it.
_FOR_EVER: Final = ("/assets/runtime/", "/recipe/")
_WORKER: Final = re.compile(r"assets/\w+/worker\.js")
# A browser that has just been started is busy with itself; nobody opens a page that fast.
_WAITING: Final = b"""<!doctype html><title>Waiting</title><link rel="icon" href="data:,">
<script>setTimeout(() => location.replace(location.search.slice(1)), 2500)</script>"""
PROBE: Final = '<script type="module" src="/probe.js"></script>'


class BenchServer(ThreadingHTTPServer):
    """Answer `/<variant>/…` with the site and that variant's worker, and take the probe's reports."""

    daemon_threads = True

    def __init__(self, site: Path, workers: dict[str, Path], extra: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        for path in [*site.rglob("*.*"), *extra.rglob("*.*")]:
            # As a host that compresses once, and not while a reader waits.
            if path.suffix not in _COMPRESSED and path.suffix in TYPES:
                _gzip(path.read_bytes())
        self.site = site
        self.workers = workers
        self.extra = extra
        # How much of what it keeps the page reads before the first letter, for the floor to read as much.
        self.kept = 0
        self.reports: Queue[dict[str, Any]] = Queue()
        self.sent: dict[str, int] = defaultdict(int)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that is ended hangs up in the middle."""

    def url(self, path: str) -> str:
        """Return the address that leads to a path once the browser has come to rest."""
        return f"http://127.0.0.1:{self.server_port}/waiting?/{path}"

    def content(self, path: str) -> bytes | None:
        """Return what stands at a path, or None."""
        variant, _, rest = path.removeprefix("/").partition("/")
        if path == "/waiting":
            return _WAITING
        if path == "/probe.js":
            return (Path(__file__).parent / "probe.js").read_bytes()
        if rest == "recipe/floor.json":
            (runtime,) = (self.site / "assets/runtime").iterdir()
            names = sorted(file.name for file in runtime.iterdir())
            return json.dumps({"names": names, "kept": self.kept}).encode()
        if _WORKER.fullmatch(rest) and variant in self.workers:
            return self.workers[variant].read_bytes()
        return self._file(variant, rest)

    def _file(self, variant: str, place: str) -> bytes | None:
        folder = self.extra if place.startswith("recipe/") else self.site
        file = folder / (place if place and not place.endswith("/") else f"{place}index.html")
        if not file.is_file():
            return None
        content = file.read_bytes()
        if place == "write/":
            return _with_probe(content)
        if place == SERVICE_WORKER:
            # It takes nothing that is not as the build made it; and what others have is not measured.
            page = (self.site / "write/index.html").read_bytes()
            before, after = (integrity(one).encode() for one in (page, _with_probe(page)))
            return content.replace(before, after) if variant == "ours" else None
        return content


def _with_probe(page: bytes) -> bytes:
    return page.replace(b"</head>", f"{PROBE}</head>".encode())


class Handler(BaseHTTPRequestHandler):
    """Answer one request."""

    protocol_version = "HTTP/1.1"
    server: BenchServer

    def do_GET(self) -> None:
        """Send a file, compressed, with how long it may be kept."""
        path = urlsplit(self.path).path
        content = self.server.content(path)
        if content is None:
            self.send_error(404)
            return
        suffix = Path(path).suffix or ".html"
        packed = suffix not in _COMPRESSED
        body = _gzip(content) if packed else content
        self.server.sent[path] += len(body)
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        kept = any(part in path for part in _FOR_EVER)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if kept else "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Take a report."""
        self.server.reports.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep the terminal for the figures."""


@lru_cache(maxsize=512)
def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 6, mtime=0)


def serving(site: Path, workers: dict[str, Path], extra: Path) -> AbstractContextManager[BenchServer]:
    """Serve while the block runs."""
    return running(BenchServer(site, workers, extra))


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """Let a server answer, in a thread of its own, while the block runs."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
