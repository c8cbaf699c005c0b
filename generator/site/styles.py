"""Join the parts of each stylesheet into one file, without comments: a page waits for all of it."""

import re
from itertools import groupby
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

# A folder for each stylesheet; its parts, in the order of their names.
_STYLES: Final = "assets/styles/"
# A comment and what is empty around it. No text in these stylesheets has such a sign in it.
_COMMENT: Final = re.compile(r"\s*/\*.*?\*/|\n(?=\n)", re.DOTALL)


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Put a file for each stylesheet in the place of its parts."""
    parts = sorted(
        (file for file in files if file.src_uri.startswith(_STYLES)), key=lambda file: file.src_uri
    )
    for name, own in groupby(parts, key=_sheet):
        texts = []
        for part in own:
            texts.append(part.content_string)
            files.remove(part)
        files.append(File.generated(config, f"assets/{name}.css", content=_COMMENT.sub("", "\n".join(texts))))


def _sheet(part: File) -> str:
    return part.src_uri.removeprefix(_STYLES).partition("/")[0]
