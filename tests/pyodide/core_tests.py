"""Inside Pyodide: run the core's tests, `core_tests.py PYTEST-ARGUMENTS`."""

import os
import sys

# What the runtime leaves out and pytest needs; the core itself is found in the archive first.
sys.path += ["/packages", "/stdlib/python_stdlib.zip"]
os.chdir("/project")

import pytest  # noqa: E402 - only now can it be found

if code := pytest.main(sys.argv[1:]):
    sys.exit(int(code))
