"""What is kept of Python's memory, and what a restore makes of it: in Node, on the built scripts."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from generator.site.tools import node_program

PAGE: Final = 4096
# A memory of two megabytes, filled up to `FILLED` by WebAssembly, with a stack whose ends are within pages.
SCRIPT: Final = """
const [script, wrongPlace] = process.argv.slice(1);
const { beginningOf, packed, unpacked } = await import(script);
const SIZE = 32 * 65536, HEAD = 128, FILLED = 200_000, STACK = [300_012, 900_012];
const begin = (memory) => memory.fill(7, 4096, FILLED);
const memory = new Uint8Array(SIZE);
begin(memory);
const beginning = beginningOf({ buffer: memory.buffer });
memory.fill(9, 8192, 8200).fill(0, 12288, 16384);
for (const place of [250_000, 299_900, 890_000, 920_000, 1_000_000, SIZE - 1]) memory[place] = 5;
const snapshot = new Uint8Array(HEAD + SIZE);
new Uint32Array(snapshot.buffer)[1] = HEAD;
snapshot.set(memory, HEAD);
const kept = await packed(snapshot, STACK, beginning, new ArrayBuffer(64));
const restoring = unpacked(kept);
const restored = new Uint8Array(restoring.memory.buffer);
const finish = await restoring.fill;
begin(restored);
if (wrongPlace) restored[Number(wrongPlace)] ^= 1;
let failure = "";
try {
  finish(STACK[1] + 65536);
} catch (error) {
  failure = String(error);
}
const wrong = memory.findIndex((byte, place) => byte !== restored[place]);
const { rest, bytes } = kept;
const copied = beginning.length;
console.log(JSON.stringify({ failure, wrong, pages: rest.ranges, size: bytes.size, copied }));
"""


@pytest.fixture(scope="module")
def script(site_dir: Path) -> Path:
    """Return the page's script that keeps a memory."""
    return next(site_dir.glob("assets/*/memory.js"))


def test_a_restored_memory_is_the_one_that_was_kept(script: Path) -> None:
    """Byte for byte, though pages are left out: the empty ones, and those that WebAssembly fills itself."""
    found = restored(script)
    assert found["failure"] == ""
    assert found["wrong"] == -1
    # Changed, emptied, and written where nothing was: before the stack and at its end.
    pages = [(2, 4), (61, 62), (73, 74), (217, 218)]
    assert found["pages"] == [[first * PAGE, last * PAGE] for first, last in pages]
    assert found["size"] == 8 * PAGE
    assert found["copied"] == 49 * PAGE


@pytest.mark.parametrize("place", [100_000, 220_000], ids=["filled by WebAssembly", "empty"])
def test_a_start_that_writes_where_nothing_is_restored_is_noticed(script: Path, place: int) -> None:
    """What was left out is not what it was then, and this start is given up."""
    assert "has changed" in restored(script, place)["failure"]


@pytest.mark.parametrize(
    "place", [8197, 910_000, 920_001], ids=["before the stack", "empty in the heap", "kept in the heap"]
)
def test_a_start_that_writes_where_something_is_restored_is_overwritten(script: Path, place: int) -> None:
    """As far as it has used the heap."""
    found = restored(script, place)
    assert (found["failure"], found["wrong"]) == ("", -1)


def restored(script: Path, place: int | None = None) -> dict[str, Any]:
    """Return what became of a memory that is restored by a start which wrote a wrong byte at a place."""
    command = [node_program(), "--input-type=module", "-e", SCRIPT, str(script), str(place or "")]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(result.stdout))
