// @ts-check
/**
 * Run a Python script inside Pyodide: `node run.mjs SETTINGS`, SETTINGS being JSON as `Settings` below.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Settings
 * @property {string} pyodide a folder with Pyodide's files
 * @property {string | null} stdlib the zip file that takes the place of Pyodide's own standard library
 * @property {string} script the Python file to run
 * @property {string[]} arguments the script's, as `sys.argv[1:]`
 * @property {Record<string, string>} mounts folders of this machine by their place in Pyodide's file system
 * @property {string[]} options Python's own
 * @property {Record<string, string>} env
 */

/** @type {Settings} */
const settings = JSON.parse(process.argv[2] ?? "");
const { loadPyodide } = await import(pathToFileURL(`${settings.pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({
  indexURL: `${settings.pyodide}/`,
  ...(settings.stdlib ? { stdLibURL: settings.stdlib } : {}),
  args: settings.options,
  env: { HOME: "/home/pyodide", ...settings.env },
});
for (const [place, root] of Object.entries(settings.mounts)) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
const sys = python.pyimport("sys");
sys.argv = python.toPy([settings.script, ...settings.arguments]);
const globals = python.toPy({ __name__: "__main__" });
try {
  python.runPython(readFileSync(settings.script, "utf8"), { globals, filename: settings.script });
} catch (error) {
  // Thrown on, it would be buried under Pyodide's own script, which Node quotes.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
