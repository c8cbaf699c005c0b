"""Render the templates that the build fills."""

from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket


def render(template: str, **context: Any) -> str:
    """Fill one of `generator/site/templates/`, where a name without a value is an error."""
    return _environment().get_template(template).render(context)


@cache
def _environment() -> Environment:
    # It compiles each template once, and anew when its file has changed.
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class CompiledTemplates(BytecodeCache):
    """What Jinja has compiled of templates, for the next environment with the same options."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it has been compiled as it stands."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._codes[bucket.key, bucket.checksum] = bucket.code
