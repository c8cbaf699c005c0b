// @ts-check
/**
 * Keep the memory of a Python that has just started, in this browser, so that the next visit need not start it again.
 *
 * It is made before anything typed reaches Python, so nothing that was typed is in it.
 */
import { sumIn, sumOf } from "./sum.js";
import { createStore, del, get, set } from "./vendor/idb-keyval.mjs";

const KEY = "memory";

/**
 * @typedef {object} Kept
 * @property {string} runtime whose memory it is: the folder, which has for a name a hash of the runtime and of the scripts
 *   that make a memory of it
 * @property {number} started milliseconds that the start took on this device without it
 * @property {number} [failures] how often a restore has failed, or was too slow
 * @property {Packed | null} memory with Python's part of the runtime, unpacked; null where a restore was no gain, so that none is made again
 *
 * @typedef {object} Packed a memory without its empty pages
 * @property {Uint8Array<ArrayBuffer>} head what stands before it in a snapshot
 * @property {number} size of the memory, in bytes
 * @property {[number, number][]} ranges where the pages stood that are in `bytes`: from, to
 * @property {Blob} bytes
 * @property {bigint} sum of them, which any change to them changes
 * @property {Blob} archive the unpacked archive that belongs to it
 * @property {bigint} archiveSum
 */

/** Which of a snapshot's 32-bit numbers says where the memory begins. */
const BEGINNING = 1;
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
 * @returns {Promise<Kept | undefined>} rejected where there is no storage
 */
export async function recall(runtime) {
  /** @type {Kept | undefined} */
  const kept = await get(KEY, store());
  if (kept?.runtime === runtime) return kept;
  if (kept) await del(KEY, store());
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
 * @param {Uint8Array<ArrayBuffer>} snapshot as Pyodide makes it
 * @param {ArrayBuffer} archive
 * @returns {Promise<Packed>}
 */
export async function packed(snapshot, archive) {
  const head = snapshot.slice(0, new Uint32Array(snapshot.buffer)[BEGINNING]);
  const memory = snapshot.subarray(head.length);
  /** @type {[number, number][]} */
  const ranges = [];
  for (let start = 0; start < memory.length; start += PAGE) {
    if (isEmpty(new Uint32Array(memory.buffer, memory.byteOffset + start, PAGE / 4))) continue;
    const last = ranges.at(-1);
    if (last?.[1] === start) last[1] += PAGE;
    else ranges.push([start, start + PAGE]);
  }
  const bytes = new Blob(ranges.map(([from, to]) => memory.subarray(from, to)));
  const sum = sumOf(await bytes.arrayBuffer(), shapeOf(head, memory.length, ranges));
  return { head, size: memory.length, ranges, bytes, sum, archive: new Blob([archive]), archiveSum: sumOf(archive) };
}

/**
 * @param {Packed} kept
 * @returns {Promise<(memory: WebAssembly.Memory, used: number) => void>} what writes it into the memory of a Python that
 * has just begun, and has used so many bytes of it; it throws when this is not what was kept
 */
export async function unpacked({ head, size, ranges, bytes, sum }) {
  const content = await bytes.arrayBuffer();
  return (python, used) => {
    const memory = new Uint8Array(python.buffer);
    if (memory.length !== size) throw new Error("the memory that was kept is of another size");
    let written = 0;
    let place = 0;
    for (const [from, to] of ranges) {
      memory.fill(0, written, Math.min(from, used));
      memory.set(new Uint8Array(content, place, to - from), from);
      place += to - from;
      written = to;
    }
    memory.fill(0, written, used);
    if (sumIn(python, ranges, shapeOf(head, size, ranges)) !== sum) throw new Error("the memory that was kept has changed");
  };
}

/**
 * @param {Packed} kept
 * @returns {Promise<ArrayBuffer>} the archive
 * @throws when it is not what was kept
 */
export async function unpackedArchive({ archive, archiveSum }) {
  const content = await archive.arrayBuffer();
  if (sumOf(content) !== archiveSum) throw new Error("the archive that was kept has changed");
  return content;
}

/**
 * @param {Uint8Array} head
 * @param {number} size
 * @param {[number, number][]} ranges
 * @returns {bigint} a sum of what says where the bytes belong
 */
function shapeOf(head, size, ranges) {
  const places = new TextEncoder().encode(JSON.stringify([size, ranges]));
  return sumOf(Uint8Array.from([...places, ...head]).buffer);
}

/** @param {Uint32Array} page */
function isEmpty(page) {
  for (let place = 0; place < page.length; place += 1) if (page[place] !== 0) return false;
  return true;
}
