"""Inside Pyodide: run the core's tests, `core_tests.py PYTEST-ARGUMENTS`.

The core and its packages come from the runtime's archive. pytest needs more of the standard library than is
left in there; that nothing is missing for the core is the other tests' claim.
"""

import os
import sys

STDLIB = "/stdlib/python_stdlib.zip"
sys.path[:0] = [STDLIB]
sys.path += ["/packages"]
for module in list(sys.modules.values()):
    if hasattr(module, "__path__"):
        module.__path__ = [*module.__path__, f"{STDLIB}/{module.__name__.replace('.', '/')}"]
os.chdir("/project")

import pytest  # noqa: E402 - only now can it be found

if code := pytest.main(sys.argv[1:]):
    sys.exit(int(code))
