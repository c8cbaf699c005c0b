// @ts-check
/** Start Pyodide: its files arrive and compile side by side, and what it would fetch itself is handed to it. */

/** Where Python's libraries look for time zones first. */
const ZONES = "/usr/share/zoneinfo";
const WASM = "pyodide.asm.wasm";
/** Where Pyodide looks for Python's part; what arrives is packed and has another name. */
const ARCHIVE = "python.zip";
const PACKED = "python.bin";
/** What the name of the service worker's cache for a runtime begins with. */
const CACHE = "after-the-interview-runtime-";
/**
 * Chromium keeps compiled code beside its own copy of the WebAssembly only, and that one is as good however old: its name changes with
 * its content.
 * @type {RequestCache}
 */
const FOR_WASM = "userAgentData" in navigator ? "force-cache" : "default";
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs", "settings.mjs"];

// Whatever stands in their places when a further start begins.
const nativeFetch = self.fetch.bind(self);
const nativeInstantiate = WebAssembly.instantiateStreaming;

/**
 * What the build says of its files, as `integrity` takes it, by name; the browser refuses what arrives otherwise. A file that
 * is not named is not looked at.
 * @typedef {Record<string, string>} Sums
 */

/**
 * @typedef {object} Runtime a runtime on its way
 * @property {string} folder
 * @property {Promise<[any, any, any]>} scripts
 * @property {Promise<WebAssembly.Module>} wasm
 * @property {Promise<ArrayBuffer>} archive
 * @property {Promise<unknown>} arrived
 */

/**
 * @typedef {object} Restoring a memory on its way back
 * @property {Uint8Array} head what stands before it in a snapshot
 * @property {Promise<(memory: WebAssembly.Memory, used: number) => void>} fill writes it over what a start has used
 */

/**
 * @typedef {object} Pyodide
 * @property {(name: string) => any} pyimport
 * @property {{writeFile: (path: string, content: Uint8Array, options: {canOwn: boolean}) => void}} FS
 * @property {() => Uint8Array<ArrayBuffer>} makeMemorySnapshot
 */

/**
 * Begin to fetch all that Pyodide needs.
 * @param {string} folder absolute, ending with a slash
 * @param {Sums} sums
 * @param {Promise<boolean>} restoring whether a memory is restored, which has all it needs at first
 * @returns {Runtime} with an empty archive in that case
 */
export function fetchRuntime(folder, sums, restoring) {
  const wasm = WebAssembly.compileStreaming(file(folder, WASM, sums));
  const archive = restoring.then((kept) => (kept ? new ArrayBuffer(0) : fetchArchive(folder, sums)));
  return withArchiveOf({ folder, scripts: fetchScripts(folder, sums), wasm }, archive);
}

/**
 * @param {string} folder the runtime's
 * @param {Sums} sums
 * @returns {Promise<[any, any, any]>} Pyodide's two scripts and the settings
 */
