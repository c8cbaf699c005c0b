"""Inside Pyodide: ``answer`` says how much came compiled, and what is not as it would be compiled."""

from types import CodeType

from compiled_ahead import CODES, PATTERNS  # type: ignore[import-not-found]  # the build makes it
from sitecustomize import (  # type: ignore[import-not-found]  # found inside Pyodide only
    compile_anew,
    compile_or_take,
)


def is_same(pattern: str | bytes, flags: int) -> bool:
    """Say whether a pattern that came compiled is the one that `re` would compile."""
    taken, made = compile_or_take(pattern, flags), compile_anew(pattern, flags)
    return bool(taken == made and (taken.groups, taken.groupindex) == (made.groups, made.groupindex))


def from_line_one(code: CodeType) -> CodeType:
    """Return a function's code, and those in it, as if it stood alone in its file."""
    inner = (from_line_one(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=tuple(inner), co_firstlineno=1)


def is_written(source: str, code: CodeType) -> bool:
    """Say whether a code that came compiled is the one that `dataclasses` would compile from the source."""
    module = compile(source, "<string>", "exec", dont_inherit=True)
    (written,) = (one for one in module.co_consts if isinstance(one, CodeType))
    return from_line_one(written) == from_line_one(code)


answer = {
    "patterns": len(PATTERNS),
    "classes": len(CODES),
    "different": [
        *(repr(key) for key in PATTERNS if not is_same(*key)),
        *(source for source, code in CODES.items() if not is_written(source, code)),
    ],
}
