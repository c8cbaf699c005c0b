"""Lighthouse has nothing to say against a page but, on a slow machine, its speed."""

from pathlib import Path
from typing import Final

import pytest

from tests.pages.lighthouse import look_at
from tests.pages.pages import Page, assert_none

pytestmark = pytest.mark.browser

CATEGORIES: Final = ["accessibility", "best-practices", "seo"]


def test_every_page_has_full_marks(site_dir: Path, pages: list[Page], subtests: pytest.Subtests) -> None:
    """Accessibility, best practices and SEO are 100 on each page, in the profile of a phone."""
    for run in look_at(site_dir, [page.path for page in pages], categories=CATEGORIES):
        with subtests.test(f"/{run.path}"):
            assert_none(run.faults)
            assert run.scores == dict.fromkeys(CATEGORIES, 100)
