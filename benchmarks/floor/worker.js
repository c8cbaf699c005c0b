// @ts-check
/**
 * The floor: the bytes that a visit reads arrive, its WebAssembly is compiled by streaming, and nothing else happens.
 *
 * A visit that finds bytes kept in the browser's storage reads those instead of the archive, as the page does.
 */
const WASM = "pyodide.asm.wasm";
const ARCHIVE = "python.bin";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const opening = indexedDB.open("floor");
opening.onupgradeneeded = () => opening.result.createObjectStore("bytes");
const database = await done(opening);
const { folder, names } = await (await fetch("runtime.json")).json();

onmessage = async ({ data: size }) => {
  const kept = await done(database.transaction("bytes").objectStore("bytes").get("kept"));
  const wasm = WebAssembly.compileStreaming(fetch(folder + WASM));
  const fetched = names.filter((/** @type {string} */ name) => name !== WASM && !(kept && name === ARCHIVE));
  const bytes = fetched.map(async (/** @type {string} */ name) => (await fetch(folder + name)).arrayBuffer());
  await Promise.all([wasm, ...bytes, kept?.arrayBuffer()]);
  postMessage("done");
  if (kept || !size) return;
  // What compresses badly, as a memory does.
  const content = new Uint8Array(size);
  for (let start = 0; start < size; start += 65536) crypto.getRandomValues(content.subarray(start, start + 65536));
  const writing = database.transaction("bytes", "readwrite");
  await done(writing.objectStore("bytes").put(new Blob([content]), "kept"));
  postMessage("kept");
};
postMessage("ready");

export {};
