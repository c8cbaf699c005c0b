"""Inside Pyodide: ``answer`` says how many patterns came compiled, and which are not as `re` makes them."""

from compiled_patterns import PATTERNS  # type: ignore[import-not-found]  # the build makes it
from sitecustomize import (  # type: ignore[import-not-found]  # found inside Pyodide only
    compile_anew,
    compile_or_take,
)


def is_same(pattern: str | bytes, flags: int) -> bool:
    """Say whether a pattern that came compiled is the one that `re` would compile."""
    taken, made = compile_or_take(pattern, flags), compile_anew(pattern, flags)
    return bool(taken == made and (taken.groups, taken.groupindex) == (made.groups, made.groupindex))


answer = {
    "patterns": len(PATTERNS),
    "different": [repr(key) for key in PATTERNS if not is_same(*key)],
}
