// @ts-check
/** What a start of Python needs, on its way: fetched, looked at and compiled. */

export const WASM = "pyodide.asm.wasm";
/** Where Pyodide looks for Python's part; what arrives is packed and has another name. */
export const ARCHIVE = "python.zip";
const PACKED = "python.bin";
/** What the name of the service worker's cache for a runtime begins with. */
const CACHE = "after-the-interview-runtime-";
/** Chromium keeps compiled code beside its own copy of the WebAssembly: once, as soon as there is enough of it. */
export const KEEPS_CODE = "userAgentData" in navigator;
/** That copy is as good however old: its name changes with its content. @type {RequestCache} */
const FOR_WASM = KEEPS_CODE ? "force-cache" : "default";
/** Where the first section stands, and what the last type of ours is, which nothing uses: a function that takes a number of 32 bits. */
const FIRST_SECTION = 8;
const SPARE_TYPE = [0x60, 1, 0x7f, 0];
/** The same of 64 bits. */
const OTHER_NUMBER = 0x7e;
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs", "settings.mjs"];

// Whatever stands in its place while Python starts.
export const nativeFetch = self.fetch.bind(self);

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
 * Begin to fetch all that Pyodide needs.
 * @param {string} folder absolute, ending with a slash
 * @param {Sums} sums
 * @param {Promise<boolean>} restoring whether a memory is restored, which has all it needs at first
 * @param {Promise<boolean>} first whether one will be made of this runtime, and compiled code kept once it is (`keeper.js`), not now
 * @returns {Runtime} with an empty archive where a memory is restored
 */
export function fetchRuntime(folder, sums, restoring, first) {
  const answer = file(folder, WASM, sums);
  // Whoever waits for the WebAssembly hears of it.
  answer.catch(() => {});
  const apart = KEEPS_CODE ? first : Promise.resolve(false);
  const wasm = apart.then((is) => (is ? compileApart(answer) : WebAssembly.compileStreaming(answer)));
  const archive = restoring.then((kept) => (kept ? new ArrayBuffer(0) : fetchArchive(folder, sums)));
  return withArchiveOf({ folder, scripts: fetchScripts(folder, sums), wasm }, archive);
}

/**
 * Compile WebAssembly that the browser takes for another one than its copy: of this it keeps no compiled code.
 * @param {Promise<Response>} answer
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileApart(answer) {
  const bytes = new Uint8Array(await (await answer).arrayBuffer());
  changeSpareType(bytes);
  return WebAssembly.compile(bytes);
}

/** @param {Uint8Array} bytes our WebAssembly; if it is of another form, it stays as it is */
function changeSpareType(bytes) {
  const at = (/** @type {number} */ place) => bytes[place] ?? 0;
  let place = FIRST_SECTION;
  // Short ones without a meaning, and then the types, with their size in two bytes.
  while (at(place) === 0 && place < bytes.length) place += 2 + at(place + 1);
  const start = place + 3 + ((at(place + 1) & 0x7f) | (at(place + 2) << 7)) - SPARE_TYPE.length;
  if (SPARE_TYPE.every((byte, offset) => at(start + offset) === byte)) bytes[start + 2] = OTHER_NUMBER;
}

/**
 * @param {string} folder the runtime's
 * @returns {Promise<WebAssembly.Module>} from the browser's own copy; rejected where it has none
 */
export function compileKept(folder) {
  return WebAssembly.compileStreaming(nativeFetch(folder + WASM, { cache: "only-if-cached", mode: "same-origin" }));
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
