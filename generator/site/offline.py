"""Make the service worker, which keeps the site in readers' browsers for when there is no network."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from generator.site.digests import integrity

SERVICE_WORKER: Final = "service-worker.js"
# Each finds there what it needs of those before it.
_WORKBOX: Final = ("core", "routing", "strategies", "precaching")
_SCRIPT: Final = Path(__file__).with_name("service_worker.js")
_INDEX: Final = "index.html"
_TOOL_PAGES: Final = ("write/", "check/")
_NOT_KEPT: Final = "not-kept/"
_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
# For those who change the project, what is kept once it has been used, and what no page asks for.
_LEFT_OUT: Final = ("404.html", "project/*", "assets/runtime/*", "assets/javascripts/lunr/*", SERVICE_WORKER)
_KINDS: Final = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".webmanifest"})
# Their names change with their content, so that a browser that has them need not ask again.
_FOR_EVER: Final = ("assets/javascripts/*", "assets/stylesheets/*")


def service_worker(site: Path, modules: Path, *, runtime: str, sums: Mapping[str, str], scripts: str) -> str:
    """Return the service worker's script, for a site that is whole but for it.

    Args:
        site: the built site.
        modules: npm's packages.
        runtime: the runtime's folder, from the site's root, ending with a slash.
        sums: what each of its files must be, by its name.
        scripts: the folder of the site's own scripts, from the site's root, ending with a slash.
    """
    for_ever = [*_FOR_EVER, f"{scripts}*"]
    kept = {
        "pages": list(_kept(site, for_ever)),
        "forEver": for_ever,
        "runtime": {runtime + name: sum_ for name, sum_ in sums.items()},
        "folder": runtime,
        "toolPages": _TOOL_PAGES,
        "notKept": _NOT_KEPT,
    }
    workbox = (modules / f"workbox-{part}/build/workbox-{part}.prod.js" for part in _WORKBOX)
    # The maps that they name are not on the site.
    libraries = (_MAP.sub("", path.read_text("utf-8")) for path in workbox)
    return "\n".join([*libraries, f"self.KEPT = {json.dumps(kept)};", _SCRIPT.read_text("utf-8")])


def _kept(site: Path, for_ever: Iterable[str]) -> Iterator[dict[str, str | None]]:
    """Yield what is kept from the first visit on, as Workbox takes it."""
    for path in sorted(site.rglob("*")):
        place = path.relative_to(site).as_posix()
        if path.suffix not in _KINDS or _is_one_of(place, _LEFT_OUT):
            continue
        sum_ = integrity(path.read_bytes())
        yield {
            "url": place.removesuffix(_INDEX) or "./",
            "revision": None if _is_one_of(place, for_ever) else sum_,
            "integrity": sum_,
        }


def _is_one_of(place: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(place, pattern) for pattern in patterns)
