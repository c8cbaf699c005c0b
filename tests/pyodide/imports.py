"""Inside Pyodide: import every module of the runtime's archive; ``answer`` says which cannot be, and why."""

import importlib
import sys
import warnings
from zipfile import ZipFile

# Importing them does something: a poem, a test run.
SKIPPED = {"this", "antigravity", "__main__"}

warnings.simplefilter("ignore")
answer = {}
with ZipFile(f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip") as library:
    names = [
        name.removesuffix(".pyc").removesuffix("/__init__")
        for name in library.namelist()
        if name.endswith(".pyc")
    ]
for name in sorted(name.replace("/", ".") for name in names if "compiled_templates" not in name):
    if name.rpartition(".")[2] in SKIPPED:
        continue
    try:
        importlib.import_module(name)
    except Exception as error:
        answer[name] = f"{type(error).__name__}: {error}"
