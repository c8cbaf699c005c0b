// @ts-check
/**
 * A worker that does what the next visit will do, often, so that Chromium keeps compiled code of that: it would keep what a start from
 * the beginning has run, compile all of it at each visit, and leave out what it runs most, which takes longest to compile.
 *
 * It is not the one that has kept the memory: with that one's end its Python is gone, and this tab does not hold three of them.
 */
import { compileKept, fetchScripts, withArchiveOf } from "./arrival.js";
import { recall, unpacked, unpackedArchive } from "./memory.js";
import { lookForWaste, startPyodide } from "./runtime.js";

/**
 * The first rounds of a rehearsal, and the milliseconds of rest after each. The function that interprets Python is the first to be
 * compiled for good, takes longest, and is compiled anew a few times, as Chromium learns what it calls. Without a rest there would be
 * enough other code before it is done, and what is kept would lack it.
 */
const SLOW_ROUNDS = 10;
const REST = 150;
/** Milliseconds without any more of it to compile after which Chromium keeps compiled code, and some. */
const CODE_KEPT = 5000;

/** Pyodide's scripts, which arrive while the memory is made: after that this asks for nothing. @type {Promise<[any, any, any]>} */
let scripts;

/**
 * @param {string} folder the runtime's
 * @returns {Promise<unknown>} the Python that did, once its code is kept: of one that nobody names any more there would be none
 */
async function rehearse(folder) {
  const memory = (await recall(folder))?.memory;
  if (!memory) return undefined;
  const runtime = withArchiveOf({ folder, scripts, wasm: compileKept(folder) }, unpackedArchive(memory));
  const pyodide = await startPyodide(runtime, unpacked(memory));
  const core = pyodide.pyimport("generator.memory");
  lookForWaste();
  for (let round = 0; round < SLOW_ROUNDS; round += 1) {
    core.rehearse(round, round + 1);
    await pause(REST);
  }
  core.rehearse(SLOW_ROUNDS, core.ROUNDS);
  await pause(CODE_KEPT);
  return pyodide;
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}

// It hears of the folder twice: when a memory is made, and when it is kept.
addEventListener("message", async ({ data: folder }) => {
  if (!scripts) {
    scripts = fetchScripts(folder, {});
    scripts.catch(() => {});
    return;
  }
  await rehearse(folder).catch((error) => console.warn("No compiled code is kept:", error));
  close();
});
