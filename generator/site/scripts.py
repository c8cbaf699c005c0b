"""Put the site's own scripts and stylesheets into a folder whose name changes with them.

A page then never has older or newer scripts than its own.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from mkdocs.structure.files import File

from generator.site.digests import digest_of

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
    scripts = [file for file in files if _is_script(file)]
    contents = [(file.src_uri, file.content_bytes) for file in scripts]
    contents += [(path.name, path.read_bytes()) for path in vendor]
    folder = f"{_ASSETS}{digest_of(contents)}/"
    for file in scripts:
        file.dest_uri = folder + file.src_uri.removeprefix(_ASSETS)
    return folder


def _is_script(file: File) -> bool:
    name = file.src_uri.removeprefix(_ASSETS)
    return name != file.src_uri and "/" not in name and Path(name).suffix in _KINDS
