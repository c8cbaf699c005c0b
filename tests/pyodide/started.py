"""Run inside Pyodide: leave the names of all that is imported when Python has just started."""

import sys

answer = sorted(sys.modules)
