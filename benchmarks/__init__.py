"""Measure how fast the writing page starts, in the browsers of this machine: `nox -s bench`."""
