import re
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.interview import Interview, Interviewer
from generator.letters import REPLIES, REPLY, Letter, one_line, read_by, write_letters
from generator.plan import review_letter
from generator.sentences import unmarked
from tests.property.strategies import Told, interviews, told
from tests.samples import panel

LENGTHS = {"warm": (75, 180), "formal": (75, 180), "brief": (45, 110)}
# Ten properties, thousands of interviews in each run.
many = settings(max_examples=300)
SENTENCE_END = r"[.?!…][\"'”’)]?$"


def paragraphs(letter: Letter) -> list[str]:
    """Return the paragraphs between greeting and name."""
    return letter.body.split("\n\n")[1:-1]


@many
@given(told())
def test_everything_typed_is_in_its_letter(one: Told) -> None:
    """A letter holds everything the person typed for it, as it was meant."""
    for letter in write_letters(one.interview):
        expected = [one.interview.company]
        if letter.kind == "thank-you":
            expected += [*one.own.values(), one.details[int(letter.id.rpartition("-")[2]) - 1]]
        elif letter.kind == "follow-up":
            expected += [one.own["excited_about"]]
        else:
            expected += [one.own["excited_about"], one.own["fit"]]
        for fact in expected:
            assert fact.casefold() in letter.body.casefold()


@many
@given(interviews(anywhere=True), st.text(alphabet="Re: thanks{}\n\ufdd0\ufdd1\ufdd2\x00é", max_size=30))
def test_replies_stay_in_the_thread(interview: Interview, subject: str) -> None:
    """A reply has "Re:" and the subject that the first letter was sent with; all else stays as it is."""
    for letter, own in zip(write_letters(interview), write_letters(interview, subject), strict=True):
        if letter.kind not in REPLIES:
            assert own == letter
        else:
            assert own.body == letter.body
            sent = REPLY.sub("", one_line(unmarked(subject)))
            assert own.subject == (f"Re: {sent}" if sent else letter.subject)


@many
@given(interviews(anywhere=True))
def test_signature_is_last(interview: Interview) -> None:
    """It ends with the name, then the phone and the address where they were typed."""
    contacts = [line for line in (interview.your_phone, interview.your_email) if line]
    for letter in write_letters(interview):
        assert letter.body.split("\n\n")[-1].split("\n") == [interview.your_name, *contacts]


@many
@given(interviews())
def test_shape_of_a_letter(interview: Interview) -> None:
    """A greeting, short paragraphs of closed sentences on one line each, a name; a subject on one line."""
    for letter in write_letters(interview):
        assert re.match(r"Dear \S.*,\n\n", letter.body)
        assert 2 <= len(paragraphs(letter)) <= 5
        for paragraph in paragraphs(letter):
            assert "\n" not in paragraph
            assert re.search(SENTENCE_END, paragraph)
            assert paragraph == " ".join(paragraph.split())
        assert letter.subject == " ".join(letter.subject.split()) != ""


@many
@given(interviews(whole=True))
def test_complete_letters_have_the_right_length(interview: Interview) -> None:
    """75 to 180 words, brief 45 to 110; a follow-up 40 to 120; and the review has nothing to say."""
    for letter in write_letters(interview):
        fewest, most = LENGTHS[interview.tone] if letter.kind == "thank-you" else (40, 120)
        assert fewest <= len(letter.body.split()) <= most
        # A second letter with nothing new in it is asked for news, which nobody has to have.
        without_news = {"do-not-annoy"} if letter.kind == "second-follow-up" and not interview.news else set()
        assert {finding.check for finding in review_letter(letter, interview)} == without_news


@many
@given(interviews(anywhere=True))
def test_no_two_letters_of_a_panel_share_a_sentence(interview: Interview) -> None:
    """Only the greeting's form and the name under them are the same, whatever was typed."""
    letters = [letter for letter in write_letters(interview) if letter.kind == "thank-you"]
    for one, other in combinations(letters, 2):
        # Who has the same name and the same detail is greeted alike, and told so.
        texts = [{sentence.text for sentence in letter.sentences[1:-1]} for letter in (one, other)]
        assert not texts[0] & texts[1]
        assert one.subject != other.subject


@many
@given(interviews())
def test_no_other_interviewer_is_named(interview: Interview) -> None:
    """Nobody else's name stands in the greeting, and each person gets exactly one thank-you."""
    letters = [letter for letter in write_letters(interview) if letter.kind == "thank-you"]
    assert [letter.to for letter in letters] == list(interview.interviewers)
    follow_ups = [letter.to for letter in write_letters(interview) if letter.kind != "thank-you"]
    assert all(person == interview.decider for person in follow_ups)


@many
@given(interviews())
def test_a_missing_answer_is_a_finding(interview: Interview) -> None:
    """What was not typed is found in the review and not made up in the letter."""
    for letter in write_letters(interview):
        found = {finding.check for finding in review_letter(letter, interview)}
        assert ("show-excitement" in found) is (not interview.excited_about)
        if letter.kind == "thank-you":
            assert ("say-why" in found) is (not interview.thankful_for)
            assert ("show-fit" in found) is (not interview.fit)
            assert ("name-a-detail" in found) is (not letter.to.detail)


@many
@given(interviews(anywhere=True))
def test_what_a_letter_may_not_tell_changes_nothing(interview: Interview) -> None:
    """Reviewed with the whole interview, a letter has the findings that it has with what its reader knows."""
    for letter in write_letters(interview):
        assert review_letter(letter, read_by(letter, interview)) == review_letter(letter, interview)


def test_a_key_press_writes_only_what_it_changes() -> None:
    """While one person's detail is typed, the others' letters are the same ones, not written again."""
    before = write_letters(panel("Dana Whitfield", "Tom Okafor", "Lena Fischer"))
    tom = Interviewer(name="Tom Okafor", detail="the new rota")
    after = write_letters(panel("Dana Whitfield", tom, "Lena Fischer"))
    kept = [letter.id for letter, former in zip(after, before, strict=True) if letter is former]
    assert kept == ["thank-you-1", "thank-you-3"]
    assert "the new rota" in after[1].body
