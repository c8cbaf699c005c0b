"""Node's readers: a script that takes everything there is to read at once, since Node takes long to start."""

import json
import subprocess
from pathlib import Path
from typing import Any

from generator.site.tools import node_modules, node_program

HERE = Path(__file__).parent


def ask(script: str, question: object) -> Any:
    """Hand a script of this folder its question as JSON and return its answer."""
    node_modules(HERE)
    result = subprocess.run(
        [node_program(), str(HERE / script)],
        input=json.dumps(question),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
