"""Run inside Pyodide: leave what Python says to promises, once it has shown that it lives on."""

import js  # type: ignore[import-not-found]  # Pyodide makes it

from generator.memory import practise


async def wait() -> None:
    """Wait for nothing."""


def refusal(source: str, *given: object) -> str:
    """Return what Python says when JavaScript does something."""
    try:
        return repr(js.eval(source)(*given))
    except Exception as error:
        return str(error)


answer = [
    refusal("() => Promise.resolve(1)"),
    refusal("(coroutine) => { coroutine.then(() => {}); }", wait()),
]
practise(1)
