// @ts-check
/**
 * A worker that starts Python once more, when the page is idle, and keeps its memory for the next visit.
 *
 * What it is handed has arrived and is compiled already. Nothing that a person typed ever reaches it.
 */
import { fetchScripts, withArchiveOf } from "./arrival.js";
import { beginningOf, keep, packed } from "./memory.js";
import { stackOf, startPyodide } from "./runtime.js";

/**
 * @param {import("./make-memory.js").Beginning} beginning
 * @returns {Promise<boolean>} whether a memory is kept
 */
async function keepMemory({ folder, module, archive, failures }) {
  // Python's worker has looked at them.
  const scripts = fetchScripts(folder, {});
  await scripts;
  const began = performance.now();
  const runtime = withArchiveOf({ folder, scripts, wasm: Promise.resolve(module) }, Promise.resolve(archive));
  /** @type {Uint8Array<ArrayBuffer>} */
  let beginning = new Uint8Array();
  let looked = 0;
  const pyodide = await startPyodide(runtime, undefined, (memory) => {
    const begun = performance.now();
    beginning = beginningOf(memory);
    looked = performance.now() - begun;
  });
  const core = pyodide.pyimport("generator.memory");
  // No other start looks at that.
  const started = performance.now() - began - looked;
  core.prepare();
  const memory = await packed(pyodide.makeMemorySnapshot(), stackOf(pyodide), beginning, archive);
  return keep({ runtime: folder, started, failures, memory });
}

addEventListener("message", async ({ data }) => {
  let isKept = false;
  try {
    isKept = await keepMemory(data);
  } catch (error) {
    // Without the space for a copy, or where the page is not secure, the next visit starts from the beginning too.
    console.warn("Python's memory is not kept:", error);
  }
  postMessage(isKept);
});
