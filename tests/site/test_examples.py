"""The examples: documents that make good letters, and pages that show just these letters."""

import re
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

import pytest
from mkdocs.utils.meta import get_data

from generator.plan import Message, Plan
from generator.site.examples import fill_marks, guide_rules, plan_of, read_parts, render_anatomy
from generator.site.tools import BuildError
from tests.site.test_guide import RULES, Tags

DOCS: Final = Path(__file__).parents[2] / "docs"
EXAMPLES: Final = DOCS / "examples"
NAMES: Final = sorted(path.stem for path in EXAMPLES.glob("*.json"))
# What each guide page takes apart.
TAKEN_APART: Final = {"thank-you": "thank-you-1", "follow-up": "follow-up"}


def plan(name: str) -> Plan:
    """Plan an example."""
    return plan_of(EXAMPLES / f"{name}.json")


def message(name: str, message_id: str) -> Message:
    """Return one letter of an example."""
    return next(one for one in plan(name).messages if one.letter.id == message_id)


def text_of(html: str) -> str:
    """Return what a page says, without its tags and line breaks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def ids(path: Path) -> set[str | None]:
    """Return the ids on a page."""
    return {attributes.get("id") for _, attributes in Tags(path.read_text()).found}


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_breaks_a_rule(name: str) -> None:
    """Each example is a document as the form keeps it, and the review finds nothing in its letters."""
    made = plan(name)
    assert made.interview.id == f"example-{name}"
    assert [finding for one in made.messages for finding in one.findings] == []
    assert all(one.step for one in made.messages)


def test_examples_are_from_many_walks_of_life() -> None:
    """At least ten, in each tone, of panels, agencies, repairs and second follow-ups."""
    made = [plan(name) for name in NAMES]
    assert len(made) >= 10
    assert {one.interview.tone for one in made} == {"warm", "formal", "brief"}
    assert {"recruiter", "repair", "same-day-decision"} <= {one.interview.situation for one in made}
    assert 4 in {len(one.interview.interviewers) for one in made}
    assert any(one.interview.time_frame_ends and one.interview.second_follow_up for one in made)


@pytest.mark.parametrize("name", NAMES)
def test_each_example_has_its_page(name: str) -> None:
    """A page of the document's name says what it is and asks for its letters; the list leads to it."""
    page, meta = get_data((EXAMPLES / f"{name}.md").read_text())
    assert page.startswith(f"# {meta['title']}\n")
    assert 80 <= len(meta["description"]) <= 160
    assert f"<!-- letters: examples/{name}.json -->" in page
    assert page.count("made up") == 1
    listed = (EXAMPLES / "index.md").read_text().split("## ")
    # By the work: once.
    assert listed[1].count(f"({name}.md)") == 1


@pytest.mark.site
@pytest.mark.parametrize("name", NAMES)
def test_the_page_shows_the_letters_of_the_plan(site_dir: Path, name: str) -> None:
    """Every letter, word by word, and the way to the form with its answers."""
    html = (site_dir / f"examples/{name}/index.html").read_text()
    said = text_of(html)
    for one in plan(name).messages:
        assert " ".join(one.letter.body.split()) in said
        assert one.letter.subject in said
    assert ("a", {"class": "button", "href": f"../../write/#example={name}"}) in Tags(html).found
    assert (site_dir / f"examples/{name}.json").read_bytes() == (EXAMPLES / f"{name}.json").read_bytes()


