"""The review, measured on drafts that were labelled before the checks were run on them."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.checks import CHECKS, Finding, review
from generator.document import parse_document
from generator.drafts import Draft, read_draft
from generator.interview import Kind

FOLDER = Path(__file__).with_name("drafts")
KEYS = {"kind", "faults", "note", "tone", "interview", "to", "now"}
KINDS: tuple[Kind, ...] = ("thank-you", "follow-up", "second-follow-up", "coordinator", "recruiter")


@dataclass(frozen=True)
class Labelled:
    """A draft with the rules that it breaks."""

    name: str
    draft: Draft
    faults: frozenset[str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the review finds."""
        return review(self.draft)


def read_labelled(path: Path) -> Labelled:
    """Read header lines, an empty line and a draft."""
    head, _, text = path.read_text("utf-8").partition("\n\n")
    header = {
        key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())
    }
    assert header.keys() <= KEYS
    assert header["kind"] in KINDS
    interview = None
    if header.get("interview"):
        interview = parse_document((FOLDER / "interviews" / f"{header['interview']}.json").read_text("utf-8"))
    people = interview.interviewers if interview else ()
    pasted = read_draft(text)
    draft = Draft(
        kind=header["kind"],
        subject=pasted.subject,
        body=pasted.body,
        interview=interview,
        to=next((one for one in people if one.name == header.get("to")), None),
        now=dt.datetime.fromisoformat(header["now"]) if header.get("now") else None,
    )
    return Labelled(
        f"{path.parent.name}/{path.stem}", draft, frozenset(header["faults"].replace(",", " ").split())
    )


DRAFTS = [read_labelled(path) for path in sorted(FOLDER.glob("*/*.txt"))]
FAULTY = [one for one in DRAFTS if one.faults]
GOOD = [one for one in DRAFTS if not one.faults]


def test_the_set_is_large_enough() -> None:
    """At least 100 letters, 42 of them good, and faults of nearly every rule."""
    assert len(DRAFTS) >= 100
    assert len(GOOD) >= 42
    assert len({fault for one in FAULTY for fault in one.faults}) >= 22
    assert {fault for one in FAULTY for fault in one.faults} <= {check.id for check in CHECKS}


@pytest.mark.parametrize("one", FAULTY, ids=lambda one: one.name)
def test_every_fault_is_found(one: Labelled) -> None:
    """Each rule that a draft breaks is among the findings."""
    assert one.faults <= {finding.check for finding in one.findings}


def test_good_letters_are_left_alone() -> None:
    """At most one good letter has any finding."""
    alarmed = {one.name: [finding.message for finding in one.findings] for one in GOOD if one.findings}
    assert len(alarmed) <= 1, alarmed


def test_faulty_letters_have_few_other_findings() -> None:
    """Beside its faults a faulty letter is not scolded: at most one in twenty has a finding too many."""
    extra = {one.name: {finding.check for finding in one.findings} - one.faults for one in FAULTY}
    assert sum(bool(checks) for checks in extra.values()) <= len(FAULTY) // 20, extra
