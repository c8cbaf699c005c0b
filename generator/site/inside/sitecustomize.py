"""What Python runs before all else in a reader's browser, so that imports take less time.

Regular expressions and the functions of dataclasses come compiled, as `ahead.py` found them at build time.
Nothing that the imports make is searched for waste, since all of it stays; `generator.memory` brings that
search back.
"""

import _sre  # type: ignore[import-not-found]  # no stubs exist
import dataclasses
import gc
from re import _compiler  # type: ignore[attr-defined]  # the stubs leave it out
from types import FunctionType

from compiled_ahead import CODES, PATTERNS  # type: ignore[import-not-found]  # the build makes it

compile_anew = _compiler.compile


def compile_or_take(pattern, flags=0):  # type: ignore[no-untyped-def]  # as re calls it
    """Take the place of `re`'s own compiler: the same pattern as it makes, for those that came compiled."""
    try:
        found, code, *rest = PATTERNS[pattern, flags]
    except (KeyError, TypeError):
        return compile_anew(pattern, flags)
    return _sre.compile(pattern, found, [*memoryview(code).cast("I")], *rest)


def exec_or_take(source, module, made):  # type: ignore[no-untyped-def]  # as dataclasses calls it
    """Take the place of `exec` in dataclasses, which is handed one function that makes all of a class's."""
    if source in CODES:
        made["__create_fn__"] = FunctionType(CODES[source], module)
    else:
        exec(source, module, made)  # noqa: S102 - as dataclasses itself does


_compiler.compile = compile_or_take
dataclasses.exec = exec_or_take  # type: ignore[attr-defined]  # a builtin, found there first
gc.disable()
