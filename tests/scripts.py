"""What the page's scripts say, for what Python says to be held to it."""

import json
import re
from pathlib import Path
from typing import Any, Final

ASSETS: Final = Path(__file__).parents[1] / "docs/assets"


def told(script: str, name: str) -> Any:
    """Return the value of a script's constant, which is written as JSON."""
    found = re.search(rf"^const {name} = (.*);$", (ASSETS / script).read_text("utf-8"), re.MULTILINE)
    assert found
    return json.loads(found[1])
