import pytest

from generator.drafts.cues import Cues
from generator.drafts.html import without_marks


@pytest.mark.parametrize(
    ("cues", "text", "there"),
    [
        ("next step", "The NEXT\n  step", "next\n  step"),
        ("next step", "next steps", None),
        ("one  two\nthree", "three two", "three"),
        ("(glad|happy) to", "I am happy to", "happy to"),
        ("(glad|\n    happy) to", "I am happy to", "happy to"),
        ("(glad|\n    happy) to", "happy", None),
        ("(a )?few", "few", "few"),
        ("(a )?few", "a few", "a few"),
        ("follow ?up", "followup", "followup"),
        ("follow ?up", "follow up", "follow up"),
        ("thank~", "thankfulness", "thankfulness"),
        ("thank~", "thank", "thank"),
        ("thank~", "thank-you's", "thank-you's"),
        ("thank~", f"thank{'s' * 41}", None),
        ("thank~", f"thank{'s' * 40}", f"thank{'s' * 40}"),
        ("glad * join", "glad join", "glad join"),
        ("glad * join", "glad that i'd join", "glad that i'd join"),
        ("glad * join", "glad one two three join", "glad one two three join"),
        ("glad * join", "glad one two three four join", None),
        ("glad * join", "glad, one join", None),
        ("if ... help", "if it, as they say, would help", "if it, as they say, would help"),
        ("if ... help", "if it would. help", None),
        ("if ... help", "iffy help", None),
        ("if ... help", f"if {'x' * 58} help", f"if {'x' * 58} help"),
        ("if ... help", f"if {'x' * 59} help", None),
        ("deadline", "deadline-tracking", None),
        ("deadline", "a self-deadline", None),
        ("deadline", "deadlines", None),
        ("deadline", "the deadline – now", "deadline"),
        ("could", "couldn't", None),
        ("could", "could't", None),
        ("Deadline", "a deadline", "deadline"),
    ],
)
def test_cues_match_what_they_are_written_for(cues: str, text: str, there: str | None) -> None:
    """Each sign of the language, in what it finds and what it leaves."""
    found = Cues(cues).search(text)
    assert (found[0] if found else None) == there


def test_a_cue_is_at_its_place_behind_any_letter() -> None:
    """One capital has two small letters, and what is found behind it still stands where it stood."""
    text = "İİ thanks, THANKS"
    cues = Cues("thank~")
    assert [found.span() for found in cues.each(text)] == [(3, 9), (11, 17)]
    first = cues.search(text, 5)
    assert first
    assert first.start() == 11
    assert cues.match(text) is None
    assert cues.match("Thanks") is not None
    assert cues.left_out("Thanks for it, and thanks again.") == "  for it, and   again."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<P>Tea &AMP; milk<BR>now", "   Tea &     milk\n   now"),
        ("I&rsquo;m &#39;in&#39; <b>it</b>", "I'      m '    in'        it    "),
        ("a &lt; b", "a <    b"),
        ("a & b < c", "a & b < c"),
        ("<style>p { margin: 0 }</style>Tea", " " * 30 + "Tea"),
        ("<ul><li>one</li></ul>", "        one\n         "),
        ("&hellip;&nbsp;", "…             "),
    ],
)
def test_marks_of_html_leave_each_word_in_its_place(html: str, text: str) -> None:
    """A mark is as many spaces, a line end where a line ends, or the sign that it stands for."""
    assert without_marks(html) == text
