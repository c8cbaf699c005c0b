"""Run a real nginx over the built site, where there is one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# Debian puts it where only root looks.
PROGRAM: Final = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PATIENCE: Final = 10.0


@contextmanager
def running_nginx(folder: Path, config: str) -> Iterator[str]:
    """Run nginx in a folder with a configuration that listens on port 8080; yield the origin it has instead.

    What the configuration keeps in /tmp is kept in the folder, and what nginx says in its file `said`.
    """
    assert PROGRAM
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"listen 8080;": f"listen 127.0.0.1:{port};", " /tmp/": f" {folder}/"}
    for there, here in own.items():
        assert there in config
        config = config.replace(there, here)
    (folder / "nginx.conf").write_text(config, encoding="utf-8")
    # Root's nginx would hand its work to somebody who may not read the tests' folders.
    user = "user root; " if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [PROGRAM, "-e", "stderr", "-p", f"{folder}/", "-c", "nginx.conf", "-g", f"{user}daemon off;"],
            cwd=folder,
            stderr=said,
        )
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until something answers on a port."""
    until = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, "nginx has ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, "nginx does not answer"
            time.sleep(0.05)
        else:
            return
