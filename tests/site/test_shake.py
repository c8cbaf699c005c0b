"""Emscripten's script without what only dynamic libraries would use."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from generator.site.tools import BuildError, node_modules, node_program, run

ROOT: Final = Path(__file__).parents[2]
PYODIDE: Final = node_modules(ROOT) / "pyodide"
SHAKE: Final = ROOT / "generator/site/shake.mjs"
# A module that imports `env.used` and calls it: (import "env" "used" (func)) (start 0).
IMPORTS: Final = bytes.fromhex("0061736d01000000010401600000020c0103656e7604757365640000080100")
LISTING: Final = """
const module = new WebAssembly.Module(require("node:fs").readFileSync(process.argv[1]));
const offered = WebAssembly.Module.imports(module).filter((one) => one.module === "env");
console.log(offered.map(({ name }) => name).join(" "));
"""
SCRIPT: Final = (
    "async function create(){"
    "var helper=()=>log('help');var _used=()=>helper();_used.sig='v';"
    "var orphan={draw(){return lonely()}};function lonely(){return orphan}"
    "var _unused=()=>orphan.draw();_unused.sig='v';Module['_unused']=_unused;"
    "var wasmImports={used:_used,unused:_unused};"
    "var handed=()=>log('handed');Module['handed']=handed;"
    "var member=()=>log('member');Module['member']=member;var used=()=>Module.member();used();"
    "var made=log('made');"
    "return wasmImports}export default create;"
)


def shaken(folder: Path, *, script: str, loader: str) -> str:
    """Shake a script in a folder that holds a small runtime, and return it."""
    (folder / "pyodide.asm.wasm").write_bytes(IMPORTS)
    (folder / "pyodide.asm.mjs").write_text(script)
    (folder / "pyodide.mjs").write_text(loader)
    run([node_program(), str(SHAKE), str(folder)], what="Shaking", advice="")
    return (folder / "pyodide.asm.mjs").read_text()


def test_what_nothing_names_is_gone(tmp_path: Path) -> None:
    """What the WebAssembly imports stays with all it names; the rest goes, also where it is a ring."""
    script = shaken(tmp_path, script=SCRIPT, loader="x.handed()")
    assert {"help", "handed", "made"} <= set(re.findall(r"\w+", script))
    assert not re.search("unused|orphan|lonely|draw", script)


def test_what_only_hands_itself_out_is_gone(tmp_path: Path) -> None:
    """A function that the script puts on its module stays only where the loader asks for it."""
    assert "handed" not in shaken(tmp_path, script=SCRIPT, loader="")


def test_what_is_used_as_a_property_stays(tmp_path: Path) -> None:
    """What the script itself takes from its module is used, though no variable names it."""
    assert "'member'" in shaken(tmp_path, script=SCRIPT, loader="").replace('"', "'")


def test_what_does_something_stays(tmp_path: Path) -> None:
    """A variable that nobody reads is still made, where making it may do something."""
    assert "made" in shaken(tmp_path, script=SCRIPT, loader="")


def test_another_script_is_refused(tmp_path: Path) -> None:
    """Where the script offers its functions in another way, the build says so: the page would not start."""
    with pytest.raises(BuildError, match="no longer offers its functions"):
        shaken(tmp_path, script=SCRIPT.replace("wasmImports", "offered"), loader="")


def test_every_import_of_pyodide_is_still_offered(tmp_path: Path) -> None:
    """Of Pyodide's own script a third goes, and none of what its WebAssembly asks for."""
    for name in ("pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs"):
        shutil.copy(PYODIDE / name, tmp_path)
    before = (tmp_path / "pyodide.asm.mjs").stat().st_size
    run([node_program(), str(SHAKE), str(tmp_path)], what="Shaking", advice="")
    script = tmp_path / "pyodide.asm.mjs"
    assert script.stat().st_size < before * 0.7
    imports = subprocess.run(
        [node_program(), "-e", LISTING, str(tmp_path / "pyodide.asm.wasm")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    # The linker makes these itself, when the WebAssembly is there.
    made = {"memory", "__indirect_function_table", "__stack_pointer", "__memory_base", "__table_base"}
    original = (PYODIDE / "pyodide.asm.mjs").read_text()
    offered = set(re.findall(r"[\w$]+", original.partition("wasmImports={")[2].partition("}")[0]))
    kept = set(re.findall(r"[\w$]+", script.read_text()))
    assert len(imports) > 100
    assert not (set(imports) - made) & offered - kept
    # And what the script takes from its own module is still put there.
    handed = re.compile(r"\bModule(?:\[\"(\w+)\"\]|\.(\w+))=(?!=)")
    before_it, after_it = (
        {one[1] or one[2] for one in handed.finditer(text)} for text in (original, script.read_text())
    )
    taken = set(re.findall(r"\bModule\.(\w+)\b", original))
    assert not before_it & taken - after_it - made
