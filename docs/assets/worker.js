// @ts-check
/** The worker: it starts Python and passes text to it and back. */
import { forget, keep, open, packed, recall, unpacked } from "./memory.js";
import { fetchArchive, fetchRuntime, startPyodide, withArchiveOf } from "./runtime.js";
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {(stage: number) => void} Report */
/** @typedef {import("./memory.js").Kept} Kept */
/** @typedef {import("./runtime.js").Pyodide} Pyodide */
/** @typedef {import("./runtime.js").Runtime} Runtime */

/** Milliseconds that the storage has to say whether something is kept, and that a restore may take once all is fetched. */
const RECALLED = 2000;
const RESTORED = 4000;
/** A restore is worth its space where it takes at most this share of a start. */
const GAIN = 0.7;

/** @type {(request: string) => string} */
let handle;
/** @type {Promise<boolean> | undefined} */
let started;
/** Copies Python's memory, where it is to be kept, as long as nothing that was typed is in it. @type {(() => Promise<void>) | undefined} */
let copy;
/** What can be kept for the next visit, once there is time for it. @type {(() => Promise<boolean>) | undefined} */
let postponed;

const python = {
  /**
   * Start Python and load the core.
   * @param {string} folder the runtime's, absolute, ending with a slash
   * @param {Report} report is told each stage that begins, from 1
   * @param {boolean} anew whether a memory that was kept must not be used
   * @returns {Promise<boolean>} whether it was restored from an earlier visit
   */
  start(folder, report, anew) {
    started = start(folder, report, anew);
    return started;
  },

  /**
   * Answer as soon as Python has started.
   * @param {string} request JSON, as docs/project/wire.md describes it
   * @param {boolean} typed whether anything in it was typed by a person
   * @returns {Promise<string>}
   */
  async answer(request, typed) {
    await started;
    if (typed) await setAside();
    return handle(request);
  },

  /** Keep Python's memory for the next visit. */
  async keep() {
    await setAside();
    const work = postponed;
    postponed = undefined;
    // Where nothing can be checked (a page that is not secure), nothing is kept.
    return (await work?.().catch(() => false)) ?? false;
  },
};

/** @type {typeof python.start} */
async function start(folder, report, anew) {
  report(1);
  if (anew) await inTime(forget(), RECALLED).catch(() => {});
  const recalled = anew ? Promise.resolve(undefined) : inTime(recall(folder), RECALLED).catch(() => undefined);
  const runtime = fetchRuntime(folder, recalled.then((kept) => kept?.memory?.archive.arrayBuffer()));
  const kept = await recalled;
  const memory = kept?.memory;
  if (memory && (await restored(runtime, kept, memory))) {
    report(3);
    return true;
  }
  // With a memory that was given up, Python's part no longer comes from the storage.
  const whole = memory ? withArchiveOf(runtime, fetchArchive(folder)) : runtime;
  const arrived = whole.arrived.then(() => (report(2), performance.now()));
  arrived.catch(() => {});
  const pyodide = await startPyodide(whole);
  report(3);
  handle = pyodide.pyimport("generator.browser").handle;
  const took = performance.now() - (await arrived);
  if (!kept || memory) copy = () => copyMemory(pyodide, whole, took);
  return false;
}

/**
 * Start with the memory that was kept, or give it up.
 * @param {Runtime} runtime
 * @param {Kept} kept
 * @param {import("./memory.js").Packed} memory the one in `kept`
 * @returns {Promise<boolean>} whether Python is there
 */
async function restored(runtime, kept, memory) {
  const restoring = startPyodide(runtime, unpacked(memory, runtime.archive));
  restoring.catch(() => {});
  // However slow the network is; and without these nothing can start at all.
  await Promise.all([runtime.scripts, runtime.wasm]);
  const arrived = performance.now();
  try {
    const pyodide = await inTime(restoring, RESTORED);
    pyodide.pyimport("generator.memory").refresh();
    handle = pyodide.pyimport("generator.browser").handle;
  } catch (error) {
    console.warn("Starting Python from the beginning:", error);
    await inTime(forget(), RECALLED).catch(() => {});
    return false;
  }
  if (performance.now() - arrived > kept.started * GAIN) keep({ ...kept, memory: null });
  return true;
}

/** Copy Python's memory, if it is to be kept and has not been copied yet. */
async function setAside() {
  const work = copy;
  copy = undefined;
  await work?.();
}

/**
 * @param {Pyodide} pyodide
 * @param {Runtime} runtime
 * @param {number} started what the start took, in milliseconds
 */
async function copyMemory(pyodide, runtime, started) {
  try {
    pyodide.pyimport("generator.memory").prepare();
    const memory = /** @type {Uint8Array<ArrayBuffer>} */ (pyodide.makeMemorySnapshot());
    const archive = await runtime.archive;
    postponed = async () => keep({ runtime: runtime.folder, started, memory: await packed(memory, archive) });
  } catch (error) {
    // A device without the space for a copy starts from the beginning next time too.
    console.warn("Python's memory is not kept:", error);
  }
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} patience in milliseconds
 * @returns {Promise<T>} rejected when the work takes longer
 */
function inTime(work, patience) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("this takes too long")), patience);
  });
  return /** @type {Promise<T>} */ (Promise.race([work, late]));
}

open();
Comlink.expose(python);
