"""Put together what the other variants need: the stock recipe's files, of the same versions as ours."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from generator.browser import handle
from generator.site.archive import core_files
from generator.site.tools import node_modules, packages

# As pyodide's guide names them, and the standard library that loadPyodide asks for by itself.
_PYODIDE: Final = (
    "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip",
)  # fmt: skip


def make_stock(root: Path, folder: Path) -> None:
    """Fill `folder`/recipe with Pyodide as npm has it, a wheel for each package, and the canned answer."""
    target = folder / "recipe"
    target.mkdir(parents=True)
    for name in _PYODIDE:
        shutil.copyfile(node_modules(root) / "pyodide" / name, target / name)
    installed = packages(root, "runtime")
    wheels = [_wheel(info, target) for info in sorted(installed.glob("*.dist-info"))]
    wheels.append(_core_wheel(root, target))
    (target / "wheels.json").write_text(json.dumps(wheels))
    (target / "answer.json").write_text(handle(json.dumps(_request())))


def _wheel(info: Path, target: Path) -> str:
    """Zip an installed package again, as its own list says; native modules are for another processor."""
    name = f"{info.name.removesuffix('.dist-info')}-py3-none-any.whl"
    with (
        ZipFile(target / name, "w", ZIP_DEFLATED) as wheel,
        (info / "RECORD").open(encoding="utf-8") as record,
    ):
        for file, *_ in csv.reader(record):
            path = info.parent / file
            if path.is_file() and path.suffix not in {".so", ".pyc"} and not file.startswith(".."):
                wheel.write(path, file)
    return name


def _core_wheel(root: Path, target: Path) -> str:
    name = "after_the_interview-1-py3-none-any.whl"
    info = name.removesuffix("-py3-none-any.whl") + ".dist-info"
    with ZipFile(target / name, "w", ZIP_DEFLATED) as wheel:
        for path in core_files(root / "generator"):
            wheel.write(path, path.relative_to(root).as_posix())
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: after-the-interview\nVersion: 1\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return name


def _request() -> dict[str, Any]:
    fields = {
        "your_name": "Amara Cole",
        "company": "Quay Street Clinic",
        "role": "nurse",
        "interviewers-0-name": "Dana",
    }
    return {"version": 1, "request": "plan", "now": "2026-03-05T18:00:00Z", "fields": fields}
