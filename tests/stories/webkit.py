"""WebKitGTK for the stories, by its own driver and plain WebDriver."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.stories.tab import IN_PARTS, PAGE, PATIENCE, Saved, Scope, Tab, clock, new_file, until

WINDOW: Final = Path(__file__).parent / "webkit_window.py"
# What may have a role, for the driver to be asked for its name.
ROLES: Final = {
    "button": "button, summary",
    "checkbox": "input[type=checkbox]",
    "group": "fieldset, [role=group]",
    "link": "a[href]",
    "radio": "input[type=radio]",
}
FIELDS: Final = "input, select, textarea"
PUT: Final = """
arguments[0].value = arguments[1];
for (const type of ["input", "change"]) arguments[0].dispatchEvent(new Event(type, { bubbles: true }));
"""
# It has no manifests, and so no policy for them.
OWN_ERROR: Final = "Unrecognized Content-Security-Policy directive 'manifest-src'."
KEYS: Final = {"Backspace": "\ue003", "Control": "\ue009", "Enter": "\ue007", "Tab": "\ue004"}
# The name of an element's id in an answer, which the standard fixes.
ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
# A screen that nobody sees has no graphics card.
ENVIRONMENT: Final = {
    "LANG": "en_GB.UTF-8",
    "TZ": "Europe/London",
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    "WEBKIT_SKIA_ENABLE_CPU_RENDERING": "1",
}
_GRACE: Final = 10.0


class WebDriverError(Exception):
    """The driver refused; the first argument is its word for why."""


class WebKitGTK:
    """Debian's WebKitGTK, in a window of the tests' own.

    Args:
        driver: its WebDriver.
        python: a Python with Debian's bindings.
    """

    name = "WebKitGTK"

    def __init__(self, driver: str, python: str) -> None:
        self._driver = driver
        self._python = python

    @contextmanager
    def visit(self, profile: Path, *, now: str | None = None) -> Iterator[Tab]:
        """Start it; it ends with the block."""
        downloads, log = profile / "downloads", profile / "console.txt"
        downloads.mkdir(parents=True, exist_ok=True)
        port = _free_port()
        options = {
            "binary": self._python,
            "args": [str(WINDOW), str(profile), str(downloads), clock(now)],
        }
        with log.open("wb") as console:
            process = subprocess.Popen(
                [self._driver, f"--port={port}"],
                stdout=console,
                stderr=subprocess.STDOUT,
                env={**os.environ, **ENVIRONMENT},
                start_new_session=True,
            )
        remote = Remote(f"http://127.0.0.1:{port}")
        try:
            remote.begin({"webkitgtk:browserOptions": options})
            yield WebKitTab(remote, downloads, log)
            remote.end()
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
            # A story that failed may leave the browser there.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


class Remote:
    """A session of WebDriver."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._session = ""

    def begin(self, capabilities: dict[str, Any]) -> None:
        """Begin the session, once the driver listens."""
        until(self._listens, what="WebKitGTK's driver")
        made = self.ask("POST", "/session", capabilities={"alwaysMatch": capabilities})
        self._session = f"/session/{made['sessionId']}"
        timeouts = {"script": PATIENCE * 1000, "pageLoad": PATIENCE * 1000}
        self.ask("POST", "/timeouts", **timeouts)

    def end(self) -> None:
        """End the session, and with it the browser."""
        self.ask("DELETE", "")

    def ask(self, method: str, path: str, **body: Any) -> Any:
        """Return the driver's answer.

        Raises:
            WebDriverError: It refused.
        """
        request = Request(  # noqa: S310 - its own address
            self._root + self._session + path,
            method=method,
            data=json.dumps(body).encode() if method == "POST" else None,
        )
        try:
            with urlopen(request, timeout=2 * PATIENCE) as answer:  # noqa: S310 - its own address
                return json.load(answer)["value"]
        except HTTPError as error:
            value = json.load(error)["value"]
            raise WebDriverError(value["error"], value["message"], path, body) from None

    def _listens(self) -> bool:
        try:
            self.ask("GET", "/status")
        except URLError:
            return False
        return True


