// @ts-check
/**
 * Run a Python script in each kind of runtime: `node variants.mjs SETTINGS`, SETTINGS being JSON as `Settings` below.
 *
 * Writes what each leaves in its variable `answer` to a file, as JSON by kind.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Settings
 * @property {string} runtime the folder that readers get
 * @property {string} stock the npm package
 * @property {string[]} path folders with packages, for the kind `stock`
 * @property {string[]} kinds of "pruned", "restored", "restored-again", "stock"
 * @property {string} script
 * @property {string} golden the folder that the script finds as /golden
 * @property {string} answers the file to write
 */

/** @type {Settings} */
const settings = JSON.parse(process.argv[2] ?? "");
const { loadPyodide } = await import(pathToFileURL(`${settings.runtime}/pyodide.mjs`).href);
const { lockFileContents, pages } = await import(pathToFileURL(`${settings.runtime}/settings.mjs`).href);
const ours = { indexURL: `${settings.runtime}/`, stdLibURL: `${settings.runtime}/python.zip`, lockFileContents };
/** @type {Uint8Array | undefined} */
let memory;

// The runtime's WebAssembly takes its memory from whoever starts it; the stock one has its own, and asks for none.
const { instantiate } = WebAssembly;
/** @type {any} */ (WebAssembly).instantiate = (/** @type {any} */ source, /** @type {any} */ imports) => {
  if (imports?.env) imports.env.memory = new WebAssembly.Memory({ initial: pages });
  return instantiate(source, imports);
};

/** @param {any} python @param {string} place @param {string} root */
function mount(python, place, root) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}

/** What the worker does on a first visit, and on the ones after that. */
async function restored() {
  if (!memory) {
    const python = await loadPyodide({ ...ours, _makeSnapshot: true });
    python.pyimport("generator.browser");
    python.pyimport("generator.memory").prepare();
    memory = python.makeMemorySnapshot();
  }
  const python = await loadPyodide({ ...ours, _loadSnapshot: memory });
  python.pyimport("generator.memory").refresh();
  return python;
}

async function stock() {
  const python = await loadPyodide({ indexURL: `${settings.stock}/` });
  settings.path.forEach((folder, place) => mount(python, `/packages/${place}`, folder));
  python.runPython(`import sys; sys.path += [f"/packages/{place}" for place in range(${settings.path.length})]`);
  return python;
}

/** @type {Record<string, () => Promise<any>>} */
const kinds = { pruned: () => loadPyodide(ours), restored, "restored-again": restored, stock };
/** @type {Record<string, unknown>} */
const answers = {};
for (const kind of settings.kinds) {
  const python = await /** @type {() => Promise<any>} */ (kinds[kind])();
  mount(python, "/golden", settings.golden);
  const globals = python.toPy({ __name__: "__main__" });
  python.runPython(readFileSync(settings.script, "utf8"), { globals, filename: settings.script });
  answers[kind] = JSON.parse(python.runPython("import json; json.dumps(answer)", { globals }));
}
writeFileSync(settings.answers, JSON.stringify(answers));
