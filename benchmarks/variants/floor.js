// @ts-check
/**
 * The floor: the WebAssembly is compiled by streaming, the bytes that a visit reads arrive, and a canned answer is given.
 *
 * A visit that finds bytes kept in the browser's storage reads those instead of the archive, as the page does.
 */
import * as Comlink from "./vendor/comlink.mjs";
import { createStore, get, set } from "./vendor/idb-keyval.mjs";

const WASM = "pyodide.asm.wasm";
const ARCHIVE = "python.bin";
const recipe = new URL("../../recipe/", import.meta.url).href;
// Where the page keeps its own, for the probe to find.
const store = createStore("after-the-interview-runtime", "memory");

/** @param {string} url */
async function bytes(url) {
  return (await fetch(url)).arrayBuffer();
}

/** What it must know beforehand; asked for before the page asks to start. @type {Promise<{names: string[], kept: number}>} */
const known = fetch(`${recipe}floor.json`).then((answer) => answer.json());
const canned = fetch(`${recipe}answer.json`).then((answer) => answer.text());

/** @type {Promise<unknown>} */
let arrived;

/** @param {string} folder */
async function start(folder) {
  const wasm = WebAssembly.compileStreaming(fetch(folder + WASM));
  const { names } = await known;
  const scripts = names.filter((name) => name !== WASM && name !== ARCHIVE).map((name) => bytes(folder + name));
  const found = await get("memory", store);
  await Promise.all([wasm, ...scripts, found ? found.memory.bytes.arrayBuffer() : bytes(folder + ARCHIVE)]);
}

Comlink.expose({
  /** @param {string} folder */
  async start(folder) {
    arrived = start(folder);
    await arrived;
    return false;
  },
  answer: () => arrived.then(() => canned),
  async keep() {
    if (await get("memory", store)) return;
    const { kept } = await known;
    // What compresses badly, as a memory does.
    const content = new Uint8Array(kept);
    for (let start = 0; start < kept; start += 65536) crypto.getRandomValues(content.subarray(start, start + 65536));
    await set("memory", { memory: { bytes: new Blob([content]), archive: new Blob() } }, store);
  },
});
