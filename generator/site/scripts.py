"""Put the site's own scripts and stylesheets into a folder whose name changes with them.

A page then never has older or newer scripts than its own.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from mkdocs.structure.files import File

# Libraries that the scripts import, by the names they have there.
VENDOR: Final = {
    "comlink.mjs": "comlink/dist/esm/comlink.min.mjs",
    "idb-keyval.mjs": "idb-keyval/dist/index.js",
}
_ASSETS: Final = "assets/"
_KINDS: Final = frozenset({".css", ".js"})


def scripts_folder(files: Iterable[File], vendor: Iterable[Path]) -> str:
    """Return the folder for scripts and libraries, from the site's root, and move the scripts there.

    Args:
        files: the documentation's.
        vendor: the libraries.
    """
    scripts = sorted(filter(_is_script, files), key=lambda file: file.src_uri)
    named = [(file.src_uri, file.content_bytes) for file in scripts]
    named += [(path.name, path.read_bytes()) for path in vendor]
    total = hashlib.sha256()
    for name, content in named:
        total.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    folder = f"{_ASSETS}{total.hexdigest()[:16]}/"
    for file in scripts:
        file.dest_uri = folder + file.src_uri.removeprefix(_ASSETS)
    return folder


def _is_script(file: File) -> bool:
    name = file.src_uri.removeprefix(_ASSETS)
    return name != file.src_uri and "/" not in name and Path(name).suffix in _KINDS
