"""What strangers' texts may hold, in every field and file: nothing is executed and nothing crosses over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from generator.form import INTERVIEWER_KEYS, KEYS
from tests.fuzz.claims import answer_to, check_draft, check_fields, check_invitation, check_words, result_of
from tests.property.strategies import json_values
from tests.samples import NOW, fields

# A word that stands nowhere else, and beside it what would do something where it is not just text.
MARK: Final = "Qzwx"
TRICKS: Final = (
    "\r\nBcc: eve@example.org", "\nBcc: eve@example.org", "%0D%0ABcc: eve@example.org",
    "?bcc=eve@example.org",
    "&bcc=eve@example.org&body=hit", "#hit", "\\nBcc: x", "\r\nSUMMARY:hit", "\\nSUMMARY:hit\\n",
    ";TZID=hit", "\x0b",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT", "=?utf-8?q?=0D=0ABcc:_eve=40example.org?=", "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{{ ''.__class__ }}", "{# gone #}", "${7*7}", "<script>hit()</script>", "<img src=x onerror=hit()>",
    "&lt;b&gt;",
    "\u202ehit", "\u2066hit", "\u200bhit", "\ud800", "\udc00", "\x00", "\x85", "\u2028", "\u2029",
    "\ufeff", "\ufdd0",
    "\ufdd1\ufdd2", "\\", ";", ",", ":", '"', "'", "<eve@example.org>", "(comment)", "[", "=3D", "\t",
    "=cmd|' /C calc'!A0", "X" * 600, "9" * 5000, "🙂", "é" * 70, "a" * 998, " " * 40, "%", "%zz", "++",
    "\u00a0",
)  # fmt: skip
TEXTS: Final = sorted({*KEYS} - {"interviewers"})
PEOPLE: Final = [f"interviewers-{place}-{key}" for place in range(2) for key in INTERVIEWER_KEYS]
NAMES: Final = [*TEXTS, *PEOPLE]


def hostile() -> st.SearchStrategy[str]:
    """Make a text with the mark in it and tricks around it, or any text."""
    around = st.lists(st.sampled_from((*TRICKS, MARK, " ")) | st.text(max_size=4), max_size=5)
    return around.map("".join) | around.map(lambda parts: MARK.join(["", *parts]))


def forms() -> st.SearchStrategy[dict[str, str]]:
    """Make the sample form, hostile in some of its fields and with others that do not exist."""
    typed = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), hostile(), max_size=6)
    return typed.map(fields)


@given(forms())
def test_nothing_typed_crosses_fields(typed: dict[str, str]) -> None:
    """No field becomes another header, another part of a link or another line of a calendar."""
    check_fields(typed)


@given(st.sampled_from(sorted(fields())), st.lists(st.sampled_from(TRICKS), max_size=3).map("".join))
def test_what_was_typed_in_one_field_stays_in_it(name: str, trick: str) -> None:
    """A text is in the letters as it was typed, or it has a message and is in none."""
    typed = f"{MARK} {trick}"
    result = check_fields(fields({name: typed}))
    refused = name in result["errors"]
    messages = result["plan"]["messages"] if result["plan"] else []
    assert not refused or MARK not in json.dumps(messages)
    expected = fields({name: "" if refused else typed.strip(" \u00a0")})
    for message in messages:
        assert message["to"]["email"] == expected["interviewers-0-email"]
        assert message["to"]["name"] == expected["interviewers-0-name"]
        assert (MARK in message["mailto"].partition("?")[0]) is (MARK in expected["interviewers-0-email"])


@given(
    st.sampled_from(["thankful_for", "fit", "excited_about", "interviewers-0-detail"]),
    st.sampled_from([one for one in TRICKS if one.startswith(("{", "$", "<", "&"))]),
)
def test_no_template_is_run(name: str, trick: str) -> None:
    """What looks like a template, or like HTML, stands in the letter character by character."""
    result = result_of("plan", fields=fields({name: f"the ward {trick} and the team"}))
    assert any(trick in message["body"] for message in result["plan"]["messages"])


@given(hostile(), hostile())
def test_words_of_a_letter_are_only_words(subject: str, body: str) -> None:
    """Whatever somebody makes of a letter is one subject and one body, in mail, link and calendar."""
    check_words(subject, body, fields())


PARTS: Final = {
    "version": st.just(1),
    "request": st.sampled_from(["plan", "calendars", "letter", "check", "invitation", "prefetch"]),
    "now": st.just(NOW.isoformat()) | st.text(alphabet="0123456789-:TZ+. ", max_size=30),
    "fields": forms(),
    "reviewed": st.booleans(),
    "edits": st.dictionaries(
        st.sampled_from(["thank-you-1", "follow-up"]),
        st.fixed_dictionaries({"subject": hostile(), "body": hostile()}),
    ),
    "subjects": st.lists(
        st.fixed_dictionaries(
            {"kind": st.just("thank-you"), "to": st.just("Dana Whitfield"), "subject": hostile()}
        ),
        max_size=2,
    ),
    "page": hostile(),
    "id": st.sampled_from(["thank-you-1", "follow-up"]) | hostile(),
    "subject": hostile(),
    "body": hostile(),
    "kind": st.sampled_from(["thank-you", "follow-up"]) | hostile(),
    "draft": hostile(),
    "text": hostile(),
    "zone": st.sampled_from(["", "Europe/London"]) | hostile(),
}


@given(
    st.fixed_dictionaries(PARTS), st.dictionaries(st.sampled_from(sorted(PARTS)), json_values(), max_size=2)
)
def test_any_request_is_answered(request: dict[str, Any], changes: dict[str, Any]) -> None:
    """A request with any of its parts hostile or of any type has a result or says what is wrong with it."""
    answer_to(json.dumps(request | changes))


@given(st.lists(st.sampled_from([("[", "]"), ('{"a":', "}")]), max_size=60))
def test_any_depth_is_answered(levels: list[tuple[str, str]]) -> None:
    """Nesting is answered at any depth, in a request and in one of its parts."""
    text = "".join([*(begin for begin, _ in levels), "1", *(end for _, end in reversed(levels))])
    answer_to(text)
    answer_to(text.replace("1", "[" * 50_000))
    answer_to(f'{{"version": 1, "request": "plan", "fields": {text}}}')


@given(st.text("0123456789", min_size=1) | st.integers(4_000, 6_000).map(lambda length: "9" * length))
def test_any_number_is_answered(digits: str) -> None:
    """A number of any length is answered, wherever it stands."""
    for number in (digits, f"-{digits}", f"1e{digits}", f"0.{digits}"):
        for request in (
            number,
            f'{{"version": {number}}}',
            f'{{"version": 1, "request": "plan", "now": {number}}}',
        ):
            assert answer_to(request).keys() == {"version", "error"}


@given(
    st.lists(
        st.sampled_from(TRICKS)
        | st.sampled_from(["Dear Dana,\n\n", "Thank you", "\n", "Subject: "])
        | hostile()
    ).map("".join),
    st.sampled_from(["thank-you", "follow-up"]),
    st.none() | forms(),
)
def test_any_draft_is_reviewed(draft: str, kind: str, typed: dict[str, str] | None) -> None:
    """A draft with anything in it, beside a form with anything in it, has its findings in its own body."""
    check_draft(draft, kind, typed)


INVITATIONS: Final = [
    path.read_bytes() for path in sorted((Path(__file__).parents[1] / "invitations").glob("*.ics"))
]
PIECES: Final = (
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "BEGIN:VCALENDAR", "END:VCALENDAR",
    "RRULE:FREQ=SECONDLY", " ", ":",
    "DTSTART:99999999T999999Z", "DTSTART;TZID=../../etc/passwd:20260305T143000", "DURATION:P9999999D",
    "DTEND:00010101",
    "ATTENDEE;CN=\"Eve\r\n x\":mailto:eve@example.org\r\n", "SUMMARY:{{ 7 * 7 }}",
    "SUMMARY:" + "Interview at " * 30, ";",
    "TZOFFSETTO:+9999", "ORGANIZER;CN=" + "x" * 300 + ":mailto:x@example.org", "\r\n", "\n ", "\\n", "\\",
    '"', "^n",
    "DESCRIPTION:" + "<" * 500, "DESCRIPTION:Company: \\n\\nRole:", "METHOD:CANCEL",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Make an invitation as a calendar wrote it, with pieces of it doubled, left out, moved or replaced."""
    data = draw(st.sampled_from(INVITATIONS))
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        piece = draw(
            st.binary(max_size=8)
            | hostile().map(lambda text: text.encode("utf-8", "surrogatepass"))
            | st.sampled_from(PIECES).map(str.encode)
            | st.just(data[start:end])
        )
        data = data[:start] + piece + data[draw(st.sampled_from([start, end, min(start + 1, len(data))])) :]
    return data


@given(mutated() | st.binary(), st.sampled_from(["", "Europe/London"]), forms())
def test_any_invitation_is_read_or_refused(data: bytes, zone: str, typed: dict[str, str]) -> None:
    """A damaged or made-up invitation gives values that the form takes, or says what to do."""
    check_invitation(data.decode("utf-8", "replace"), zone, typed)
    check_invitation(data.decode("utf-8", "surrogateescape"), zone, {})
