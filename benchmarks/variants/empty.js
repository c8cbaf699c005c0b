// @ts-check
/** An empty Pyodide: started as it comes, and never asked for anything. */
import * as Comlink from "./vendor/comlink.mjs";

const recipe = new URL("../../recipe/", import.meta.url).href;

/** @type {Promise<string>} */
let answer;

async function start() {
  const { loadPyodide } = await import(`${recipe}pyodide.mjs`);
  Object.assign(globalThis, { pyodide: await loadPyodide({ indexURL: recipe }) });
  return (await fetch(`${recipe}answer.json`)).text();
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
