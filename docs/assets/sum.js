// @ts-check
/**
 * A sum of bytes, to see whether they are still those that were kept; against somebody who changes the sum too, none helps.
 * It is FNV-1a over 64 bits at a time, with the upper half carried down after each, since a product only carries up. Four such
 * sums run beside one another, each over every fourth number, and are summed in the end: one would wait for its own products.
 * It runs in a little WebAssembly, which is at full speed from its first round: a loop in JavaScript is not, and a visit has
 * only one.
 */

const PAGE = 65_536;
/** Bytes of a round. */
const ROUND = 32;
/** Source: FNV-1a with 64 bits. */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/*
 * (module
 *   (import "python" "memory" (memory 0))
 *   (func (export "sum") (param $a i64) (param $b i64) (param $c i64) (param $d i64) (param $from i32) (param $to i32)
 *     (result i64 i64 i64 i64)
 *     (loop
 *       (local.set $a (i64.mul (i64.xor (local.get $a) (i64.load (local.get $from))) (i64.const 0x100000001b3)))
 *       (local.set $a (i64.xor (local.get $a) (i64.shr_u (local.get $a) (i64.const 32))))
 *       ;; the same of $b, $c and $d, with offset=8, offset=16 and offset=24
 *       (br_if 0 (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 32))) (local.get $to))))
 *     (local.get $a) (local.get $b) (local.get $c) (local.get $d)))
 */
const MODULE =
  "AGFzbQEAAAABDgFgBn5+fn5/fwR+fn5+AhIBBnB5dGhvbgZtZW1vcnkCAAADAgEABwcBA3N1bQAACowBAYkBAANAIAAgBCkDAIVCs4OAgIAgfiEAIAAgAEIgiIUh" +
  "ACABIAQpAwiFQrODgICAIH4hASABIAFCIIiFIQEgAiAEKQMQhUKzg4CAgCB+IQIgAiACQiCIhSECIAMgBCkDGIVCs4OAgIAgfiEDIAMgA0IgiIUhAyAEQSBqIgQg" +
  "BUkNAAsgACABIAIgAws=";

/** @type {WebAssembly.Module | undefined} */
let compiled;

/** Compile what sums, ahead of its first use: there it would wait for other code that is being compiled. */
export function prepareSums() {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(MODULE), (byte) => byte.charCodeAt(0)));
  return compiled;
}

/**
 * @param {WebAssembly.Memory} memory
 * @param {[number, number][]} ranges of it: from, to; each a multiple of a round, and no range empty
 * @param {bigint} [begin] the sum of what goes before
 * @returns {bigint}
 */
export function sumIn(memory, ranges, begin = OFFSET) {
  const { sum } = /** @type {any} */ (new WebAssembly.Instance(prepareSums(), { python: { memory } }).exports);
  let lanes = [begin, begin, begin, begin];
  for (const [from, to] of ranges) lanes = sum(...lanes, from, to);
  return lanes.reduce((so, lane) => {
    const product = BigInt.asUintN(64, (so ^ BigInt.asUintN(64, lane)) * PRIME);
    return product ^ (product >> 32n);
  }, OFFSET);
}

/**
 * @param {ArrayBuffer} bytes
 * @param {bigint} [begin] the sum of what goes before
 * @returns {bigint} the same that a memory's ranges have which hold these bytes
 */
export function sumOf(bytes, begin = OFFSET) {
  const size = Math.max(ROUND, Math.ceil(bytes.byteLength / ROUND) * ROUND);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
  new Uint8Array(memory.buffer).set(new Uint8Array(bytes));
  return sumIn(memory, [[0, size]], begin);
}
