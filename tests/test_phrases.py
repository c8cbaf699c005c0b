import pytest

from generator.phrases import end_sentence, fit_phrase, fit_role, sentence_case, short_role


@pytest.mark.parametrize(
    ("stem", "typed", "expected"),
    [
        ("thankful_for", "showing me round", "showing me round"),
        ("thankful_for", "Thank you for showing me round", "showing me round"),
        ("thankful_for", "thank you so much for the tour", "the tour"),
        ("thankful_for", "Thanks for the tour", "the tour"),
        ("thankful_for", "for the tour", "the tour"),
        ("thankful_for", "forty minutes of your time", "forty minutes of your time"),
        ("fit", "I would bring ten years", "ten years"),
        ("fit", "I'd bring ten years", "ten years"),
        ("fit", "I’ll bring ten years", "ten years"),
        ("fit", "i bring ten years", "ten years"),
        ("fit", "bring ten years", "ten years"),
        ("excited_about", "excited about the lab", "the lab"),
        ("detail", "talking about the lab", "the lab"),
        ("excited_about", "I am excited about the lab", "the lab"),
        ("excited_about", "I'm really excited by the lab", "the lab"),
        ("excited_about", "about the lab", "the lab"),
        ("detail", "I enjoyed talking about the lab", "the lab"),
        ("detail", "I really enjoyed chatting with you about the lab", "the lab"),
        ("detail", "About the lab", "the lab"),
        ("detail", "aboutness in late Kant", "aboutness in late Kant"),
    ],
)
def test_stem_is_not_said_twice(stem: str, typed: str, expected: str) -> None:
    """A phrase that repeats its stem, in any of the usual ways, loses it."""
    assert fit_phrase(typed, stem) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the tour.", "the tour"),
        ("the tour ...", "the tour"),
        ("the tour, ", "the tour"),
        ("the tour;", "the tour"),
        ("  the   tour ", "the tour"),
        ('"the tour"', "the tour"),
        ("“the tour.”", "the tour"),
        ('"the tour".', "the tour"),
        ("'the tour'", "the tour"),
        ("what comes next?", "what comes next?"),
        ("the tour!", "the tour!"),
        ("", ""),
        (".", ""),
        ("Thank you for", ""),
    ],
)
def test_ends_are_made_to_fit(typed: str, expected: str) -> None:
    """Spaces, outer quotes and a closing mark go; a question or an exclamation is kept."""
    assert fit_phrase(typed, "thankful_for") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "“Clean Code” and “Refactoring”",
        '"Emma" or "Persuasion"',
        "'tis the season' and 'tis not'",
        "“Emma”, twice",
    ],
)
def test_quotes_inside_stay(typed: str) -> None:
    """Quotes go only as a pair around the whole; two quoted titles keep theirs."""
    assert fit_phrase(typed, "detail") == typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The tour of the lab", "the tour of the lab"),
        ("Your openness", "your openness"),
        ("A tour", "a tour"),
        ("How the night team works", "how the night team works"),
        ("Showing me round", "showing me round"),
        ("Working on trains", "working on trains"),
        ("Paris in the spring", "Paris in the spring"),
        ("IT at this size", "IT at this size"),
        ("WHO guidelines", "WHO guidelines"),
        ("Beijing in winter", "Beijing in winter"),
        ("Boeing and Airbus", "Boeing and Airbus"),
        ("Spring Boot at scale", "Spring Boot at scale"),
        ("Kubernetes", "Kubernetes"),
        ("iOS work", "iOS work"),
        ("École Normale", "École Normale"),
        ("Ökologie", "Ökologie"),
    ],
)
def test_only_the_capital_of_a_first_word_goes(typed: str, expected: str) -> None:
    """A capital goes where it only began what was typed; names and abbreviations keep theirs."""
    assert fit_phrase(typed, "detail") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("I met you", "I met you."),
        ("I met you.", "I met you."),
        ("Acme Inc.", "Acme Inc."),
        ("Is it?", "Is it?"),
        ("at Yahoo!", "at Yahoo!"),
        ("and so on…", "and so on…"),
        ("I read “Emma.”", "I read “Emma.”"),
        ("I read “Emma”", "I read “Emma”."),
        ("(as ever.)", "(as ever.)"),
        ("  two   spaces ", "two spaces."),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_sentence_is_closed_once(typed: str, expected: str) -> None:
    """A sentence ends with exactly one mark."""
    assert end_sentence(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ward nurse", "ward nurse role"),
        ("The ward nurse position", "ward nurse position"),
        ("Signal Engineer role", "Signal Engineer role"),
        ("the internship", "internship"),
        ("Summer Internship", "Summer Internship"),
        ("Head of IT.", "Head of IT role"),
        ("theatre nurse", "theatre nurse role"),
        ("Registered Nurse (Band 5)", "Registered Nurse (Band 5) role"),
        ("C++ developer", "C++ developer role"),
    ],
)
def test_role_fits_behind_an_article(typed: str, expected: str) -> None:
    """A role gets the word "role" unless it says so itself, and loses an article of its own."""
    assert fit_role(typed) == expected


def test_a_role_of_marks_alone_is_kept() -> None:
    """What would leave nothing is kept as it was typed."""
    assert short_role("...") == "..."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("ward nurse", "Ward nurse"), ("iOS developer", "iOS developer"), ("élève", "Élève"), ("2nd cook",
     "2nd cook"),
     ("", ""), ("看護師", "看護師")],
)  # fmt: skip
def test_first_letter_of_a_subject(typed: str, expected: str) -> None:
    """A subject begins with a capital unless its first word has a spelling of its own."""
    assert sentence_case(typed) == expected