@pytest.mark.site
@pytest.mark.parametrize("page", TAKEN_APART)
def test_each_sentence_is_tied_to_its_rule(site_dir: Path, page: str) -> None:
    """The anatomy has the letter's sentences in order, each followed by the heading of the rule it keeps."""
    letter = message("clinic-reception", TAKEN_APART[page]).letter
    figure = re.search(
        r'<figure class="anatomy">.*?</figure>', (site_dir / page / "index.html").read_text(), re.DOTALL
    )
    assert figure
    read = re.findall(r'<mark>(.*?)</mark>.*?<a href="([^"]+)"', figure[0], re.DOTALL)
    # The subject first, and then all that the body says.
    assert unescape(read[0][0]) == letter.subject
    found = iter(read[1:])
    text, href = "", ""
    for sentence in letter.sentences:
        if not text:
            text, href = next(found)
            text = unescape(text)
        assert text.startswith(sentence.text)
        text = text.removeprefix(sentence.text).strip()
        target = urlsplit(urljoin(f"/{page}/", href))
        assert target.fragment == sentence.rule
        assert target.fragment in ids(site_dir / target.path.strip("/") / "index.html")
    assert not text
    assert next(found, None) is None


@pytest.mark.parametrize("page", RULES)
def test_all_rules_are_read_from_the_guide(page: str) -> None:
    """Each rule's heading and first sentence is found; of two, the one on the letter's own page."""
    rules = guide_rules(DOCS, follow_up_first=page == "follow-up")
    assert RULES["thank-you"] | RULES["follow-up"] == {*rules, "by-hand"}
    assert rules["show-excitement"].href == f"{page}/#show-excitement"
    assert all(rule.why.endswith((".", "?")) for rule in rules.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_can_be_taken_apart(name: str) -> None:
    """No sentence keeps a rule that the guide does not have, and no sentence is lost."""
    made = plan(name)
    for one in made.messages:
        html = render_anatomy(one, made, DOCS, root="../")
        for sentence in one.letter.sentences:
            assert " ".join(sentence.text.split()) in text_of(re.sub("<sup.*?</sup>", "", html))


def test_what_a_person_typed_is_marked_as_theirs() -> None:
    """A part knows the stems that were finished for it; a rule is told in full only once."""
    rules = guide_rules(DOCS, follow_up_first=False)
    made = {
        "body": "Dear Ann,\n\nThank you. I liked it. I liked the ward.",
        "sentences": [
            {"rule": "name-people", "fields": ["interviewers-0-name"], "span": [0, 9]},
            {"rule": "say-why", "fields": ["thankful_for"], "span": [11, 21]},
            {"rule": None, "fields": [], "span": [22, 33]},
            {"rule": "say-why", "fields": ["interviewers-0-detail"], "span": [34, 51]},
        ],
    }
    greeting, text = read_parts(made, rules)
    assert [(part.number, part.stems, part.again) for part in (*greeting, *text)] == [
        (1, (), False),
        (2, ("Thank you for",), False),
        (0, (), False),
        (3, ("I enjoyed talking about",), True),
    ]


@pytest.mark.parametrize("page", TAKEN_APART)
def test_strong_lines_are_from_the_letter(page: str) -> None:
    """What the guide shows as strong beside a rule is what the letter says to keep it."""
    letter = message("clinic-reception", TAKEN_APART[page]).letter
    strong = {}
    for section in re.split(r"^### ", (DOCS / f"{page}.md").read_text(), flags=re.MULTILINE):
        rule = re.search(r"\{ #([\w-]+) \}", section)
        line = re.search(r"\*\*Strong\*\* (.+)", section)
        if rule and line:
            strong[rule[1]] = line[1]
    # The greeting names people already, and no date was named.
    kept = {sentence.rule for sentence in letter.sentences} & set(strong) - {"name-people"}
    assert len(kept) >= 4
    for rule_id in kept:
        assert strong[rule_id] in letter.body


def test_an_unknown_letter_stops_the_build() -> None:
    """A mark that asks for a letter that the document does not make is an error, not a gap."""
    with pytest.raises(BuildError, match="thank-you-9"):
        fill_marks("<!-- letter: examples/clinic-reception.json thank-you-9 -->", docs=DOCS, root="../")


def test_a_document_that_is_none_stops_the_build(tmp_path: Path) -> None:
    """The error names the document as well as its field."""
    (tmp_path / "bad.json").write_text('{"your_nam": "Amara"}', "utf-8")
    with pytest.raises(BuildError, match=r"(?s)bad\.json: .*your_nam: There is no field"):
        plan_of(tmp_path / "bad.json")
