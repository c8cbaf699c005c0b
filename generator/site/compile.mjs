// @ts-check
/**
 * Byte-compile a zip file with the Python that will run it: `node compile.mjs PYODIDE TOOLS FOLDER NAME`.
 *
 * PYODIDE is the npm package, TOOLS a folder with pyodide-build, FOLDER holds the zip file NAME.
 */
import { pathToFileURL } from "node:url";

const [pyodidePath, tools, folder, name] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodidePath}/pyodide.mjs`).href);

const python = await loadPyodide({
  // Docstrings and asserts are of no use to a reader.
  args: ["-OO"],
  env: {
    HOME: "/home/pyodide",
    PYTHONHASHSEED: "0",
    // Makes py_compile write hashes instead of dates, so that the bytes are the same each time.
    SOURCE_DATE_EPOCH: "315532800",
  },
});
python.FS.mkdirTree("/tools");
python.FS.mkdirTree("/folder");
python.FS.mount(python.FS.filesystems.NODEFS, { root: tools }, "/tools");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/folder");
python.globals.set("archive", `/folder/${name}`);
python.runPython(`
import sys
sys.path.append("/tools")
from pyodide_build.cli import py_compile
py_compile.main([archive, "--silent", "--compression-level", "0"], standalone_mode=False)
`);
