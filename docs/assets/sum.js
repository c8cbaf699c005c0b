// @ts-check
/**
 * A sum of bytes, to see whether they are still those that were kept; against somebody who changes the sum too, none helps.
 * It is FNV-1a over 64 bits at a time, with the upper half carried down after each, since a product only carries up. It runs
 * in a little WebAssembly, which is at full speed from its first round: a loop in JavaScript is not, and a visit has only one.
 */

const PAGE = 65_536;
/** Source: FNV-1a with 64 bits. */
const OFFSET = 0xcbf29ce484222325n;

/*
 * (module
 *   (import "python" "memory" (memory 0))
 *   (func (export "sum") (param $sum i64) (param $from i32) (param $to i32) (result i64)
 *     (loop
 *       (local.set $sum (i64.mul (i64.xor (local.get $sum) (i64.load (local.get $from))) (i64.const 0x100000001b3)))
 *       (local.set $sum (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32))))
 *       (br_if 0 (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 8))) (local.get $to))))
 *     (local.get $sum)))
 */
const MODULE = "AGFzbQEAAAABCAFgA35/fwF+AhIBBnB5dGhvbgZtZW1vcnkCAAADAgEABwcBA3N1bQAACjEBLwADQCAAIAEpAwCFQrODgICAIH4hACAAIABCIIiFIQAgAUEIaiIBIAJJDQALIAAL";

/**
 * @param {WebAssembly.Memory} memory
 * @param {[number, number][]} ranges of it: from, to; each a multiple of eight, and no range empty
 * @param {bigint} [begin] the sum of what goes before
 * @returns {bigint}
 */
export function sumIn(memory, ranges, begin = OFFSET) {
  const module = new WebAssembly.Module(Uint8Array.from(atob(MODULE), (byte) => byte.charCodeAt(0)));
  const { sum } = /** @type {any} */ (new WebAssembly.Instance(module, { python: { memory } }).exports);
  return ranges.reduce((so, [from, to]) => sum(so, from, to), begin);
}

/**
 * @param {ArrayBuffer} bytes
 * @param {bigint} [begin] the sum of what goes before
 * @returns {bigint} the same that a memory's ranges have which hold these bytes
 */
export function sumOf(bytes, begin = OFFSET) {
  const size = Math.max(8, Math.ceil(bytes.byteLength / 8) * 8);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
  new Uint8Array(memory.buffer).set(new Uint8Array(bytes));
  return sumIn(memory, [[0, size]], begin);
}
