"""What Python runs before all else in a reader's browser, so that imports take less time.

Regular expressions come compiled, as `patterns.py` found them at build time. Nothing that the imports make is
searched for waste, since all of it stays; `generator.memory` brings that search back. A terminal's colours
wait until somebody asks for them.
"""

import _sre  # type: ignore[import-not-found]  # no stubs exist
import gc
import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from re import _compiler  # type: ignore[attr-defined]

from compiled_patterns import PATTERNS  # type: ignore[import-not-found]  # the build makes it

compile_anew = _compiler.compile


def compile_or_take(pattern, flags=0):  # type: ignore[no-untyped-def]  # as re calls it
    """Take the place of `re`'s own compiler: the same pattern as it makes, for those that came compiled."""
    try:
        found, code, *rest = PATTERNS[pattern, flags]
    except (KeyError, TypeError):
        return compile_anew(pattern, flags)
    return _sre.compile(pattern, found, [*memoryview(code).cast("I")], *rest)


def import_lazily(name: str) -> None:
    """Let a module be loaded when something in it is asked for."""
    spec = find_spec(name)
    if spec and spec.loader:
        spec.loader = LazyLoader(spec.loader)
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])


_compiler.compile = compile_or_take
import_lazily("_colorize")
gc.disable()
