// @ts-check
/** The stock recipe: Pyodide as it comes, and its loader for the wheels. */
import * as Comlink from "./vendor/comlink.mjs";

const stock = new URL("../stock/", import.meta.url).href;

/** @type {(request: string) => string} */
let handle;

Comlink.expose({
  async start() {
    const { loadPyodide } = await import(`${stock}pyodide.mjs`);
    const wheels = await (await fetch(`${stock}wheels.json`)).json();
    const pyodide = await loadPyodide({ indexURL: stock });
    await pyodide.loadPackage(wheels.map((/** @type {string} */ name) => stock + name));
    handle = pyodide.pyimport("generator.browser").handle;
    return false;
  },
  answer: (/** @type {string} */ request) => handle(request),
  keep: () => false,
});
