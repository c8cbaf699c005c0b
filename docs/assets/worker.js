// @ts-check
/** The worker: it starts Python and passes text to it and back. */
import { forget, keep, open, recall, unpacked, unpackedArchive } from "./memory.js";
import { fetchArchive, fetchRuntime, putArchive, startPyodide, withArchiveOf } from "./runtime.js";
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {(stage: number) => void} Report */
/** @typedef {import("./memory.js").Kept} Kept */
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
/** What a start leaves for after the first answer. @type {(() => Promise<void>) | undefined} */
let complete;
/** @type {Promise<void> | undefined} */
let completed;
/**
 * What to make a memory of for the next visit, and the worker that will, unless there is one or it would be no gain.
 * @type {{runtime: Runtime, keeper: Worker} | undefined}
 */
let worthKeeping;

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
   * @returns {Promise<string>}
   */
  async answer(request) {
    await started;
    if (completed) await completed;
    try {
      return handle(request);
    } finally {
      completed ??= complete?.();
    }
  },

  /**
   * Have a memory made for the next visit by a worker of its own, so that nothing typed here can be in it and nobody
   * who types waits for it.
   * @returns {Promise<boolean>} whether it is kept
   */
  async keep() {
    if (!worthKeeping) return false;
    const { runtime, keeper } = worthKeeping;
    worthKeeping = undefined;
    const [module, archive] = await Promise.all([runtime.wasm, runtime.archive]);
    const kept = await new Promise((resolve) => {
      keeper.onmessage = ({ data }) => resolve(data);
      keeper.onerror = () => resolve(false);
      // Python has its own copy: this one is not needed any more.
      keeper.postMessage({ folder: runtime.folder, module, archive }, [archive]);
    });
    keeper.terminate();
    return kept;
  },
};

/** @type {typeof python.start} */
async function start(folder, report, anew) {
  report(1);
  if (anew) await inTime(forget(), RECALLED).catch(() => {});
  const recalled = anew ? Promise.resolve(undefined) : inTime(recall(folder), RECALLED).catch(() => undefined);
  const runtime = fetchRuntime(folder, recalled.then((kept) => Boolean(kept?.memory)));
  const kept = await recalled;
  const memory = kept?.memory;
  if (memory && (await restored(runtime, kept, memory))) {
    report(3);
    return true;
  }
  // With a memory that was given up, Python's part no longer comes from the storage.
  const whole = memory ? withArchiveOf(runtime, fetchArchive(folder)) : runtime;
  whole.arrived.then(() => report(2)).catch(() => {});
  if (!kept || memory) {
    // Loaded now, so that no request leaves the page once somebody types.
    const keeper = new Worker(new URL("./keeper.js", import.meta.url), { type: "module" });
    keeper.addEventListener("error", (event) => event.preventDefault());
    worthKeeping = { runtime: whole, keeper };
  }
  const pyodide = await startPyodide(whole);
  report(3);
  handle = pyodide.pyimport("generator.browser").handle;
  complete = async () => pyodide.pyimport("generator.memory").settle();
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
  const fill = unpacked(memory);
  fill.catch(() => {});
  const restoring = startPyodide(runtime, { head: memory.head, fill });
  restoring.catch(() => {});
  // However slow the network is; and without these nothing can start at all.
  await Promise.all([runtime.scripts, runtime.wasm]);
  const arrived = performance.now();
  try {
    const pyodide = await inTime(restoring, RESTORED);
    pyodide.pyimport("generator.memory").refresh();
    handle = pyodide.pyimport("generator.browser").handle;
    complete = () => putKeptArchive(pyodide, memory, runtime.folder);
  } catch (error) {
    console.warn("Starting Python from the beginning:", error);
    await inTime(forget(), RECALLED).catch(() => {});
    return false;
  }
  if (performance.now() - arrived > kept.started * GAIN) keep({ ...kept, memory: null });
  return true;
}

/**
 * Bring the archive, which was kept beside the memory, or fetch it; what Python imports late is in it. Never rejected.
 * @param {import("./runtime.js").Pyodide} pyodide
 * @param {import("./memory.js").Packed} memory
 * @param {string} folder
 */
async function putKeptArchive(pyodide, memory, folder) {
  try {
    const archive = await unpackedArchive(memory).catch(async () => {
      await forget();
      return fetchArchive(folder);
    });
    putArchive(pyodide, archive);
  } catch (error) {
    console.warn("Python goes on with what it has:", error);
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
