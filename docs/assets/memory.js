// @ts-check
/**
 * Keep the memory of a Python that has just started, in this browser, so that the next visit need not start it again.
 *
 * Nothing typed ever reaches the Python whose memory it is, so nothing that was typed is in it.
 */
import { prepareSums, sumIn, sumOf } from "./sum.js";
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
 * @typedef {object} Packed a memory without its empty pages, and without those that are as WebAssembly begins with them
 * @property {Uint8Array<ArrayBuffer>} head what stands before it in a snapshot
 * @property {number} size of the memory, in bytes
 * @property {[number, number]} stack from, to; before it stands what WebAssembly writes when it starts, behind it the heap
 * @property {Part} heap
 * @property {Part} rest the pages before the heap; its sum is one of all that is before the stack, and of these in it
 * @property {Blob} bytes the pages of the heap, then of the rest
 * @property {Blob} archive the unpacked archive that belongs to it
 * @property {bigint} archiveSum
 *
 * @typedef {object} Part of a memory
 * @property {[number, number][]} ranges where its pages stood: from, to
 * @property {bigint} sum of them, which any change to them changes
 */

/** Which of a snapshot's 32-bit numbers says where the memory begins. */
const BEGINNING = 1;
const PAGE = 4096;
const WASM_PAGE = 65_536;

/** @type {import("./vendor/idb-keyval.mjs").UseStore | undefined} */
let opened;

function store() {
  opened ??= createStore("after-the-interview-runtime", "memory");
  return opened;
}

