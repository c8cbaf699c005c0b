"""What Python runs before all else in a reader's browser, so that imports take less time.

Regular expressions come compiled, as `patterns.py` found them at build time. Nothing that the imports make is
searched for waste, since all of it stays; `generator.memory` brings that search back.
"""

import _sre  # type: ignore[import-not-found]  # no stubs exist
import gc
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


_compiler.compile = compile_or_take
gc.disable()
