"""The browsers of this machine, each started as a person starts it: no driver, a profile to keep."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# Chromium's own traffic would fill the log with refused connections.
_CHROMIUM_OPTIONS: Final = (
    "--headless", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--no-default-browser-check",
    "--hide-scrollbars", "--window-size=1280,900",
)  # fmt: skip
_FIREFOX_SETTINGS: Final = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.cache.disk.smart_size.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "toolkit.startup.max_resumed_crashes": -1,
}
# As Chromium's --disable-gpu: with a graphics card that the processor imitates, painting the page would take
# longer than all that is measured.
_WEBKIT_ENVIRONMENT: Final = {"WEBKIT_DISABLE_DMABUF_RENDERER": "1", "WEBKIT_SKIA_ENABLE_CPU_RENDERING": "1"}
_MINI_BROWSERS: Final = "webkit2gtk-4.*/MiniBrowser"
_LIBRARIES: Final = (Path("/usr/lib"), Path("/usr/libexec"))
_GRACE: Final = 10.0


@dataclass(frozen=True, kw_only=True)
class Browser:
    """A browser: what the report calls it, its program, and how its tab's processes can be told."""

    name: str
    program: str
    tab: str

    @property
    def version(self) -> str:
        """The browser's name with its main version, as it says itself."""
        said = subprocess.run([self.program, "--version"], capture_output=True, text=True, check=False).stdout
        number = next((word for word in said.split() if word[:1].isdigit()), "of an unknown version")
        return f"{self.name} {'.'.join(number.split('.')[:2])}"

    @contextmanager
    def open(self, url: str, profile: Path) -> Iterator[int]:
        """Open an address in a window of its own while the block runs; the value is the process id."""
        profile.mkdir(parents=True, exist_ok=True)
        process = subprocess.Popen(
            self._command(url, profile),
            env={**os.environ, **_WEBKIT_ENVIRONMENT, **_homes(profile)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process.pid
        finally:
            _end(process)

    def _command(self, url: str, profile: Path) -> list[str]:
        if self.name == "Chromium":
            as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
            return [self.program, *_CHROMIUM_OPTIONS, *as_root, f"--user-data-dir={profile}", url]
        if self.name == "Firefox":
            (profile / "user.js").write_text(
                "".join(f'user_pref("{key}", {_js(value)});\n' for key, value in _FIREFOX_SETTINGS.items())
            )
            return [self.program, "--headless", "--no-remote", "--profile", str(profile), url]
        return [self.program, "--geometry=1280x900", url]


def find_browsers() -> list[Browser]:
    """Return the browsers that are there, of the three engines."""
    found = []
    if program := shutil.which("chromium") or shutil.which("google-chrome"):
        found.append(Browser(name="Chromium", program=program, tab="--type=renderer"))
    if program := shutil.which("firefox-esr") or shutil.which("firefox"):
        found.append(Browser(name="Firefox", program=program, tab="-contentproc"))
    mini = next((str(path) for root in _LIBRARIES for path in sorted(root.glob(f"*/{_MINI_BROWSERS}"))), None)
    if mini and shutil.which("Xvfb"):
        found.append(Browser(name="WebKitGTK", program=mini, tab="WebKitWebProcess"))
    return found


@contextmanager
def screen() -> Iterator[None]:
    """Give the browsers that cannot do without a screen one that nobody sees, while the block runs."""
    program = shutil.which("Xvfb")
    if program is None:
        yield
        return
    reader, writer = os.pipe()
    command = [program, "-displayfd", str(writer), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    before = os.environ.get("DISPLAY")
    try:
        with os.fdopen(reader) as said:
            os.environ["DISPLAY"] = f":{said.readline().strip()}"
        yield
    finally:
        os.environ.pop("DISPLAY")
        if before is not None:
            os.environ["DISPLAY"] = before
        process.terminate()
        process.wait()


def tab_memory(browser: Browser, pid: int) -> int:
    """Return the bytes of memory that the page's process uses: what is shared is shared out.

    It is the largest of those for tabs: browsers keep empty ones ready.
    """
    return max(
        _proportional_size(child) for child in _descendants(pid) if browser.tab in _command_line(child)
    )


def _descendants(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, queue = [], [pid]
    while queue:
        for child in children.get(queue.pop(), []):
            found.append(child)
            queue.append(child)
    return found


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def _proportional_size(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _homes(profile: Path) -> dict[str, str]:
    """Keep what a browser writes beside its profile inside it too."""
    names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    return {name: str(profile) for name in names}


def _js(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value).replace("'", '"')


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a browser as a log-out does, so that it keeps its caches; then whatever is left of it."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
