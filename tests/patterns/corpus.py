"""Everything that the tests have for the core to read: it reaches each place where a pattern is used."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.checks import CHECKS
from generator.document import parse_document
from generator.guesses import Known, guess_from_title
from generator.plan import make_plan
from tests.fuzz.claims import check_draft
from tests.fuzz.targets import document, draft, form, invitation, wire
from tests.fuzz.text import bytes_of, written
from tests.samples import NOW, fields

ROOT: Final = Path(__file__).parents[2]
TITLES: Final = ("Interview for Acme", "Interview for clown at Acme")
FORMS: Final[tuple[dict[str, str], ...]] = ({"excited_about": "to join the ward"},)
DRAFTS: Final = ("Dear Dana,\n\nI enjoyed discussing the role with Vexley Hill.\n\nAmara Cole",)


def ask_everything() -> None:
    """Put all of it to the core."""
    for target in (wire, form, draft, invitation, document):
        for seed in target.seeds():
            target.one(seed)
    _plan_everything()
    _review_everything()
    # What none of those has.
    for title in TITLES:
        guess_from_title(title, Known(frozenset(), frozenset({"acme"})))
    for changes in FORMS:
        form.one(bytes_of(written(fields(changes))))
    for text in DRAFTS:
        check_draft(text, "thank-you", fields())


def _plan_everything() -> None:
    for folder in ("tests/golden", "docs/examples", "docs/moments", "tests/drafts/interviews"):
        for path in sorted((ROOT / folder).rglob("*.json")):
            if path.name != "plan.json":
                make_plan(parse_document(path.read_text("utf-8")), now=NOW)


def _review_everything() -> None:
    for check in CHECKS:
        for example in (*check.failing, *check.passing):
            for one in CHECKS:
                list(one.find(example.draft))
