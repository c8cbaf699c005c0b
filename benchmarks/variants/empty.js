// @ts-check
/** An empty Pyodide: started as it comes, and never asked for anything. */
import * as Comlink from "./vendor/comlink.mjs";

const stock = new URL("../../stock/", import.meta.url).href;

/** @type {Promise<string>} */
let answer;

async function start() {
  const { loadPyodide } = await import(`${stock}pyodide.mjs`);
  Object.assign(globalThis, { pyodide: await loadPyodide({ indexURL: stock }) });
  return (await fetch(`${stock}answer.json`)).text();
}

Comlink.expose({
  async start() {
    answer = start();
    await answer;
    return false;
  },
  answer: () => answer,
  keep: () => {},
});
