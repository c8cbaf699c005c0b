import pytest

from generator.drafts import addressee, read_draft
from generator.drafts.whom import is_named, names_of
from generator.interview import Interviewer, Kind
from tests.samples import panel

RUTH_AND_PAUL = panel("Ruth Adler", Interviewer(name="Paul Marsh", decides=True))


@pytest.mark.parametrize(
    ("kind", "draft", "whom"),
    [
        pytest.param("thank-you", "Dear Ruth,", "Ruth Adler", id="who-is-greeted"),
        pytest.param("thank-you", "To: Ruth Adler\n\nDear Paul,", "Ruth Adler", id="who-stands-in-to"),
        pytest.param("thank-you", "To: office@example.com\n\nDear Paul,", "Paul Marsh", id="to-names-nobody"),
        pytest.param("thank-you", "To: Ruth, Paul\n\nDear Ruth,", "Ruth Adler", id="to-names-both"),
        pytest.param("thank-you", "Dear Ruth and Paul,", None, id="a-thank-you-that-greets-both"),
        pytest.param("thank-you", "Thank you for today.", None, id="a-thank-you-that-greets-nobody"),
        pytest.param("thank-you", "", None, id="nothing"),
        pytest.param("follow-up", "Dear Ruth,", "Ruth Adler", id="a-follow-up-to-another"),
        pytest.param("follow-up", "Dear Ruth and Paul,", None, id="a-follow-up-that-greets-both"),
        pytest.param("follow-up", "Hello,", "Paul Marsh", id="a-follow-up-goes-to-the-decider"),
        pytest.param("follow-up", "Is there any news?", "Paul Marsh", id="a-follow-up-that-greets-nobody"),
    ],
)  # fmt: skip
def test_a_draft_is_for_whom_it_names(kind: Kind, draft: str, whom: str | None) -> None:
    """The ``To`` line is asked first, then the greeting; only a follow-up that names nobody has a default."""
    person = addressee(RUTH_AND_PAUL, kind, read_draft(draft))
    assert (person.name if person else None) == whom


def test_who_met_one_person_writes_to_them() -> None:
    """With one interviewer there is nobody else, whatever the greeting says."""
    person = addressee(panel("Ruth Adler"), "thank-you", read_draft("Dear Sir or Madam,"))
    assert person
    assert person.name == "Ruth Adler"


NAMED = (
    ("Ann Marsh", "Dear Ann,"), ("Una Lark", "Hello UNA"), ("Mary Ann", "Dear Mary\nAnn,"),
    ("山田太郎", "山田太郎様"), ("J. P.", "Dear J.  P.,"), ("De La", "Dear De\nLa,"),
)  # fmt: skip
NOT_NAMED = (
    ("Ann Kowal", "Dear Joann,"), ("Ann Brandt", "Dear Anne,"), ("K. P.", "Dear K.,"),
    ("Dr. Dana Whitfield", "Dear Dr. Khan,"), ("Ludwig van Aken", "Dear Mr. van der Berg,"),
    ("Tom Reyes Jr.", "Dear Sam Jr.,"), ("Kim Reyes, Ph.D.", "Lee Marsh, Ph.D."),
    ("Max M.B.A. Reyes", "Dear Lee M.B.A.,"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [*NAMED, *NOT_NAMED])
def test_a_person_is_named_by_words_that_are_their_own(name: str, text: str) -> None:
    """A whole word of the name will do, but no title, particle or suffix that others have too."""
    assert is_named(name, text) is ((name, text) in NAMED)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Dear Dr. Lee and team,", ["Lee"]),
        ("Dear Ph.D. Lee.", ["Lee"]),
        ("Dear Dana and tom,", ["Dana"]),
        ("hi dana,", ["dana"]),
        ("hi hope,", ["hope"]),
        ("hi ann, ben and cleo,", ["ann", "ben", "cleo"]),
        ("hi ann, ben, cleo and dora,", []),
        ("dear respected members,", []),
        ("Dear [Name],", []),
    ],
)
def test_names_in_a_line_are_told_from_other_words(line: str, names: list[str]) -> None:
    """Words with a capital, else up to three that have no other meaning in a letter; never a title."""
    assert names_of(line) == names
