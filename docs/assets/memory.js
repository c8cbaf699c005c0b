// @ts-check
/**
 * Keep the memory of a Python that has just started, in this browser, so that the next visit need not start it again.
 *
 * It is made before anything typed reaches Python, so nothing that was typed is in it.
 */
import { createStore, del, get, set } from "./vendor/idb-keyval.mjs";

const KEY = "memory";

/**
 * @typedef {object} Kept
 * @property {number} [format]
 * @property {string} runtime whose memory it is: the folder, which has the runtime's hash for a name
 * @property {number} started milliseconds that the start took on this device without it
 * @property {Packed | null} memory with Python's part of the runtime, unpacked; null where a restore was no gain, so that none is made again
 *
 * @typedef {object} Packed a memory without its empty pages
 * @property {number} size in bytes
 * @property {[number, number][]} ranges where the pages stood that are in `bytes`: from, to
 * @property {Blob} bytes
 * @property {Blob} archive the unpacked archive that belongs to it
 * @property {string} digest of both
 */

const PAGE = 4096;
/** To be raised when the shape of what is kept changes, or what is done before a memory is copied. */
const FORMAT = 1;

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
    if (kept?.runtime === runtime && kept.format === FORMAT) return kept;
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
    await set(KEY, { ...kept, format: FORMAT }, store());
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
 * @param {ArrayBuffer} archive
 * @returns {Promise<Packed>}
 */
export async function packed(memory, archive) {
  /** @type {[number, number][]} */
  const ranges = [];
  const whole = memory.length - (memory.length % PAGE);
  for (let start = 0; start < whole; start += PAGE) {
    if (isEmpty(new Uint32Array(memory.buffer, memory.byteOffset + start, PAGE / 4))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === start) last[1] += PAGE;
    else ranges.push([start, start + PAGE]);
  }
  ranges.push([whole, memory.length]);
  const bytes = new Blob(ranges.map(([from, to]) => memory.subarray(from, to)));
  const digest = await digestOf(await bytes.arrayBuffer(), archive);
  return { size: memory.length, ranges, bytes, archive: new Blob([archive]), digest };
}

/**
 * @param {Packed} kept
 * @param {Promise<ArrayBuffer>} archive its content, as it was read for Python
 * @returns {Promise<Uint8Array>} the memory
 * @throws when either is not, to the byte, what was kept
 */
export async function unpacked({ size, ranges, bytes, digest }, archive) {
  const content = await bytes.arrayBuffer();
  const checked = archive.then((read) => digestOf(content, read));
  const memory = new Uint8Array(size);
  let place = 0;
  for (const [from, to] of ranges) {
    memory.set(new Uint8Array(content, place, to - from), from);
    place += to - from;
  }
  if ((await checked) !== digest) throw new Error("the memory that was kept has changed");
  return memory;
}

/** @param {Uint32Array} page */
function isEmpty(page) {
  for (let place = 0; place < page.length; place += 1) if (page[place] !== 0) return false;
  return true;
}

/** @param {ArrayBuffer[]} parts @returns {Promise<string>} */
async function digestOf(...parts) {
  const digests = await Promise.all(parts.map((part) => crypto.subtle.digest("SHA-256", part)));
  return digests.map((one) => [...new Uint8Array(one)].map((byte) => byte.toString(16).padStart(2, "0")).join("")).join();
}
