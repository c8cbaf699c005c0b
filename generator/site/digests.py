"""Short names for contents, and sums as browsers take them."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return a short name for the content of `paths`, the same on every machine."""
    return digest_of((path.relative_to(root).as_posix(), path.read_bytes()) for path in paths)


def digest_of(contents: Iterable[tuple[str, bytes]]) -> str:
    """Return a short name for contents with their own names, in whatever order they come."""
    total = hashlib.sha256()
    for name, content in sorted(contents):
        total.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()[:16]


def integrity(content: bytes) -> str:
    """Return a sum of a file's or a script's content as browsers take it, in an attribute or in a policy."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"
