"""Pyodide's WebAssembly without the exports that nobody uses."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.site.runtime import make_runtime
from generator.site.tools import node_modules, node_program
from generator.site.wasm import WasmError, with_imported_memory, with_spare_type, without_unused_exports

PYODIDE: Final = node_modules(Path(__file__).parents[2]) / "pyodide"
EXPORTS: Final = """
const { readFileSync } = require("node:fs");
const module = new WebAssembly.Module(readFileSync(process.argv[1]));
const { exports, imports } = WebAssembly.Module;
console.log(JSON.stringify({ exports: exports(module), imports: imports(module) }));
"""
# A module that exports its memory and three functions: WebAssembly has no assembler in Python.
SMALL: Final = bytes.fromhex(
    "0061736d01000000"  # the header
    "010401600000"  # one type: nothing in, nothing out
    "030403000000"  # three functions of that type
    "0503010001"  # one memory
    "071804066d656d6f72790200036f6e6500000174000101770002"  # its exports
    "0a0a0302000b02000b02000b"  # their code
)
SCRIPT: Final = (
    "var _one,_t,_w,wasmMemory;function assignWasmExports(wasmExports){"
    '_one=Module["_one"]=wasmExports["one"];'
    '_t=Module["_t"]=wasmExports["t"];_w=Module["_w"]=wasmExports["w"]}var x=_one();'
)


def described(wasm: bytes, tmp_path: Path) -> dict[str, list[dict[str, str]]]:
    """Have Node's WebAssembly compile a module and say what it exports and imports."""
    file = tmp_path / "module.wasm"
    file.write_bytes(wasm)
    result = subprocess.run(
        [node_program(), "-e", EXPORTS, str(file)], capture_output=True, text=True, check=True
    )
    found: dict[str, list[dict[str, str]]] = json.loads(result.stdout)
    return found


def test_what_no_script_names_is_no_longer_exported(tmp_path: Path) -> None:
    """A function is left where a script names it, the memory always; the rest has no variable either."""
    wasm, script = without_unused_exports(SMALL, SCRIPT, "API._w()")
    names = [one["name"] for one in described(wasm, tmp_path)["exports"]]
    assert names == ["memory", "one", "w"]
    assert script == SCRIPT.replace("_t,", "").replace('_t=Module["_t"]=wasmExports["t"];', "")


def test_pyodide_keeps_what_its_scripts_use(tmp_path: Path) -> None:
    """Of Pyodide's own module nothing but exports goes, most of them, and none that is still assigned."""
    whole = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    texts = [(PYODIDE / name).read_text("utf-8") for name in ("pyodide.asm.mjs", "pyodide.mjs")]
    wasm, script = without_unused_exports(whole, *texts)
    before, after = described(whole, tmp_path), described(wasm, tmp_path)
    assert after["imports"] == before["imports"]
    names = {one["name"] for one in after["exports"]}
    assert len(names) < len(before["exports"]) / 10
    assert {"malloc", "memory", "_pyproxy_apply", "emscripten_get_sbrk_ptr", "Py_Version"} <= names
    assigned = script.partition("function assignWasmExports(wasmExports){")[2].partition("}")[0]
    assert [one for one in assigned.split(";") if one and one.split('"')[-2] not in names] == []


@pytest.mark.parametrize(
    ("wasm", "script", "message"),
    [(b"<html>", SCRIPT, "not WebAssembly"), (SMALL, "var _one;", "no longer assigns")],
    ids=["another file", "another script"],
)
def test_what_is_of_another_form_stops_the_build(wasm: bytes, script: str, message: str) -> None:
    """After a new version of Pyodide that is made otherwise, the build says so and makes nothing."""
    with pytest.raises(WasmError, match=message):
        without_unused_exports(wasm, script, "")


def test_the_memory_is_imported(tmp_path: Path) -> None:
    """A module with imports takes its memory from there, at the size that is told, and still exports it."""
    whole = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    wasm, pages = with_imported_memory(whole)
    before, after = described(whole, tmp_path), described(wasm, tmp_path)
    assert after["imports"] == [*before["imports"], {"module": "env", "name": "memory", "kind": "memory"}]
    assert after["exports"] == before["exports"]
    # Pyodide's own, as its script says it.
    assert pages * 65_536 == 30 * 1024 * 1024


def test_the_spare_type_can_be_changed(tmp_path: Path) -> None:
    """It stands behind all other types, and whatever it is, the module does the same."""
    wasm = with_spare_type(SMALL)
    place = wasm.index(bytes([0x60, 1, 0x7F, 0]))
    assert wasm[:8] + bytes([1, 8, 2]) == wasm[:11]
    changed = bytearray(wasm)
    changed[place + 2] = 0x7E
    assert described(bytes(changed), tmp_path) == described(wasm, tmp_path) == described(SMALL, tmp_path)


CHANGE: Final = """
const { readFileSync } = await import("node:fs");
const { changeSpareType } = await import(process.argv[1]);
const before = readFileSync(process.argv[2]);
const after = Uint8Array.from(before);
changeSpareType(after);
const places = [...after.keys()].filter((place) => after[place] !== before[place]);
console.log(JSON.stringify([places.length, places[0], WebAssembly.validate(after)]));
"""


def test_the_page_changes_the_spare_type_and_nothing_else() -> None:
    """Its script finds the type in the runtime's own WebAssembly, and leaves a valid module."""
    root = Path(__file__).parents[2]
    wasm = make_runtime(root).folder / "pyodide.asm.wasm"
    script = (root / "docs/assets/apart.js").as_uri()
    result = subprocess.run(
        [node_program(), "--input-type=module", "-e", CHANGE, script, str(wasm)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    count, place, is_valid = json.loads(result.stdout)
    assert (count, is_valid) == (1, True)
    whole = wasm.read_bytes()
    assert whole[place - 2 : place + 2] == bytes([0x60, 1, 0x7F, 0])
    # The types end there, and the imports begin.
    assert whole[place + 2] == 2


@pytest.mark.parametrize(
    ("change", "wasm", "message"),
    [
        (with_imported_memory, SMALL, "imports, and a memory"),
        (with_imported_memory, SMALL[:8], "imports, and a memory"),
        (with_spare_type, SMALL[:8], "no longer has types"),
        (with_spare_type, b"<html>", "not WebAssembly"),
    ],
)
def test_webassembly_of_another_form_stops_the_build(
    change: Callable[[bytes], object], wasm: bytes, message: str
) -> None:
    """What the build expects of it and does not find, it says."""
    with pytest.raises(WasmError, match=message):
        change(wasm)
