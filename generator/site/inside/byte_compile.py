"""Byte-compile a zip file in place: `byte_compile.py ARCHIVE`, with pyodide-build under /tools."""

import sys

sys.path.append("/tools")

from pyodide_build.cli import py_compile  # type: ignore[import-not-found]  # installed for Pyodide only

py_compile.main([sys.argv[1], "--silent", "--compression-level", "0"], standalone_mode=False)
