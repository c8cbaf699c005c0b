"""The sum that tells whether what a browser kept is still the same."""

import json
import subprocess
from pathlib import Path

from generator.site.tools import node_program

SUM = Path(__file__).parents[2] / "docs/assets/sum.js"
SCRIPT = """
const { sumIn, sumOf } = await import(process.argv[1]);
const bytes = Uint8Array.from({ length: 4096 }, (_, place) => place * 7);
const changed = (...places) => {
  const copy = bytes.slice();
  for (const [place, bit] of places) copy[place] ^= bit;
  return sumOf(copy.buffer) !== sumOf(bytes.buffer);
};
const missed = [];
for (let place = 0; place < 64; place += 1) {
  for (let bit = 1; bit < 256; bit *= 2) {
    if (!changed([place, bit])) missed.push([place, bit]);
    for (let other = place + 1; other < 64; other += 1) {
      for (let otherBit = 1; otherBit < 256; otherBit *= 2) {
        if (!changed([place, bit], [other, otherBit])) missed.push([place, bit, other, otherBit]);
      }
    }
  }
}
const memory = new WebAssembly.Memory({ initial: 1 });
new Uint8Array(memory.buffer).set(bytes.subarray(0, 1024), 8192);
new Uint8Array(memory.buffer).set(bytes.subarray(1024), 16384);
const inPlaces = sumIn(memory, [[8192, 9216], [16384, 19456]]);
const empty = String(sumOf(new ArrayBuffer(0)));
console.log(JSON.stringify({ missed, same: inPlaces === sumOf(bytes.buffer), empty }));
"""


def test_one_or_two_bits_are_noticed() -> None:
    """Any bit that changes changes the sum, and so do any two; in a memory it is the same as in one piece."""
    result = subprocess.run(
        [node_program(), "--input-type=module", "-e", SCRIPT, str(SUM)],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(result.stdout)
    assert found["missed"] == []
    assert found["same"]
    assert int(found["empty"]) != 0
