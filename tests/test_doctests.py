import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import generator
from generator.plan import make_plan

# The command and the builder are no part of what runs in the browser.
NOT_CORE = frozenset({"generator.__main__", "generator.cli", "generator.site"})


def core_modules() -> list[ModuleType]:
    """Import every module of the core."""
    found = pkgutil.walk_packages(generator.__path__, "generator.")
    names = [one.name for one in found if not any(one.name.startswith(other) for other in NOT_CORE)]
    return [importlib.import_module(name) for name in names]


@pytest.mark.skipif(make_plan.__doc__ is None, reason="this byte code has no docstrings")
def test_examples_in_docstrings_are_true() -> None:
    """Every example in the core's docstrings gives what it says, and there are some."""
    results = [doctest.testmod(module) for module in core_modules()]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) > 10
