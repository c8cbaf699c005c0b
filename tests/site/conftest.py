"""Fixtures for tests of the built site."""

from tests.site.built import site_dir  # noqa: F401 - a fixture
