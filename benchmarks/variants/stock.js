// @ts-check
/** The stock recipe: Pyodide as it comes, and its loader for the wheels. */
import * as Comlink from "./vendor/comlink.mjs";

const recipe = new URL("../../recipe/", import.meta.url).href;

/** @type {Promise<(request: string) => string>} */
let handle;

async function start() {
  const { loadPyodide } = await import(`${recipe}pyodide.mjs`);
  const wheels = await (await fetch(`${recipe}wheels.json`)).json();
  const pyodide = await loadPyodide({ indexURL: recipe });
  await pyodide.loadPackage(wheels.map((/** @type {string} */ name) => recipe + name));
  return pyodide.pyimport("generator.browser").handle;
}

Comlink.expose({
  async start() {
    handle = start();
    await handle;
    return false;
  },
  answer: async (/** @type {string} */ request) => (await handle)(request),
  keep: () => {},
});