/** Make ready what a restore needs, ahead of it. Never rejected: the first use hears of it. */
export async function open() {
  try {
    const opening = store()("readonly", async () => {});
    opening.catch(() => {});
    prepareSums();
    await opening;
  } catch {
    // Storage is denied here, or there is no WebAssembly.
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
 * @param {WebAssembly.Memory} memory in which WebAssembly has not run yet
 * @returns {Uint8Array<ArrayBuffer>} a copy of what it begins with, up to where it is empty
 */
export function beginningOf({ buffer }) {
  const begun = new Uint8Array(/** @type {ArrayBuffer} */ (buffer));
  return begun.slice(0, rangesOf(begun, 0, begun.length).at(-1)?.[1] ?? 0);
}

/**
 * Leave out the empty pages, more than half of a memory, and what a restore finds in its place, a tenth.
 * @param {Uint8Array<ArrayBuffer>} snapshot as Pyodide makes it
 * @param {[number, number]} stack where its stack stands: from, to
 * @param {Uint8Array<ArrayBuffer>} beginning
 * @param {ArrayBuffer} archive
 * @returns {Promise<Packed>}
 */
export async function packed(snapshot, [from, to], beginning, archive) {
  const head = snapshot.slice(0, new Uint32Array(snapshot.buffer)[BEGINNING]);
  const memory = snapshot.subarray(head.length);
  /** @type {[number, number]} Whole pages of it. */
  const stack = [from + (-from & (PAGE - 1)), to - (to & (PAGE - 1))];
  const heap = rangesOf(memory, stack[1], memory.length);
  const rest = [...rangesOf(memory, 0, stack[0], beginning), ...rangesOf(memory, ...stack, beginning)];
  const shape = shapeOf(head, memory.length, stack, heap, rest);
  const [ofHeap, ofRest] = [blobOf(memory, heap), blobOf(memory, rest)];
  const beforeHeap = blobOf(memory, summedBeforeHeap(stack, rest));
  return {
    head,
    size: memory.length,
    stack,
    heap: { ranges: heap, sum: sumOf(await ofHeap.arrayBuffer(), shape) },
    rest: { ranges: rest, sum: sumOf(await beforeHeap.arrayBuffer(), shape) },
    bytes: new Blob([ofHeap, ofRest]),
    archive: new Blob([archive]),
    archiveSum: sumOf(archive),
  };
}

/**
 * @param {Uint8Array<ArrayBuffer>} memory
 * @param {number} from
 * @param {number} to
 * @param {Uint8Array<ArrayBuffer>} [beginning] of this memory: whole pages of it; behind them it was empty
 * @returns {[number, number][]} where its pages are that are no longer as they were then
 */
function rangesOf(memory, from, to, beginning = new Uint8Array()) {
  const empty = new Uint32Array(PAGE / 4);
  /** @type {[number, number][]} */
  const ranges = [];
  for (let start = from; start < to; start += PAGE) {
    if (isSame(pageAt(memory, start), start < beginning.length ? pageAt(beginning, start) : empty)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === start) last[1] += PAGE;
    else ranges.push([start, start + PAGE]);
  }
  return ranges;
}

/** @param {Uint8Array<ArrayBuffer>} memory @param {number} start */
function pageAt(memory, start) {
  return new Uint32Array(memory.buffer, memory.byteOffset + start, PAGE / 4);
}

/** @param {Uint32Array} page @param {Uint32Array} other */
function isSame(page, other) {
  for (let place = 0; place < page.length; place += 1) if (page[place] !== other[place]) return false;
  return true;
}

/**
 * @param {[number, number]} stack
 * @param {[number, number][]} rest
 * @returns {[number, number][]} what the sum before the heap is one of: what was left out too, since a start may have written there
 */
function summedBeforeHeap(stack, rest) {
  return [[0, stack[0]], ...rest.filter(([from]) => from >= stack[0])];
}

/** @param {Uint8Array<ArrayBuffer>} memory @param {[number, number][]} ranges */
function blobOf(memory, ranges) {
  return new Blob(ranges.map(([from, to]) => memory.subarray(from, to)));
}

/**
 * Make a memory for a Python that will begin, and write the heap into it as soon as it is read: meanwhile the WebAssembly arrives.
 * @param {Packed} kept
 * @returns {import("./runtime.js").Restoring} with what writes the rest, and the heap once more
 *   as far as Python's start has used the memory; both throw when this is not what was kept
 */
export function unpacked({ head, size, stack, heap, rest, bytes }) {
  // The browser reads it beside what follows.
  const reading = bytes.arrayBuffer();
  reading.catch(() => {});
  const memory = new WebAssembly.Memory({ initial: size / WASM_PAGE });
  const python = new Uint8Array(memory.buffer);
  const shape = shapeOf(head, size, stack, heap.ranges, rest.ranges);
  const check = (/** @type {[number, number][]} */ ranges, /** @type {bigint} */ sum) => {
    if (sumIn(memory, ranges, shape) !== sum) throw new Error("the memory that was kept has changed");
  };
  const fill = reading.then((content) => {
    const place = write(python, heap.ranges, content, 0);
    check(heap.ranges, heap.sum);
    return (/** @type {number} */ used) => {
      write(python, heap.ranges, content, 0, used);
      clear(python, heap.ranges, stack[1], used);
      // What stands in a stack behind its end means nothing.
      write(python, rest.ranges, content, place);
      check(summedBeforeHeap(stack, rest.ranges), rest.sum);
    };
  });
  // Whoever starts Python hears of it.
  fill.catch(() => {});
  return { head, memory, fill };
}

/**
 * @param {Uint8Array} memory
 * @param {[number, number][]} ranges
 * @param {ArrayBuffer} content
 * @param {number} place where theirs begins
 * @param {number} [end] up to where they are wanted
 * @returns {number} where theirs ends
 */
function write(memory, ranges, content, place, end = Infinity) {
  for (const [from, to] of ranges) {
    if (from < end) memory.set(new Uint8Array(content, place, to - from), from);
    place += to - from;
  }
  return place;
}

/**
 * Empty what is between ranges.
 * @param {Uint8Array} memory
 * @param {[number, number][]} ranges
 * @param {number} begin
 * @param {number} end
 */
function clear(memory, ranges, begin, end) {
  for (const [from, to] of ranges) {
    if (begin < from) memory.fill(0, begin, Math.min(from, end));
    begin = to;
    if (begin >= end) return;
  }
  memory.fill(0, begin, end);
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
 * @param {...unknown} places
 * @returns {bigint} a sum of what says where the bytes belong
 */
function shapeOf(head, ...places) {
  return sumOf(Uint8Array.from([...new TextEncoder().encode(JSON.stringify(places)), ...head]).buffer);
}
