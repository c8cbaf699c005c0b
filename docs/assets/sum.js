// @ts-check
/**
 * A sum of bytes that any damage changes; against somebody who changes the sum too, none helps. It is FNV-1a, over 64 bits
 * at a time, in a little WebAssembly, which is at full speed from its first round: a loop in JavaScript is not, and a
 * visit has only one.
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
 *       (br_if 0 (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 8))) (local.get $to))))
 *     (local.get $sum)))
 */
const MODULE = "AGFzbQEAAAABCAFgA35/fwF+AhIBBnB5dGhvbgZtZW1vcnkCAAADAgEABwcBA3N1bQAACicBJQADQCAAIAEpAwCFQrODgICAIH4hACABQQhqIgEgAkkNAAsgAAs=";

/**
 * @param {WebAssembly.Memory} memory
 * @param {[number, number][]} ranges of it: from, to; each a multiple of eight, and no range empty
 * @returns {bigint}
 */
export function sumIn(memory, ranges) {
  const module = new WebAssembly.Module(Uint8Array.from(atob(MODULE), (byte) => byte.charCodeAt(0)));
  const { sum } = /** @type {any} */ (new WebAssembly.Instance(module, { python: { memory } }).exports);
  return ranges.reduce((so, [from, to]) => sum(so, from, to), OFFSET);
}

/** @param {ArrayBuffer} bytes @returns {bigint} the sum of what a memory's ranges hold, where they hold these bytes */
export function sumOf(bytes) {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((bytes.byteLength + 8) / PAGE) });
  new Uint8Array(memory.buffer).set(new Uint8Array(bytes));
  return sumIn(memory, [[0, Math.ceil(bytes.byteLength / 8) * 8 || 8]]);
}
