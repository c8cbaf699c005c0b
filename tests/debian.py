"""Debian's packages that tests need: `python -m tests.debian PACKAGE…` installs those that are missing."""

import logging
import os
import shutil
import subprocess
import sys
from typing import Final

# A download that has not come by then will not come.
PATIENCE: Final = 600

log = logging.getLogger(__name__)


def install(*packages: str) -> None:
    """Try to install those packages that are not there, where that needs no password.

    Whoever needs a program looks for it afterwards: there are other systems, and other ways to it.
    """
    missing = [package for package in packages if not is_installed(package)]
    if not missing or shutil.which("apt-get") is None:
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    succeeds(*root, "apt-get", "update")
    # One by one: a name that this Debian does not know must not cost the others.
    for package in missing:
        succeeds(*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", package)


def is_installed(package: str) -> bool:
    """Say whether a package is there, by Debian's own book."""
    query = ("dpkg-query", "--show", "--showformat", "${db:Status-Status}", package)
    if shutil.which(query[0]) is None:
        return False
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout == "installed"


def succeeds(*command: str) -> bool:
    """Run a command and say whether it went well, logging why if it did not."""
    log.info("Running %s", " ".join(command))
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.warning("%s", error)
        return False
    if result.returncode:
        log.warning("%s", result.stderr[-2000:])
    return result.returncode == 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    install(*sys.argv[1:])
