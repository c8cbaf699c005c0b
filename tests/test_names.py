import pytest

from generator.interview import Tone
from generator.names import greeting_name, plain_name


@pytest.mark.parametrize(
    ("name", "warm", "formal"),
    [
        ("Dana Whitfield", "Dana", "Dana Whitfield"),
        ("Dana", "Dana", "Dana"),
        ("Mary-Jane Watson", "Mary-Jane", "Mary-Jane Watson"),
        ("Siobhán O’Neill", "Siobhán", "Siobhán O’Neill"),
        ("Ólafur Arnalds", "Ólafur", "Ólafur Arnalds"),
        ("Łukasz Żak", "Łukasz", "Łukasz Żak"),
        ("J. R. Whitfield", "J. R. Whitfield", "J. R. Whitfield"),
        ("J Whitfield", "J Whitfield", "J Whitfield"),
        ("JR Whitfield", "JR", "JR Whitfield"),
        ("Ms Whitfield", "Ms Whitfield", "Ms Whitfield"),
        ("Ms. Dana Whitfield", "Ms. Whitfield", "Ms. Whitfield"),
        ("dr. dana whitfield", "dr. whitfield", "dr. whitfield"),
        ("Dr Ana de la Cruz, PhD", "Dr de la Cruz", "Dr de la Cruz"),
        ("Prof. Dr. Ludwig van Beethoven", "Prof. Dr. van Beethoven", "Prof. Dr. van Beethoven"),
        ("Mx Sam Okafor", "Mx Okafor", "Mx Okafor"),
        ("Dr Dana Whitfield-Jones", "Dr Whitfield-Jones", "Dr Whitfield-Jones"),
        ("Sir Alan de Groot", "Sir Alan", "Sir Alan"),
        ("Dame Judi Dench", "Dame Judi", "Dame Judi"),
        ("Professor Sir Alan de Groot", "Professor Sir Alan", "Professor Sir Alan"),
        ("Dr", "Dr", "Dr"),
        ("山田 太郎", "山田 太郎", "山田 太郎"),
        ("محمد الفاسي", "محمد الفاسي", "محمد الفاسي"),
        ("Иван Петров", "Иван Петров", "Иван Петров"),
        ("Ελένη Παππά", "Ελένη Παππά", "Ελένη Παππά"),
        ("Dr 王小明", "Dr 王小明", "Dr 王小明"),
        ("김민준", "김민준", "김민준"),
        ("Whitfield, Dana", "Dana", "Dana Whitfield"),
        ("van der Berg, Jan", "Jan", "Jan van der Berg"),
        ("Whitfield, PhD", "Whitfield", "Whitfield"),
        ("Whitfield, Manager", "Whitfield", "Whitfield"),
        ("DUPONT Marie", "Marie", "Marie DUPONT"),
        ("DANA WHITFIELD", "DANA", "DANA WHITFIELD"),
        ("Zhang Wei", "Zhang Wei", "Zhang Wei"),
        ("Ms Li Wei", "Ms Li Wei", "Ms Li Wei"),
        ("Kim Min-jun", "Kim Min-jun", "Kim Min-jun"),
        ("Kim Walters", "Kim", "Kim Walters"),
        ("Nguyễn Văn An", "Nguyễn Văn An", "Nguyễn Văn An"),
        ("Ms O'Neill-De Vries", "Ms O'Neill-De Vries", "Ms O'Neill-De Vries"),
        ("smith, john", "john", "john smith"),
        ("Dana / Tom", "Dana / Tom", "Dana / Tom"),
        ("Dana, Tom and Ali", "Dana, Tom and Ali", "Dana, Tom and Ali"),
        ("Hiring Manager", "Hiring Manager", "Hiring Manager"),
        ("Major Tom", "Major Tom", "Major Tom"),
        ("Dana?", "Dana", "Dana"),
        ("Mr Smith.", "Mr Smith", "Mr Smith"),
        ("Dana – HR manager", "Dana", "Dana"),
        ("Nguyen Thi Minh Khai", "Nguyen Thi Minh Khai", "Nguyen Thi Minh Khai"),
    ],
)
def test_greeting_by_name_as_typed(name: str, warm: str, formal: str) -> None:
    """A typed title stays with the family name; else the first name, or all of it: formal or not Latin."""
    found: dict[Tone, str] = {tone: greeting_name(name, tone) for tone in ("warm", "brief", "formal")}
    assert found == {"warm": warm, "brief": warm, "formal": formal}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dana Whitfield (she/her)", "Dana Whitfield"),
        ("Dana Whitfield [HR]", "Dana Whitfield"),
        ("Dana Whitfield, MBA, PMP", "Dana Whitfield"),
        ("Dana Whitfield, Head of Nursing", "Dana Whitfield"),
        ("Whitfield, RN", "Whitfield"),
        ("Dana Whitfield 🙂", "Dana Whitfield"),
        ("🚀 Dana ❤️ Whitfield", "Dana Whitfield"),
        ("👩🏽\u200d💻 Dana", "Dana"),
        ("  Dana   Whitfield ", "Dana Whitfield"),
        ("(Dana)", "(Dana)"),
        ("🙂", "🙂"),
        ("O'Brien", "O'Brien"),
        ("Dana “Dee” Whitfield", "Dana “Dee” Whitfield"),
    ],
)
def test_what_is_not_a_name_is_left_out(name: str, expected: str) -> None:
    """Pronouns in brackets, degrees and jobs after a comma and pictures are no part of a greeting."""
    assert plain_name(name) == expected


@pytest.mark.parametrize("tone", ["warm", "formal", "brief"])
@pytest.mark.parametrize("name", [",", "()", "(", "...", "🙂", "Dr", "-", "𝕯𝖆𝖓𝖆", "1"])
def test_greeting_is_never_empty(name: str, tone: Tone) -> None:
    """Whatever was typed as a name, the greeting has something to say."""
    assert greeting_name(name, tone).strip()


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Dr Martin King Jr.", "Dr King"),
        ("Mr Sam Smith III", "Mr Smith"),
        ("Mr van Dyk", "Mr van Dyk"),
        ("van Dyk", "van Dyk"),
        ("The hiring team", "The hiring team"),
        ("Frau Müller", "Frau Müller"),
        ("Lt. Dan Taylor", "Lt. Dan Taylor"),
        ("Mr. & Mrs. Smith", "Mr. & Mrs. Smith"),
    ],
)
def test_in_doubt_the_whole_name_greets(name: str, greeted: str) -> None:
    """Nobody is called by a suffix, a particle, an article or a title alone."""
    assert greeting_name(name, "warm") == greeted
