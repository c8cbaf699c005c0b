// @ts-check
/** The worker: it starts Python and passes text to it and back. */
import { forget, keep, open, recall, unpacked, unpackedArchive } from "./memory.js";
import { fetchArchive, fetchRuntime, putArchive, startPyodide, withArchiveOf } from "./runtime.js";
import { spawn } from "./spawn.js";
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {(stage: number) => void} Report */
/** @typedef {import("./memory.js").Kept} Kept */
/** @typedef {import("./runtime.js").Runtime} Runtime */

/** Milliseconds that the storage has to say whether something is kept, and that a restore may take once all is fetched. */
const RECALLED = 2000;
const RESTORED = 4000;
/** The same for what comes after the first answer, and for a memory to be made and kept. */
const COMPLETED = 3000;
const KEPT = 120_000;
/** How often a restore may fail, or be slow, before this device is left in peace. */
const MOST_FAILURES = 2;
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
 * @type {{runtime: Runtime, keeper: Worker, failures: number} | undefined}
 */
let worthKeeping;

const python = {
  /**
   * Start Python and load the core.
   * @param {string} folder the runtime's, absolute, ending with a slash
   * @param {Report} report is told each stage that begins, from 1
   * @param {boolean} anew whether a memory that was kept must not be used
   * @param {import("./runtime.js").Sums} [sums]
   * @returns {Promise<boolean>} whether it was restored from an earlier visit
   */
  start(folder, report, anew, sums) {
    started = start(folder, report, anew, sums);
    return started;
  },

  /**
   * Hold a lock for as long as this worker lives.
   * @param {string} name
   * @returns {Promise<void>} when it is held
   */
  live(name) {
    return new Promise((held, failed) => {
      const forEver = () => {
        held();
        return new Promise(() => {});
      };
      navigator.locks.request(name, forEver).catch(failed);
    });
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
      // What an answer needs is there already, nearly always.
      completed ??= complete && inTime(complete(), COMPLETED).catch((error) => console.warn("Python goes on with what it has:", error));
    }
  },

  /**
   * Have a memory made for the next visit by a worker of its own, so that nothing typed here can be in it and nobody
   * who types waits for it.
   * @returns {Promise<boolean>} whether it is kept
   */
  async keep() {
    if (!worthKeeping) return false;
    const { runtime, keeper, failures } = worthKeeping;
    worthKeeping = undefined;
    const [module, archive] = await Promise.all([runtime.wasm, runtime.archive]);
    /** @type {Promise<boolean>} */
    const kept = new Promise((resolve) => {
      keeper.onmessage = ({ data }) => resolve(data);
      keeper.onerror = keeper.onmessageerror = () => resolve(false);
      // Python has its own copy: this one is not needed any more.
      keeper.postMessage({ folder: runtime.folder, module, archive, failures }, [archive]);
    });
    try {
      return await inTime(kept, KEPT);
    } catch {
      return false;
    } finally {
      keeper.terminate();
    }
  },
};

/** @type {typeof python.start} */
async function start(folder, report, anew, sums = {}) {
  report(1);
  const former = anew ? await inTime(recall(folder), RECALLED).catch(() => undefined) : undefined;
  if (anew) await inTime(forget(), RECALLED).catch(() => {});
  // Null where there is no storage, or none that answers.
  const recalled = anew ? Promise.resolve(undefined) : inTime(recall(folder), RECALLED).catch(() => null);
  const runtime = fetchRuntime(folder, sums, recalled.then((kept) => Boolean(kept?.memory)));
  const kept = await recalled;
  const memory = kept?.memory;
  if (memory && (await restored(runtime, kept, memory, sums))) {
    report(3);
    return true;
  }
  // With a memory that was given up, Python's part no longer comes from the storage.
  const whole = memory ? withArchiveOf(runtime, fetchArchive(folder, sums)) : runtime;
  whole.arrived.then(() => report(2)).catch(() => {});
  // Begun anew, what was kept has failed in another way.
  const failures = kept?.failures ?? (former?.failures ?? 0) + (former?.memory ? 1 : 0);
  if (kept !== null && failures < MOST_FAILURES) {
    // Loaded now, so that no request leaves the page once somebody types.
    const keeper = spawn(new URL("./keeper.js", import.meta.url));
    keeper.addEventListener("error", (event) => event.preventDefault());
    worthKeeping = { runtime: whole, keeper, failures };
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
 * @param {import("./runtime.js").Sums} sums
 * @returns {Promise<boolean>} whether Python is there
 */
async function restored(runtime, kept, memory, sums) {
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
    complete = () => putKeptArchive(pyodide, memory, runtime.folder, sums);
  } catch (error) {
    console.warn("Starting Python from the beginning:", error);
    await inTime(noteFailure(kept), RECALLED).catch(() => {});
    return false;
  }
  if (performance.now() - arrived > kept.started * GAIN) noteFailure(kept, memory);
  return true;
}

/**
 * Note that a restore has failed, or was too slow: what is kept goes at once, or the second time.
 * @param {Kept} kept
 * @param {import("./memory.js").Packed | null} [memory] to try once more
 */
async function noteFailure(kept, memory = null) {
  kept.failures = (kept.failures ?? 0) + 1;
  await keep({ ...kept, memory: kept.failures < MOST_FAILURES ? memory : null });
}

/**
 * Bring the archive, which was kept beside the memory, or fetch it; what Python imports late is in it. Never rejected.
 * @param {import("./runtime.js").Pyodide} pyodide
 * @param {import("./memory.js").Packed} memory
 * @param {string} folder
 * @param {import("./runtime.js").Sums} sums
 */
async function putKeptArchive(pyodide, memory, folder, sums) {
  try {
    const archive = await unpackedArchive(memory).catch(async () => {
      await forget();
      return fetchArchive(folder, sums);
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
