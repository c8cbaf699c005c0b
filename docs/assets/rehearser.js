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

/** How often a rehearsal writes letters: Chromium has compiled what that runs by then. */
const ROUNDS = 240;
/**
 * The first of them, and the milliseconds of rest after each. The function that interprets Python is the first to be compiled for
 * good, takes longest, and is compiled anew a few times, as Chromium learns what it calls. Without a rest what is kept could lack it.
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
  // As the visit does.
  core.refresh();
  const { handle } = pyodide.pyimport("generator.browser");
  for (let round = 0; round < ROUNDS; round += 1) {
    const { error } = JSON.parse(handle(core.page_request(round)));
    if (error) throw new Error(error.message);
    if (round < SLOW_ROUNDS) await pause(REST);
  }
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
