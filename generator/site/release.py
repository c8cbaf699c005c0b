"""Pack a built site into one zip file, the same bytes for each build of one commit.

As a program: `python -m generator.site.release FIRST SECOND TARGET` packs the first where both are the same.
"""

import hashlib
import sys
from pathlib import Path
from typing import Final

from generator.site.archive import Members, write_archive
from generator.site.tools import BuildError

_SHOWN: Final = 10


def site_members(site: Path) -> Members:
    """Return every file of a built site by its path in it.

    Raises:
        BuildError: There is no site in the folder.
    """
    if not (site / "index.html").is_file():
        raise BuildError(f"There is no built site in {site}.")
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def write_release(first: Path, second: Path, target: Path) -> str:
    """Write the zip file of a site that was built twice, and beside it its SHA-256, which is returned.

    Raises:
        BuildError: The two are not the same; the message names files that differ.
    """
    members, again = site_members(first), site_members(second)
    differ = sorted(name for name in members.keys() | again if members.get(name) != again.get(name))
    if differ:
        raise BuildError(
            f"Two builds of one commit differ in {len(differ)} files: {', '.join(differ[:_SHOWN])}"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    write_archive(target, members)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    # As `sha256sum --check` reads it.
    target.with_name(f"{target.name}.sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    return digest


if __name__ == "__main__":
    try:
        digest = write_release(*map(Path, sys.argv[1:]))
    except BuildError as error:
        sys.exit(str(error))
    sys.stdout.write(f"{digest}  {sys.argv[-1]}\n")
