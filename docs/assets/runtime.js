// @ts-check
/** Start Pyodide: its files arrive and compile side by side, and what it would fetch itself is handed to it. */

/** Where Python's libraries look for time zones first. */
const ZONES = "/usr/share/zoneinfo";
const WASM = "pyodide.asm.wasm";
/** Where Pyodide looks for Python's part; what arrives is packed and has another name. */
const ARCHIVE = "python.zip";
const PACKED = "python.bin";

// Whatever stands in their places when a further start begins.
const nativeFetch = self.fetch.bind(self);
const nativeInstantiate = WebAssembly.instantiateStreaming;

/**
 * @typedef {object} Runtime a runtime on its way
 * @property {string} folder
 * @property {Promise<[any, any, any]>} scripts
 * @property {Promise<WebAssembly.Module>} wasm
 * @property {Promise<ArrayBuffer>} archive
 * @property {Promise<unknown>} arrived
 */

/**
 * @typedef {object} Pyodide
 * @property {(name: string) => any} pyimport
 * @property {() => Uint8Array} makeMemorySnapshot
 */

/**
 * Begin to fetch all that Pyodide needs.
 * @param {string} folder absolute, ending with a slash
 * @param {Promise<ArrayBuffer | undefined>} kept Python's part, where it need not be fetched again
 * @returns {Runtime}
 */
export function fetchRuntime(folder, kept) {
  const names = ["pyodide.mjs", "pyodide.asm.mjs", "settings.mjs"];
  const wasm = WebAssembly.compileStreaming(response(folder + WASM));
  const archive = kept.then((bytes) => bytes ?? fetchArchive(folder));
  const scripts = /** @type {Promise<[any, any, any]>} */ (Promise.all(names.map((name) => import(folder + name))));
  return withArchiveOf({ folder, scripts, wasm }, archive);
}

/**
 * @param {Pick<Runtime, "folder" | "scripts" | "wasm">} runtime
 * @param {Promise<ArrayBuffer>} archive
 * @returns {Runtime}
 */
export function withArchiveOf({ folder, scripts, wasm }, archive) {
  const arrived = Promise.all([scripts, wasm, archive]);
  // Whoever starts the runtime hears of a failure; until then nobody is listening.
  arrived.catch(() => {});
  return { folder, scripts, wasm, archive, arrived };
}

/**
 * Start Pyodide, from the beginning or with a memory that was kept.
 * @param {Runtime} runtime
 * @param {Promise<Uint8Array>} [memory] what `makeMemorySnapshot` gave, in the same runtime, another time
 * @returns {Promise<Pyodide>}
 */
export async function startPyodide(runtime, memory) {
  const [{ loadPyodide }, { default: createPyodideModule }, settings] = await runtime.scripts;
  const substitutes = substitute(runtime);
  try {
    const loading = loadPyodide({
      indexURL: runtime.folder,
      stdLibURL: runtime.folder + ARCHIVE,
      createPyodideModule,
      lockFileContents: settings.lockFileContents,
      fsInit: async (/** @type {any} */ files) => {
        files.mkdirTree(ZONES);
        files.writeFile(`${ZONES}/UTC`, Uint8Array.from(settings.utc));
      },
      ...(memory ? { _loadSnapshot: memory } : { _makeSnapshot: true }),
    });
    return await Promise.race([loading, substitutes.failure]);
  } finally {
    substitutes.end();
  }
}

/**
 * Hand Pyodide what has been fetched and compiled. It would wait for ever for WebAssembly that fails, so
 * every failure is told.
 * @param {Runtime} runtime
 */
function substitute(runtime) {
  /** @type {(reason: unknown) => void} */
  let fail = () => {};
  const failure = new Promise((_, reject) => {
    fail = reject;
  });
  failure.catch(() => {});
  runtime.arrived.catch(fail);
  /** @type {typeof fetch} */
  const substituteFetch = async (...request) => {
    const url = String(request[0]);
    if (url === runtime.folder + ARCHIVE) return new Response(await runtime.archive);
    // The compiled module is taken instead of this.
    if (url === runtime.folder + WASM) return new Response();
    return nativeFetch(...request);
  };
  self.fetch = substituteFetch;
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      const module = await runtime.wasm;
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  return {
    failure,
    end: () => {
      // A start that was given up may end late, when another one's substitutes are in place.
      if (self.fetch !== substituteFetch) return;
      self.fetch = nativeFetch;
      WebAssembly.instantiateStreaming = nativeInstantiate;
    },
  };
}

/** @param {string} folder the runtime's @returns {Promise<ArrayBuffer>} Python's part */
export async function fetchArchive(folder) {
  const url = folder + PACKED;
  const { body } = await response(url);
  if (!body) throw new Error(`fetch: nothing at ${url}`);
  try {
    return await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  } catch (error) {
    throw new Error(`fetch: ${url} did not arrive whole: ${error}`);
  }
}

/** @param {string} url */
async function response(url) {
  const answer = await nativeFetch(url);
  if (!answer.ok) throw new Error(`fetch: ${answer.status} for ${url}`);
  return answer;
}
