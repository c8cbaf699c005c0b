// @ts-check
/** The worker: it starts Python and passes text to it and back. */
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {(stage: number) => void} Report */

/** What Pyodide fetches besides its scripts: its lock, the WebAssembly, the Python archive. */
const FILES = 3;

/** @type {((request: string) => string) | undefined} */
let handle;

const python = {
  /**
   * Start Python and load the core.
   * @param {string} runtime the runtime's folder, absolute, ending with a slash
   * @param {Report} report is told each stage that begins, from 1
   */
  async start(runtime, report) {
    const files = watchFiles(() => report(2));
    try {
      report(1);
      const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
      const loading = loadPyodide({ indexURL: runtime, stdLibURL: `${runtime}python.zip` });
      const pyodide = await Promise.race([loading, files.failure]);
      report(3);
      handle = pyodide.pyimport("generator.browser").handle;
    } finally {
      files.stop();
    }
  },

  /**
   * @param {string} request JSON, as docs/project/wire.md describes it
   * @returns {string}
   */
  answer(request) {
    if (!handle) throw new Error("Python has not started");
    return handle(request);
  },
};

/**
 * Watch the runtime's files arrive and compile, because Pyodide waits for ever for one that does not.
 * @param {() => void} onAll is called when the last file has begun to arrive
 */
function watchFiles(onAll) {
  let arrived = 0;
  /** @type {(reason: unknown) => void} */
  let fail = () => {};
  const failure = new Promise((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when it fails late.
  failure.catch(() => {});
  const { fetch } = self;
  const { compileStreaming, instantiate, instantiateStreaming } = WebAssembly;
  self.fetch = async (...request) => {
    const response = await orFail(() => fetch(...request), fail);
    if (!response.ok) fail(new Error(`fetch: ${response.status} for ${response.url}`));
    arrived += 1;
    if (arrived === FILES) onAll();
    return response;
  };
  Object.assign(WebAssembly, {
    compileStreaming: watched(compileStreaming, fail),
    instantiate: watched(instantiate, fail),
    instantiateStreaming: watched(instantiateStreaming, fail),
  });
  return {
    failure,
    stop: () => {
      self.fetch = fetch;
      Object.assign(WebAssembly, { compileStreaming, instantiate, instantiateStreaming });
    },
  };
}

/**
 * @param {Function} original
 * @param {(reason: unknown) => void} fail
 */
function watched(original, fail) {
  return (/** @type {unknown[]} */ ...given) => orFail(() => original.apply(WebAssembly, given), fail);
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {(reason: unknown) => void} fail is told when the work fails
 */
async function orFail(work, fail) {
  try {
    return await work();
  } catch (error) {
    fail(error);
    throw error;
  }
}

Comlink.expose(python);