export function fetchScripts(folder, sums) {
  return /** @type {Promise<[any, any, any]>} */ (
    Promise.all(
      SCRIPTS.map(async (name) => {
        // An import has no sum; what was fetched with one is what the browser then imports.
        if (sums[name]) await (await response(folder + name, sums[name])).blob();
        return import(folder + name);
      }),
    )
  );
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
 * @param {Restoring} [restoring] what `makeMemorySnapshot` gave, in the same runtime, another time
 * @returns {Promise<Pyodide>}
 */
export async function startPyodide(runtime, restoring) {
  const [{ loadPyodide }, { default: createPyodideModule }, settings] = await runtime.scripts;
  const snapshot = restoring && new Snapshot(restoring.head);
  let stopLooking = () => {};
  const substitutes = substitute(runtime, async (module, imports) => {
    leaveTableAlone(module, imports);
    const instance = await WebAssembly.instantiate(module, imports);
    stopLooking = lookForNoFunction(instance);
    if (snapshot) snapshot.memory = () => memoryOf(instance);
    return instance;
  });
  // Whoever waits for the start hears of it.
  const unread = new Promise((_, reject) => restoring?.fill.catch(reject));
  try {
    const loading = loadPyodide({
      indexURL: runtime.folder,
      stdLibURL: runtime.folder + ARCHIVE,
      createPyodideModule,
      lockFileContents: settings.lockFileContents,
      fsInit: async (/** @type {any} */ files) => {
        files.mkdirTree(ZONES);
        files.writeFile(`${ZONES}/UTC`, Uint8Array.from(settings.utc));
        // Python begins to run when this is done; until then its WebAssembly is made ready.
        await restoring?.fill.then((write) => snapshot && (snapshot.write = write)).catch(() => {});
      },
      ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
    });
    return await Promise.race([loading, substitutes.failure, unread]);
  } finally {
    substitutes.end();
    stopLooking();
  }
}

/**
 * @param {WebAssembly.Instance} instance
 * @returns {[WebAssembly.Memory, number]} its memory, and how much of it is not as it was made: empty
 */
function memoryOf({ exports }) {
  const { memory, emscripten_get_sbrk_ptr: breakPlace } = /** @type {any} */ (exports);
  return [memory, new Uint32Array(memory.buffer, breakPlace(), 1)[0] ?? memory.buffer.byteLength];
}

/**
 * Put the archive into its place, where a memory was restored without it.
 * @param {Pyodide} pyodide
 * @param {ArrayBuffer} archive
 */
export function putArchive(pyodide, archive) {
  pyodide.FS.writeFile(pyodide.pyimport("generator.memory").ARCHIVE, new Uint8Array(archive), { canOwn: true });
}

/**
 * Give no function a place in the table: Emscripten does so for dynamic libraries, of which there are none, and for
 * WebGL and its own log, by compiling a small module for each. Everything Python calls has its place already.
 * @param {WebAssembly.Module} module
 * @param {any} imports
 */
function leaveTableAlone(module, imports) {
  const table = imports["GOT.func"];
  const wanted = WebAssembly.Module.imports(module).filter((one) => one.module === "GOT.func");
  const offered = WebAssembly.Module.exports(module).filter((one) => one.kind === "function");
  for (const { name } of [...wanted, ...offered]) table[name].value = 0;
}

/**
 * Let the table of functions look empty, once: before it gives a function of its own a place, Emscripten would look at each
 * of ten thousand to learn whether that one has a place already. It has not.
 * @param {WebAssembly.Instance} instance
 * @returns {() => void} what ends that, in case nobody asked
 */
function lookForNoFunction({ exports }) {
  const table = /** @type {{length?: number}} */ (exports["__indirect_function_table"]);
  const stop = () => delete table.length;
  Object.defineProperty(table, "length", {
    configurable: true,
    get() {
      stop();
      return 0;
    },
  });
  return stop;
}

/**
 * A snapshot as Pyodide takes it, of which only the head is there: when Pyodide asks for what is behind it, to copy it
 * into Python's memory, that is written there without a copy between.
 */
class Snapshot extends Uint8Array {
  /** Writes what is behind the head. @type {Awaited<Restoring["fill"]>} */
  write = () => {
    throw new Error("the memory that was kept is not read");
  };
  /** What that is written into. @type {() => [WebAssembly.Memory, number]} */
  memory = () => {
    throw new Error("Python's memory is not there yet");
  };

  static get [Symbol.species]() {
    return Uint8Array;
  }

  /** @override @param {number} [begin] @param {number} [end] */
  subarray(begin, end) {
    if (begin === this.length) this.write(...this.memory());
    return super.subarray(begin, end);
  }
}

/**
 * Hand Pyodide what has been fetched and compiled. It would wait for ever for WebAssembly that fails, so
 * every failure is told.
 * @param {Runtime} runtime
 * @param {(module: WebAssembly.Module, imports: any) => Promise<WebAssembly.Instance>} instantiate
 */
function substitute(runtime, instantiate) {
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
    // A real response would copy it once more.
    if (url === runtime.folder + ARCHIVE) return /** @type {any} */ ({ ok: true, arrayBuffer: () => runtime.archive });
    // The compiled module is taken instead of this.
    if (url === runtime.folder + WASM) return new Response();
    return nativeFetch(...request);
  };
  self.fetch = substituteFetch;
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      const module = await runtime.wasm;
      return { module, instance: await instantiate(module, imports) };
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

/** @param {string} folder the runtime's @param {Sums} sums @returns {Promise<ArrayBuffer>} Python's part */
export async function fetchArchive(folder, sums) {
  const { body } = await file(folder, PACKED, sums);
  if (!body) throw new Error(`fetch: nothing at ${folder + PACKED}`);
  try {
    return await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  } catch (error) {
    throw new Error(`fetch: ${folder + PACKED} did not arrive whole: ${error}`);
  }
}

/**
 * The WebAssembly or Python's part, or else the copy that the service worker has kept: not all that a worker asks for passes
 * through it. Not for a script, which an import takes from elsewhere.
 * @param {string} folder
 * @param {string} name
 * @param {Sums} sums
 */
async function file(folder, name, sums) {
  try {
    return await response(folder + name, sums[name], name === WASM && !sums[name] ? FOR_WASM : "default");
  } catch (error) {
    const kept = await keptFile(folder, name, sums[name]).catch(() => undefined);
    if (kept) return kept;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} [sum]
 * @returns {Promise<Response | undefined>} what the service worker has kept, in its own cache for this runtime; nothing that has another sum
 */
async function keptFile(folder, name, sum) {
  // Between the site's root and the rest its name has a sign that no address goes on with.
  const cacheName = (await caches.keys()).find((one) => one.replace("#", "") === CACHE + folder);
  const kept = cacheName && (await caches.match(folder + name, { cacheName, ignoreVary: true }));
  if (!kept) return undefined;
  if (!sum) return kept;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await kept.clone().arrayBuffer()));
  return sum === `sha256-${btoa(String.fromCharCode(...digest))}` ? kept : undefined;
}

/** @param {string} url @param {string} [integrity] @param {RequestCache} [cache] */
async function response(url, integrity = "", cache = "default") {
  // A copy that the browser has kept may be at fault, and would be for as long as it is kept.
  const anew = () => nativeFetch(url, { integrity, cache: "reload" });
  let answer = await nativeFetch(url, { integrity, cache }).catch((error) => {
    if (integrity) return anew();
    throw error;
  });
  if (!answer.ok && cache === "force-cache") answer = await anew();
  if (!answer.ok) throw new Error(`fetch: ${answer.status} for ${url}`);
  return answer;
}
