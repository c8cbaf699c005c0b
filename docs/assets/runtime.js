// @ts-check
/** Start Pyodide: what it would fetch itself is handed to it. */
import { ARCHIVE, KEEPS_CODE, nativeFetch, WASM } from "./arrival.js";

/** @typedef {import("./arrival.js").Runtime} Runtime */

/** Bytes, and how often as many: Chromium begins to look for waste when it hears of some of them. */
const LARGE = 2 ** 26;
const TIMES = 3;
/** Where Python's libraries look for time zones first. */
const ZONES = "/usr/share/zoneinfo";
// Whatever stands in its place when a further start begins.
const nativeInstantiate = WebAssembly.instantiateStreaming;

/**
 * @typedef {object} Restoring a memory on its way back
 * @property {Uint8Array} head what stands before it in a snapshot
 * @property {WebAssembly.Memory} memory
 * @property {Promise<(used: number) => void>} fill what was kept is in the memory then; it writes it once more over what a start has used
 */

/**
 * @typedef {object} Pyodide
 * @property {(name: string) => any} pyimport
 * @property {{writeFile: (path: string, content: Uint8Array, options: {canOwn: boolean}) => void}} FS
 * @property {() => Uint8Array<ArrayBuffer>} makeMemorySnapshot
 * @property {{_emscripten_stack_get_end: () => number, _emscripten_stack_get_base: () => number}} _module
 */

/**
 * Start Pyodide, from the beginning or with a memory that was kept.
 * @param {Runtime} runtime
 * @param {Restoring} [restoring] what `makeMemorySnapshot` gave, in the same runtime, another time
 * @param {(memory: WebAssembly.Memory) => void} [begins] is told of Python's memory when WebAssembly has not run in it yet
 * @returns {Promise<Pyodide>}
 */
export async function startPyodide(runtime, restoring, begins) {
  const [{ loadPyodide }, { default: createPyodideModule }, settings] = await runtime.scripts;
  const snapshot = restoring && new Snapshot(restoring.head);
  let stopLooking = () => {};
  const substitutes = substitute(runtime, async (module, imports) => {
    leaveTableAlone(module, imports);
    imports.env.memory = restoring?.memory ?? new WebAssembly.Memory({ initial: settings.pages });
    const instance = await WebAssembly.instantiate(module, imports);
    begins?.(imports.env.memory);
    stopLooking = lookForNoFunction(instance);
    if (snapshot) snapshot.used = () => usedBy(instance);
    return instance;
  });
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
        const write = await restoring?.fill.catch((error) => () => {
          throw error;
        });
        if (snapshot && write) snapshot.write = write;
      },
      ...(snapshot ? { _loadSnapshot: snapshot } : { _makeSnapshot: true }),
    });
    return await Promise.race([loading, substitutes.failure]);
  } finally {
    substitutes.end();
    stopLooking();
  }
}

/**
 * @param {WebAssembly.Instance} instance
 * @returns {number} how many bytes of its memory are not as they were given
 */
function usedBy({ exports }) {
  const { memory, emscripten_get_sbrk_ptr: breakPlace } = /** @type {any} */ (exports);
  return new Uint32Array(memory.buffer, breakPlace(), 1)[0] ?? memory.buffer.byteLength;
}

/**
 * @param {Pyodide} pyodide
 * @returns {[number, number]} where the stack of its WebAssembly stands in its memory: from, to
 */
export function stackOf({ _module }) {
  return [_module._emscripten_stack_get_end(), _module._emscripten_stack_get_base()];
}

/**
 * Have Chromium look for what a start leaves behind, some thirty megabytes: a worker with nothing to do does so after twenty seconds.
 * Nothing is written into these buffers, so that they take no memory.
 */
export function lookForWaste() {
  if (!KEEPS_CODE) return;
  try {
    for (let time = 0; time < TIMES; time += 1) new ArrayBuffer(LARGE);
  } catch {
    // Where there is no room for them, it looks all the more.
  }
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
  /** How much of that a start has used. @type {() => number} */
  used = () => {
    throw new Error("Python's WebAssembly is not there yet");
  };

  static get [Symbol.species]() {
    return Uint8Array;
  }

  /** @override @param {number} [begin] @param {number} [end] */
  subarray(begin, end) {
    if (begin === this.length) this.write(this.used());
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
