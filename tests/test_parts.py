"""A letter taken apart: where it greets, what it says, how it ends."""

import pytest

from generator.drafts.parts import Piece, split_letter

HEAD = "Dear Helen,\n\nIt is Monday."
TITLE = "Scheduler for six dental practices in and around Leeds"
SEVEN = "\n".join(f"Line {number}" for number in range(7))


@pytest.mark.parametrize(
    ("body", "greeting"),
    [
        ("Dear Helen,\nhello", "Dear Helen,"),
        ("Hi Helen, thanks for today.", "Hi Helen,"),
        ("Hi Helen - thanks for today.", "Hi Helen -"),
        ("Dear Helen Brandt thank you for today and for all that you said of the rota", "Dear Helen Brandt"),
        ("Good morning Helen!\nThanks", "Good morning Helen!"),
        ("To whom it may concern:\nThanks", "To whom it may concern:"),
        ("Dear Dana, Tom and Aisha,\nThanks", "Dear Dana, Tom and Aisha,"),
        ("Dear Ann, Ben, Cy, Dan, Eve, Flo, Gus, Hal, Ida, Jo, Kit,\nThanks",
         "Dear Ann, Ben, Cy, Dan, Eve, Flo, Gus, Hal, Ida, Jo, Kit,"),
        ("Dear Ann, Ben, Cy, Dan, Eve, Flo, Gus, Hal, Ida, Jo, Kit, Lu,\nThanks", "Dear Ann,"),
        ("Helen\n\nThanks", "Helen"),
        ("Helen,\n\nThanks", "Helen,"),
        ("One two three four\nThanks", "One two three four"),
        ("One two three four five\nThanks", None),
        ("Helen.\n\nThanks", None),
        ("Is it you?\n\nThanks", None),
        ("Thank you,\n\nHelen", None),
        ("12 Mill Lane\nLeeds\n\nDear Helen,\nThanks", "Dear Helen,"),
        (f"{SEVEN}\nDear Helen,\nThanks", "Dear Helen,"),
        (f"{SEVEN}\nLine 7\nDear Helen,\nThanks", "Line 0"),
        ("Hello", "Hello"),
        ("\n \n", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_greeting_is_found(body: str, greeting: str | None) -> None:
    """It is the first line that greets, up to its comma; or a first line of few words and no more."""
    parts = split_letter(body)
    assert (parts.greeting.text if parts.greeting else None) == greeting
    if parts.greeting:
        assert body[slice(*parts.greeting.span)] == greeting


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three! Four… Five", ["One.", "Two?", "Three!", "Four…", "Five"]),
        ("I met Dr. Lee. We sat, e.g. there.", ["I met Dr. Lee.", "We sat, e.g. there."]),
        ("At 5 p.m. we left. It rained.", ["At 5 p.m. we left.", "It rained."]),
        ('She said "yes." Then no.', ['She said "yes."', "Then no."]),
        ("Wait... what?! Yes.", ["Wait...", "what?!", "Yes."]),
        ("今日は。ありがとう！", ["今日は。", "ありがとう！"]),
        ("First\n\nSecond", ["First", "Second"]),
        ("- one\n- two\n2) three", ["- one", "- two", "2) three"]),
        ("A line\nthat goes on. And more", ["A line\nthat goes on.", "And more"]),
        ("J. Smith came.", ["J. Smith came."]),
        ("I met Dana Lee, Ph.D. there. We sat.", ["I met Dana Lee, Ph.D. there.", "We sat."]),
    ],
)
def test_sentences_end_where_a_person_ends_them(text: str, sentences: list[str]) -> None:
    """At a mark, an empty line or the next point of a list, and at no abbreviation; each knows its place."""
    body = f"Dear Helen,\n{text}\n\nKind regards,\nAmara"
    parts = split_letter(body)
    assert [one.text for one in parts.sentences] == sentences
    assert [body[slice(*one.span)] for one in parts.sentences] == sentences


@pytest.mark.parametrize(
    ("end", "valediction", "signature"),
    [
        ("Amara Osei\n+44 20 7946 0123", None, ["Amara Osei", "+44 20 7946 0123"]),
        ("Amara Osei\n\nTel: (020)  7946  0123\n\namara@example.org", None,
         ["Amara Osei", "Tel: (020)  7946  0123", "amara@example.org"]),
        ("Amara\n\none two three four five six seven www.example.org", None,
         ["Amara", "one two three four five six seven www.example.org"]),
        ("Amara\n\none two three four five six seven eight www.example.org", None, []),
        ("Amara\n\nSee www.example.org.", None, []),
        ("Amara\nSent from my phone", None, ["Amara", "Sent from my phone"]),
        ("amara osei", None, ["amara osei"]),
        ("call me soon", None, []),
        ("best amara", None, []),
        ("truly osei", None, []),
        ("amara2 osei", None, []),
        ("Thanks - Amara", "Thanks", ["Amara"]),
        ("Best, Amara\nLeeds", "Best", ["Amara", "Leeds"]),
        ("Thank you again and again for all of your time,\nAmara", None, ["Amara"]),
        ("Thanks for your time and take good care,\nAmara",
         "Thanks for your time and take good care,", ["Amara"]),
        (f"Best wishes,\nAmara Osei\n{TITLE}", "Best wishes,", ["Amara Osei", TITLE]),
        (f"Amara Osei\n{TITLE}", None, ["Amara Osei", TITLE]),
        (f"amara\n{TITLE}", None, ["amara", TITLE]),
        (f"soon\n{TITLE}", None, []),
        (f"Amara Osei\n\n{TITLE}", None, []),
        (f"Amara Osei\n{TITLE},", None, []),
        ("Amara Osei\nI call you tomorrow.", None, []),
        ("Dr. Amara Osei", None, ["Dr. Amara Osei"]),
        ("Amara Osei Jr.", None, ["Amara Osei Jr."]),
        ("Amara Osei M.D.", None, ["Amara Osei M.D."]),
        ("Amara Osei, Ph.D.", None, ["Amara Osei, Ph.D."]),
        ("Amara Osei.", None, []),
        ("Amara!", None, []),
        ("Amara\n--\nAmara Osei\nLeeds", None, ["Amara", "Amara Osei", "Leeds"]),
        ("--\nAmara Osei\nLeeds", None, ["Amara Osei", "Leeds"]),
    ],
)  # fmt: skip
def test_a_signature_is_found(end: str, valediction: str | None, signature: list[str]) -> None:
    """A name, what belongs to it, and the farewell above; words that mean something else are no name."""
    body = f"{HEAD}\n\n{end}"
    parts = split_letter(body)
    assert (parts.valediction.text if parts.valediction else None) == valediction
    assert [one.text for one in parts.signature] == signature
    assert [body[slice(*one.span)] for one in parts.signature] == signature


@pytest.mark.parametrize(
    ("below", "sentences"),
    [
        ("P.S. Mondays are full", ["P.S. Mondays are full"]),
        ("PS: Mondays are full", ["PS: Mondays are full"]),
        ("I forgot the rota, and when will you decide about the role?",
         ["I forgot the rota, and when will you decide about the role?"]),
    ],
)  # fmt: skip
def test_what_stands_below_the_name_is_read(below: str, sentences: list[str]) -> None:
    """A postscript, or a sentence that was thought of later, is no part of the signature."""
    body = f"{HEAD}\n\nBest,\nAmara\n\n{below}"
    parts = split_letter(body)
    assert (parts.valediction, [one.text for one in parts.signature]) == (
        Piece(text="Best,", start=body.index("Best")), ["Amara"],
    )  # fmt: skip
    assert [one.text for one in parts.sentences] == ["It is Monday.", *sentences]
    assert [body[slice(*one.span)] for one in parts.sentences] == ["It is Monday.", *sentences]
