// @ts-check
/** The worker: it starts Python and passes text to it and back. */
import { fetchArchive, fetchRuntime, KEEPS_CODE, withArchiveOf } from "./arrival.js";
import { forget, keep, open, recall, unpacked, unpackedArchive } from "./memory.js";
import { lookForWaste, putArchive, startPyodide } from "./runtime.js";
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {import("./client.js").Listener} Page */
/** @typedef {import("./memory.js").Kept} Kept */
/** @typedef {import("./arrival.js").Runtime} Runtime */

/** Milliseconds that the storage has to say whether something is kept, and that a restore may take once all is fetched. */
const RECALLED = 2000;
const RESTORED = 4000;
/** The same for what comes after the first answer. */
const COMPLETED = 3000;
/** How often a restore may fail, or be slow, before this device is left in peace. */
const MOST_FAILURES = 2;
/** A restore is worth its space where it takes at most this share of a start. */
const GAIN = 0.7;

/** The most rounds that Python practises, and the milliseconds of rest before each. */
const ROUNDS = 16;
const REST = 50;
/** Milliseconds without a question before it begins or goes on: people pause between two keys. */
const QUIET = 1000;
/** Milliseconds of a round that need no practice. */
const QUICK = 16;

/** @type {(request: string) => string} */
let handle;
/** When Python last answered. */
let answered = 0;
/** @type {Promise<boolean> | undefined} */
let started;
/** What a start leaves for after the first answer; it gives Python's `generator.memory`. @type {(() => Promise<any>) | undefined} */
let complete;
/** @type {Promise<void> | undefined} */
let completed;
/**
 * What to make a memory of for the next visit, unless there is one or it would be no gain.
 * @type {{runtime: Runtime, failures: number} | undefined}
 */
let worthKeeping;

const python = {
  /**
   * Start Python and load the core.
   * @param {string} folder the runtime's, absolute, ending with a slash
   * @param {Page} page is told each stage that begins, from 1, and when there is a memory to be made
   * @param {boolean} anew whether a memory that was kept must not be used
   * @param {import("./arrival.js").Sums} [sums]
   * @returns {Promise<boolean>} whether it was restored from an earlier visit
   */
  start(folder, page, anew, sums) {
    started = start(folder, page, anew, sums);
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
      answered = performance.now();
      // What an answer needs is there already, nearly always.
      completed ??= complete && finish(complete);
    }
  },

  /**
   * Hand over what a memory for the next visit is made of, and give back the rest of the start; this Python needs none of it any more.
   * @returns {Promise<import("./make-memory.js").Beginning | undefined>} nothing where none is to be made
   */
  async keep() {
    lookForWaste();
    if (!worthKeeping) return undefined;
    const { runtime, failures } = worthKeeping;
    worthKeeping = undefined;
    const [module, archive, isApart] = await Promise.all([runtime.wasm, runtime.archive, runtime.isApart]);
    return Comlink.transfer({ folder: runtime.folder, module, isApart: Boolean(isApart), archive, failures }, [archive]);
  },
};

/**
 * @param {() => Promise<any>} complete
 * @returns {Promise<void>} when the next question can be answered; Python practises beside the questions
 */
async function finish(complete) {
  try {
    const core = await inTime(complete(), COMPLETED);
    practise(core).catch((error) => console.warn("Python has not practised:", error));
  } catch (error) {
    console.warn("Python goes on with what it has:", error);
  }
}

/**
 * Have the browser compile what a key press runs, before somebody presses one: WebKit interprets WebAssembly at first, and a plan takes
 * ten times as long until then. One that is quick at once stops after a round or two. Whoever asks something in the meantime waits for
 * one round at most.
 * @param {any} core Python's `generator.memory`
 */
async function practise(core) {
  let took = Infinity;
  let round = 0;
  while (round < ROUNDS && took > QUICK) {
    await new Promise((passed) => setTimeout(passed, REST));
    const began = performance.now();
    if (began - answered < QUIET) continue;
    core.practise(round);
    took = performance.now() - began;
    round += 1;
  }
  performance.mark("practised", { detail: { rounds: round } });
}

/** @type {typeof python.start} */
async function start(folder, page, anew, sums = {}) {
  page.report(1);
  const former = anew ? await inTime(recall(folder), RECALLED).catch(() => undefined) : undefined;
  if (anew) await inTime(forget(), RECALLED).catch(() => {});
  // Null where there is no storage, or none that answers.
  const recalled = anew ? Promise.resolve(undefined) : inTime(recall(folder), RECALLED).catch(() => null);
  // One that got ready has looked at the sums, and waits for nothing now. Begun anew, a start is no other than before.
  const mayBeFirst = !anew && Object.keys(sums).length > 0;
  const first = mayBeFirst ? recalled.then((kept) => kept === undefined) : Promise.resolve(false);
  const runtime = fetchRuntime(folder, sums, recalled.then((kept) => Boolean(kept?.memory)), first);
  const kept = await recalled;
  const memory = kept?.memory;
  if (memory && (await restored(runtime, kept, memory, sums))) {
    page.report(3);
    return true;
  }
  // With a memory that was given up, Python's part no longer comes from the storage.
  const whole = memory ? withArchiveOf(runtime, fetchArchive(folder, sums)) : runtime;
  whole.arrived.then(() => page.report(2)).catch(() => {});
  // Begun anew, what was kept has failed in another way.
  const failures = kept?.failures ?? (former?.failures ?? 0) + (former?.memory ? 1 : 0);
  if (kept !== null && failures < MOST_FAILURES) {
    worthKeeping = { runtime: whole, failures };
    page.wantMemory(KEEPS_CODE);
  }
  const pyodide = await startPyodide(whole);
  page.report(3);
  handle = pyodide.pyimport("generator.browser").handle;
  complete = async () => {
    const core = pyodide.pyimport("generator.memory");
    core.settle();
    return core;
  };
  return false;
}

/**
 * Start with the memory that was kept, or give it up.
 * @param {Runtime} runtime
 * @param {Kept} kept
 * @param {import("./memory.js").Packed} memory the one in `kept`
 * @param {import("./arrival.js").Sums} sums
 * @returns {Promise<boolean>} whether Python is there
 */
async function restored(runtime, kept, memory, sums) {
  // A record of another form is a failure like any other.
  const restoring = Promise.resolve(memory).then((it) => startPyodide(runtime, unpacked(it)));
  restoring.catch(() => {});
  // However slow the network is; and without these nothing can start at all.
  await Promise.all([runtime.scripts, runtime.wasm]);
  const arrived = performance.now();
  try {
    const pyodide = await inTime(restoring, RESTORED);
    const core = pyodide.pyimport("generator.memory");
    core.refresh();
    handle = pyodide.pyimport("generator.browser").handle;
    complete = async () => {
      await putKeptArchive(pyodide, memory, runtime.folder, sums);
      return core;
    };
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
 * @param {import("./arrival.js").Sums} sums
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
