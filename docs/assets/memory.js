// @ts-check
/**
 * Keep the memory of a Python that has just started, in this browser, so that the next visit need not start it again.
 *
 * It is made before anything is asked of Python, so nothing that was typed is in it.
 */
import { createStore, del, get, set } from "./vendor/idb-keyval.mjs";

const KEY = "memory";

/**
 * @typedef {object} Kept
 * @property {string} runtime whose memory it is: the folder, which has the runtime's hash for a name
 * @property {number} started milliseconds that the start took on this device without it
 * @property {(Packed & {archive: Blob}) | null} memory with Python's part of the runtime, unpacked; null where a restore was no gain, so that none is made again
 *
 * @typedef {object} Packed a memory without its empty pages
 * @property {number} size in bytes
 * @property {[number, number][]} ranges where the pages stood that are in `bytes`: from, to
 * @property {Blob} bytes
 */

const PAGE = 4096;

/** @type {import("./vendor/idb-keyval.mjs").UseStore | undefined} */
let opened;

function store() {
  opened ??= createStore("after-the-interview-runtime", "memory");
  return opened;
}

/** Open the storage ahead of its first use. Never rejected: the first use hears of it. */
export async function open() {
  try {
    await store()("readonly", async () => {});
  } catch {
    // Storage is denied here.
  }
}

/**
 * Return what is kept for a runtime, and forget what is kept for another.
 * @param {string} runtime
 * @returns {Promise<Kept | undefined>} never rejected
 */
export async function recall(runtime) {
  try {
    /** @type {Kept | undefined} */
    const kept = await get(KEY, store());
    if (kept?.runtime === runtime) return kept;
    if (kept) await del(KEY, store());
  } catch {
    // No storage: then every visit starts from the beginning.
  }
  return undefined;
}

/**
 * @param {Kept} kept
 * @returns {Promise<boolean>} whether it is kept; never rejected
 */
export async function keep(kept) {
  try {
    await set(KEY, kept, store());
    return true;
  } catch {
    return false;
  }
}

/** Forget what is kept. Never rejected. */
export async function forget() {
  try {
    await del(KEY, store());
  } catch {
    // Then nothing is kept either.
  }
}

/**
 * Leave out the empty pages, two fifths of a memory.
 * @param {Uint8Array<ArrayBuffer>} memory
 * @returns {Packed}
 */
export function packed(memory) {
  /** @type {[number, number][]} */
  const ranges = [];
  const whole = memory.length - (memory.length % PAGE);
  for (let start = 0; start < whole; start += PAGE) {
    if (new BigUint64Array(memory.buffer, memory.byteOffset + start, PAGE / 8).every((word) => word === 0n)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === start) last[1] += PAGE;
    else ranges.push([start, start + PAGE]);
  }
  ranges.push([whole, memory.length]);
  return { size: memory.length, ranges, bytes: new Blob(ranges.map(([from, to]) => memory.subarray(from, to))) };
}

/**
 * @param {Packed} memory
 * @returns {Promise<Uint8Array>}
 */
export async function unpacked({ size, ranges, bytes }) {
  const content = new Uint8Array(await bytes.arrayBuffer());
  const memory = new Uint8Array(size);
  let place = 0;
  for (const [from, to] of ranges) {
    memory.set(content.subarray(place, place + to - from), from);
    place += to - from;
  }
  if (place !== content.length) throw new Error("the memory that was kept is not whole");
  return memory;
}
