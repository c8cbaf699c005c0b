// @ts-check
/**
 * A worker that starts Python once more, when the page is idle, and keeps its memory for the next visit.
 *
 * What it is handed has arrived and is compiled already. Nothing that a person typed ever reaches it. In Chromium it then rehearses
 * the next visit.
 */
import { compileKept, fetchScripts, withArchiveOf } from "./arrival.js";
import { keep, packed, unpacked, unpackedArchive } from "./memory.js";
import { stackOf, startPyodide } from "./runtime.js";

/**
 * The first rounds of a rehearsal, and the milliseconds of rest after each. The function that interprets Python is the first to be
 * compiled for good, takes longest, and is compiled anew a few times, as Chromium learns what it calls. Without a rest there would be
 * enough other code before it is done, and what is kept would lack it.
 */
const SLOW_ROUNDS = 10;
const REST = 150;
/** Milliseconds without any more of it to compile after which Chromium keeps compiled code, and some. */
const CODE_KEPT = 5000;

/**
 * @param {import("./make-memory.js").Beginning} beginning
 * @returns {Promise<{folder: string, scripts: Promise<[any, any, any]>, memory: import("./memory.js").Packed}>} what is kept
 */
async function keepMemory({ folder, module, archive, failures }) {
  // Python's worker has looked at them.
  const scripts = fetchScripts(folder, {});
  await scripts;
  const began = performance.now();
  const runtime = withArchiveOf({ folder, scripts, wasm: Promise.resolve(module) }, Promise.resolve(archive));
  const pyodide = await startPyodide(runtime);
  const core = pyodide.pyimport("generator.memory");
  const started = performance.now() - began;
  core.prepare();
  const memory = await packed(pyodide.makeMemorySnapshot(), stackOf(pyodide), archive);
  await keep({ runtime: folder, started, failures, memory });
  return { folder, scripts, memory };
}

/**
 * Do what the next visit will do, often, so that the browser keeps compiled code of that: it would keep what a start from the beginning
 * has run, compile all of it at each visit, and leave out what it runs most, which takes longest to compile.
 * @param {Awaited<ReturnType<typeof keepMemory>>} kept
 * @returns {Promise<import("./runtime.js").Pyodide>} the Python that did
 */
async function rehearse({ folder, scripts, memory }) {
  const runtime = withArchiveOf({ folder, scripts, wasm: compileKept(folder) }, unpackedArchive(memory));
  const pyodide = await startPyodide(runtime, unpacked(memory));
  const core = pyodide.pyimport("generator.memory");
  for (let round = 0; round < SLOW_ROUNDS; round += 1) {
    core.rehearse(round, round + 1);
    await pause(REST);
  }
  core.rehearse(SLOW_ROUNDS, core.ROUNDS);
  await pause(CODE_KEPT);
  // Of a Python that nobody names any more there would be no code left to keep.
  return pyodide;
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}

addEventListener("message", async ({ data }) => {
  let kept;
  try {
    kept = await keepMemory(data);
  } catch (error) {
    // Without the space for a copy, or where the page is not secure, the next visit starts from the beginning too.
    console.warn("Python's memory is not kept:", error);
  }
  postMessage("done");
  if (kept && data.isApart) await rehearse(kept).catch((error) => console.warn("No compiled code is kept:", error));
  close();
});
