"""Change Pyodide's WebAssembly where that makes it start sooner, and leave its code as it is.

It exports every function of Python's C interface, and at each start its script gives each a place in a table.
This site loads no dynamic library, so what its scripts never name can stay inside.

It makes its own memory, which is there when all else is. Imported, it is there before: what a browser has
kept for it can be written while the WebAssembly still arrives.

A browser keeps compiled code of a module once it has run. With one more type, which nothing uses, there can
be another module that does the same, of which it keeps none.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

# Source: the WebAssembly specification, binary format.
_HEADER: Final = 8
_TYPES, _IMPORTS, _MEMORIES, _EXPORTS = 1, 2, 5, 7
_FUNCTION, _MEMORY, _GLOBAL = 0, 2, 3
# A function that takes a number of 32 bits and returns nothing.
_SPARE_TYPE: Final = bytes([0x60, 1, 0x7F, 0])
# What stands before a memory's size when no largest one follows, and when one does.
_ENDLESS, _LIMITED = 0, 1

# A variable for each export, and the function that fills them.
_VARIABLES: Final = re.compile(r"var ([\w$,]+);function assignWasmExports\(wasmExports\)\{(.*?)\}", re.DOTALL)
_ASSIGNMENT: Final = re.compile(r'([\w$]+)=Module\["\1"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?')
_WORD: Final = re.compile(r"[\w$]+")


class WasmError(ValueError):
    """The WebAssembly or the script is not of the form that is known here."""


def without_unused_exports(wasm: bytes, script: str, loader: str) -> tuple[bytes, str]:
    """Return a module that exports what its scripts use, and Emscripten's without variables for the rest.

    Whatever is neither a function nor a global stays exported.

    Args:
        wasm: Pyodide's module, as a binary.
        script: Emscripten's for it.
        loader: Pyodide's, which uses the same variables.

    Raises:
        WasmError: Either is of another form than Emscripten's.
    """
    found = _VARIABLES.search(script)
    if found is None:
        raise WasmError("Pyodide's script no longer assigns its exports in one function.")
    names, assignments = found[1].split(","), found[2].split(";")
    rest = script[: found.start()] + script[found.end() :]
    used = {*_WORD.findall(rest), *_WORD.findall(loader)}

    def is_used(name: str) -> bool:
        return name in used or f"_{name}" in used

    dropped = {
        match[1]: match[0]
        for one in assignments
        if (match := _ASSIGNMENT.fullmatch(one)) and not is_used(match[2])
    }
    statements = set(dropped.values())
    kept = [one for one in assignments if one not in statements]
    variables = ",".join(name for name in names if name not in dropped)
    function = f"function assignWasmExports(wasmExports){{{';'.join(kept)}}}"
    trimmed = f"{script[: found.start()]}var {variables};{function}{script[found.end() :]}"
    return _with_exports(wasm, lambda name, kind: kind not in (_FUNCTION, _GLOBAL) or is_used(name)), trimmed


def with_imported_memory(wasm: bytes) -> tuple[bytes, int]:
    """Return a module that imports its memory, as `env.memory`, and how large that has to be.

    Args:
        wasm: Pyodide's module, as a binary, with one memory of its own.

    Returns:
        The module, and the memory's size at the start in pages of 64 KiB. How far it may grow is left to
        whoever makes it.

    Raises:
        WasmError: It has no memory of its own, or more than one, or one of another kind.
    """
    sections = {number: (start, content, end) for number, start, content, end in _sections(wasm)}
    if _IMPORTS not in sections or _MEMORIES not in sections:
        raise WasmError("Pyodide's WebAssembly no longer has imports, and a memory of its own.")
    start, content, end = sections[_MEMORIES]
    count, place = _read_unsigned(wasm, content)
    if count != 1 or wasm[place] not in (_ENDLESS, _LIMITED):
        raise WasmError("Pyodide's WebAssembly no longer has one memory of 32 bits.")
    pages, _ = _read_unsigned(wasm, place + 1)
    entry = _name("env") + _name("memory") + bytes([_MEMORY, _ENDLESS]) + _unsigned(pages)
    imported = _with_another(wasm, sections[_IMPORTS], entry)
    # The imports stand before the memories.
    return imported[: len(imported) - len(wasm) + start] + wasm[end:], pages


def with_spare_type(wasm: bytes) -> bytes:
    """Return a module with one more type, which nothing uses, behind all others.

    Whoever changes it has a module that does the same, and is another one to a browser.

    Raises:
        WasmError: It has no types.
    """
    types = next((section[1:] for section in _sections(wasm) if section[0] == _TYPES), None)
    if types is None:
        raise WasmError("Pyodide's WebAssembly no longer has types.")
    return _with_another(wasm, types, _SPARE_TYPE)


def _with_another(wasm: bytes, section: tuple[int, int, int], entry: bytes) -> bytes:
    """Return a module with an entry behind all others of a section, which is where it says."""
    start, content, end = section
    count, rest = _read_unsigned(wasm, content)
    grown = _unsigned(count + 1) + wasm[rest:end] + entry
    return wasm[: start + 1] + _unsigned(len(grown)) + grown + wasm[end:]


def _name(text: str) -> bytes:
    return _unsigned(len(text)) + text.encode("ascii")


def _with_exports(wasm: bytes, is_kept: Callable[[str, int], bool]) -> bytes:
    parts = [wasm[:_HEADER]]
    for number, start, content, end in _sections(wasm):
        if number != _EXPORTS:
            parts.append(wasm[start:end])
            continue
        kept = [entry for name, kind, entry in _exports(wasm, content) if is_kept(name, kind)]
        section = _unsigned(len(kept)) + b"".join(kept)
        parts += [bytes([number]), _unsigned(len(section)), section]
    return b"".join(parts)


def _sections(wasm: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield each section's number, where it begins, where its content does, and where it ends."""
    if wasm[:_HEADER] != b"\0asm\1\0\0\0":
        raise WasmError("This is not WebAssembly, version 1.")
    place = _HEADER
    while place < len(wasm):
        size, content = _read_unsigned(wasm, place + 1)
        yield wasm[place], place, content, content + size
        place = content + size


def _exports(wasm: bytes, place: int) -> Iterator[tuple[str, int, bytes]]:
    """Yield the name, the kind and the whole entry of each export."""
    count, place = _read_unsigned(wasm, place)
    for _ in range(count):
        start = place
        length, place = _read_unsigned(wasm, place)
        name, kind = wasm[place : place + length].decode(), wasm[place + length]
        _, place = _read_unsigned(wasm, place + length + 1)
        yield name, kind, wasm[start:place]


def _read_unsigned(data: bytes, place: int) -> tuple[int, int]:
    """Read a number in LEB128, and return it with the place behind it."""
    number = shift = 0
    while True:
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return number, place
        shift += 7


def _unsigned(number: int) -> bytes:
    """Write a number in LEB128."""
    written = bytearray()
    while number >= 0x80:  # noqa: PLR2004 - as above
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)
