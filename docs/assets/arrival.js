// @ts-check
/** What a start of Python needs, on its way: fetched, looked at and compiled. */
import { changeSpareType } from "./apart.js";

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
 * @property {Promise<boolean>} [isApart] whether it is another one than the browser has a copy of, which keeps no compiled code of it
 * @property {Promise<ArrayBuffer>} archive
 * @property {Promise<unknown>} arrived
 */

/**
 * Begin to fetch all that Pyodide needs.
 * @param {string} folder absolute, ending with a slash
 * @param {Sums} sums
 * @param {Promise<boolean>} restoring whether a memory is restored, which has all it needs at first
 * @param {Promise<boolean>} first whether nobody has begun with this runtime before on this device: its compiled code is kept after a
 *   rehearsal (`rehearser.js`), not now
 * @returns {Runtime} with an empty archive where a memory is restored
 */
export function fetchRuntime(folder, sums, restoring, first) {
  const compiled = compile(file(folder, WASM, sums), KEEPS_CODE ? first : Promise.resolve(false));
  const wasm = compiled.then(({ module }) => module);
  const isApart = compiled.then((one) => one.isApart);
  // Whoever waits for the WebAssembly hears of it.
  isApart.catch(() => {});
  const archive = restoring.then((kept) => (kept ? new ArrayBuffer(0) : fetchArchive(folder, sums)));
  return withArchiveOf({ folder, scripts: fetchScripts(folder, sums), wasm, isApart }, archive);
}

/**
 * @param {Promise<Response>} arriving
 * @param {Promise<boolean>} first
 */
async function compile(arriving, first) {
  const [answer, isFirst] = await Promise.all([arriving, first]);
  // Where no copy is kept, there is no compiled code beside it; and of another type, it is refused.
  const isKept = !/no-store/i.test(answer.headers.get("Cache-Control") ?? "");
  const isApart = isFirst && isKept && /^application\/wasm\b/i.test(answer.headers.get("Content-Type") ?? "");
  if (!isApart) return { module: await WebAssembly.compileStreaming(answer), isApart };
  const bytes = new Uint8Array(await answer.arrayBuffer());
  changeSpareType(bytes);
  return { module: await WebAssembly.compile(bytes), isApart };
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
 * @param {Pick<Runtime, "folder" | "scripts" | "wasm" | "isApart">} begun
 * @param {Promise<ArrayBuffer>} archive
 * @returns {Runtime}
 */
export function withArchiveOf(begun, archive) {
  const arrived = Promise.all([begun.scripts, begun.wasm, archive]);
  // Whoever starts the runtime hears of a failure; until then nobody is listening.
  arrived.catch(() => {});
  return { ...begun, archive, arrived };
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