class WebKitTab:
    """A tab of WebKitGTK."""

    def __init__(self, remote: Remote, downloads: Path, log: Path) -> None:
        self._remote = remote
        self._downloads = downloads
        self._log = log

    def open(self, address: str) -> None:
        """Go to an address."""
        self._remote.ask("POST", "/url", url=address)

    def fill(self, label: str, text: str, *, within: Scope = PAGE) -> None:
        """Replace what a field holds."""
        field = self._field(label, within)
        if self._script("return arguments[0].type", {ELEMENT: field}) in IN_PARTS:
            self._script(PUT, {ELEMENT: field}, text)
            return
        self._script("arguments[0].select()", {ELEMENT: field})
        self._remote.ask("POST", f"/element/{field}/value", text=text or KEYS["Backspace"])

    def choose(self, label: str, value: str, *, within: Scope = PAGE) -> None:
        """Choose from a list."""
        (option,) = self._all(f'option[value="{value}"]', self._field(label, within))
        self._remote.ask("POST", f"/element/{option}/click")

    def value(self, label: str, *, within: Scope = PAGE) -> str:
        """Return what a field holds."""
        return str(self._remote.ask("GET", f"/element/{self._field(label, within)}/property/value"))

    def click(self, role: str, name: str, *, within: Scope = PAGE) -> None:
        """Press something."""
        self._remote.ask("POST", f"/element/{self._find(ROLES[role], name, within)}/click")

    def press(self, key: str) -> None:
        """Press a key."""
        keys = [KEYS.get(one, one) for one in key.split("+")]
        actions = [{"type": "keyDown", "value": one} for one in keys]
        actions += [{"type": "keyUp", "value": one} for one in reversed(keys)]
        self._remote.ask("POST", "/actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def save(self, role: str, name: str, *, within: Scope = PAGE) -> Saved:
        """Press something that saves a file."""
        return new_file(self._downloads, lambda: self.click(role, name, within=within))

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Return what a function says in the page."""
        script = f"""
        const done = arguments[1];
        const said = (value) => done({{ value: value ?? null }});
        Promise.resolve(arguments[0]).then((given) => ({function})(...given))
            .then(said, (error) => done({{ error: String(error) }}));
        """
        answer = self._remote.ask("POST", "/execute/async", script=script, args=[arguments])
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def errors(self) -> list[str]:
        """Return the errors in the console so far."""
        lines = self._log.read_text("utf-8", "replace").splitlines()
        errors = [line for line in lines if line.startswith("CONSOLE") and " ERROR " in line]
        return [line for line in errors if not line.endswith(OWN_ERROR)]

    def _script(self, script: str, *arguments: Any) -> Any:
        return self._remote.ask("POST", "/execute/sync", script=script, args=arguments)

    def _field(self, label: str, within: Scope) -> str:
        return self._find(FIELDS, label, within)

    def _find(self, selector: str, name: str, within: Scope) -> str:
        """Wait for the one that is shown under a name."""

        def found() -> str | None:
            try:
                ids = [one for one in self._all(selector, self._scope(within)) if self._name(one) == name]
                ids = [one for one in ids if self._remote.ask("GET", f"/element/{one}/displayed")]
            except WebDriverError:
                # What was found is gone before it was asked.
                return None
            assert len(ids) < 2, f"{name} is there {len(ids)} times"
            return ids[0] if ids else None

        element = str(until(found, what=f"{selector}: {name}"))
        # The driver does not wait for a page that scrolls smoothly.
        self._script(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", {ELEMENT: element}
        )
        return element

    def _scope(self, within: Scope) -> str | None:
        if within == PAGE:
            return None
        if isinstance(within, str):
            return self._all(within, None)[0]
        return self._find(ROLES[within.role], within.name, PAGE)

    def _name(self, element: str) -> str | None:
        """Return an element's name; what is not shown has none."""
        try:
            return str(self._remote.ask("GET", f"/element/{element}/computedlabel"))
        except WebDriverError:
            return None

    def _all(self, selector: str, within: str | None) -> list[str]:
        path = f"/element/{within}/elements" if within else "/elements"
        return [one[ELEMENT] for one in self._remote.ask("POST", path, using="css selector", value=selector)]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
