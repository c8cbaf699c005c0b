"""What the builder's docstrings show is true; the core's are run in a test of their own, in Pyodide too."""

import doctest
import importlib
import pkgutil

from generator import site


def test_examples_in_the_builders_docstrings_are_true() -> None:
    """Every example gives what it says, and there are some."""
    names = [one.name for one in pkgutil.walk_packages(site.__path__, "generator.site.")]
    results = [doctest.testmod(importlib.import_module(name)) for name in names]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) > 3
