// @ts-check
/**
 * Run the core's tests inside Pyodide: `node run.mjs SETTINGS`, SETTINGS being JSON as `Settings` below.
 */
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Settings
 * @property {string} runtime the folder that readers get; the only place the core can be imported from
 * @property {string} stdlib Pyodide's own standard library, for what the runtime leaves out and pytest needs
 * @property {Record<string, string>} mounts folders of this machine by their place in Pyodide's file system
 * @property {string[]} arguments pytest's
 */

/** @type {Settings} */
const settings = JSON.parse(process.argv[2] ?? "");
const { loadPyodide } = await import(pathToFileURL(`${settings.runtime}/pyodide.mjs`).href);
const python = await loadPyodide({
  indexURL: `${settings.runtime}/`,
  stdLibURL: `${settings.runtime}/python.zip`,
  env: { HOME: "/home/pyodide", PYTHONPYCACHEPREFIX: "/pycache" },
});
for (const [place, root] of Object.entries(settings.mounts)) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("settings", python.toPy({ stdlib: settings.stdlib, arguments: settings.arguments }));
process.exitCode = python.runPython(`
import os, sys
sys.path += ["/packages", settings["stdlib"]]
os.chdir("/project")
import pytest
int(pytest.main(settings["arguments"]))
`);
