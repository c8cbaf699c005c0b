"""What was typed about an interview is found again in a draft."""

import pytest

from generator.checks import review
from generator.checks.examples import met
from generator.drafts import Draft
from generator.interview import Interviewer, Kind

TYPED: tuple[tuple[str, Kind, str, str, str], ...] = (
    ("say-why", "thank-you", "thankful_for", "Thank you for {}", "Thank you for {}."),
    ("show-fit", "thank-you", "fit", "I would bring {}", "And {}."),
    ("show-excitement", "follow-up", "excited_about", "I am excited about {}", "Then {}."),
    ("do-not-annoy", "second-follow-up", "news", "Since we spoke, I have {}", "Well, {}."),
    ("name-a-detail", "thank-you", "detail", "We talked about {}", "And {}."),
)


@pytest.mark.parametrize(
    ("phrase", "said"), [("today", "Today"), ("your “time”…", 'your "time"'), ("a  good\nday.", "a good day")]
)
@pytest.mark.parametrize("row", TYPED, ids=[row[0] for row in TYPED])
def test_an_answer_is_found_without_its_stem(
    row: tuple[str, Kind, str, str, str], phrase: str, said: str
) -> None:
    """Whatever stands around it in the form, quotes, capitals and spaces too, the answer counts."""
    check, kind, field, stem, sentence = row

    def finds(words: str, **changes: str) -> bool:
        detail = changes.pop("detail", "")
        people = (Interviewer(name="Helen Brandt", detail=detail),)
        known = met(**{"thankful_for": "", "fit": "", "excited_about": ""} | changes, interviewers=people)
        body = f"Dear Helen,\n\nIt is Monday.\n\n{words}\n\nAmara Osei"
        return check in {one.check for one in review(Draft(kind=kind, body=body, **known))}

    words = sentence.format(said)
    assert not finds(words, **{field: stem.format(phrase)})
    assert not finds(words, **{field: phrase})
    assert finds(words)
    assert finds("It rains.", **{field: phrase})
