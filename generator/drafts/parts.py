"""A letter taken apart: greeting, sentences and signature, each with its place in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.drafts.cues import word_list
from generator.drafts.vocabulary import ORDINARY
from generator.names import PARTICLES

GREETING_WORD = re.compile(
    r"(?:dear|hi|hiya|hello|hey|hallo|greetings|to whom|good (?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)
GREETING_END = re.compile(r"[,:;!–—]|\s-\s")
THANKS = re.compile(r"(?:many )?thank", re.IGNORECASE)
MOST_GREETING_WORDS, MOST_BARE_GREETING_WORDS, MOST_HEAD_LINES = 12, 4, 8
# Words whose full stop does not end a sentence.
ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|st|rev|sr|jr|inc|ltd|co|no|vs|e\.g|i\.e|a\.m|p\.m|approx|dept"
    r"|ph\.d|(?:[^\W\d_]\.){0,3}[^\W\d_])\.$",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(
    r"(?<![.?!…])[.?!…]+[\"')]*(?=\s|$)|[。！？]+[」』\"')]*|\n(?=[ \t]*(?:\n|(?:[-*•–]|\d{1,2}[.)])\s))"
)
CLAUSE_END = re.compile(r"[,;:()–—]\s|\s[–—-]\s|(?<![.?!…])[.?!…]+[\"')]*$")
# A line such as "With kind regards", and what makes it one.
FAREWELL_WORDS = word_list("""
    with my many much kind kindest kindly warm warmest warmly best all the very yours most sincere
    sincerely respectfully respect faithfully truly gratefully cordial cordially regards wishes thanks
    thank thankfully you again so once more and in advance cheers appreciation gratitude take care good
    for your time greetings
""")
NOT_RARE = ORDINARY | FAREWELL_WORDS
FAREWELLS = FAREWELL_WORDS - word_list("""
    with my many much all the very most you again so once more and in take for your time good
""")
# "Best, Amara" or "Thanks - Amara" on one line.
FAREWELL_END = re.compile(r",|\s[-–—]|[–—]")
MOST_FAREWELL_WORDS = 8
WORD = re.compile(r"[^\W\d_]+")
# What stands under a name: a number, an address, a place on the web, what a phone adds.
CONTACT = re.compile(
    r".*(?:@|https?:|www\.|linkedin|\.com\b|sent from my|get outlook).*"
    r"|\W*(?:[a-z. ]{1,12}[:.]?\s?)?[+(]?\d[\d\s()./+-]{5,}",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"(?:p\.? ?)?p\.? ?s\b", re.IGNORECASE)
# Lines that stand together.
PARAGRAPH = re.compile(r"(?:.++\n?+)++")
EMPTY_LINE = re.compile(r"\n[ \t]*\n")
# What a mail program puts above a signature that it adds.
DASHES = re.compile(r"[-–—_*=~]{2,}")
# Paragraphs of one plan and a little more: a key press changes few of them.
MOST_REMEMBERED = 256
MOST_SIGNATURE_LINES, MOST_SIGNATURE_WORDS, MOST_NAME_WORDS, MOST_SMALL_NAME_WORDS = 7, 8, 4, 3


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some text of a letter and where it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)

    @property
    def span(self) -> tuple[int, int]:
        """From and to."""
        return self.start, self.end

    def part(self, start: int, end: int | None = None) -> Piece:
        """Return what stands between two places in it, without the spaces around."""
        text = self.text[start:end]
        return Piece(text=text.strip(), start=self.start + start + len(text) - len(text.lstrip()))

    def clause(self, start: int, end: int) -> Piece:
        """Return the clause around two places in it, without the mark that ends it."""
        begins = max((mark.end() for mark in CLAUSE_END.finditer(self.text, 0, start)), default=0)
        closes = CLAUSE_END.search(self.text, end)
        return self.part(begins, closes.start() if closes else None)

    @cached_property
    def words(self) -> list[str]:
        """Its words, as a person counts them."""
        return self.text.split()


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A letter taken apart.

    ``sentences`` are those between greeting and signature, then a postscript's; ``valediction`` is a line
    such as "Kind regards", ``signature`` the lines behind it, contacts and all.
    """

    greeting: Piece | None
    sentences: tuple[Piece, ...]
    valediction: Piece | None
    signature: tuple[Piece, ...]


def split_letter(body: str) -> Parts:
    r"""Take a body with LF line ends apart.

    >>> parts = split_letter("Dear Dana,\n\nThank you. I met Dr. Lee.\n\nBest,\nAmara")
    >>> [piece.text for piece in parts.sentences], [piece.text for piece in parts.signature]
    (['Thank you.', 'I met Dr. Lee.'], ['Amara'])
    """
    whole = Piece(text=body, start=0)
    rows = (whole.part(*row.span()) for row in re.finditer(r"[^\n]+", body))
    lines = [row for row in rows if row.text]
    greeting = _greeting(lines)
    begins = greeting.end if greeting else 0
    after = [line for line in lines if line.start >= begins]
    postscript = next(
        (place for place, line in enumerate(after) if place and POSTSCRIPT.match(line.text)), len(after)
    )
    valediction, signature = _signature(after[:postscript], body)
    if not signature:
        # What was thought of later may stand below the name without being called a postscript.
        pairs = enumerate(pairwise(after))
        signed = [place for place, (one, two) in pairs if _is_farewell(one.text) and _is_name(two.text)]
        if signed:
            valediction, signature = after[signed[-1]], [after[signed[-1] + 1]]
            postscript = signed[-1] + 2
    closing = [piece for piece in (valediction, *signature) if piece]
    ends = closing[0].start if closing else len(body)
    sentences = list(_sentences(Piece(text=body[begins:ends], start=begins)))
    if closing and postscript < len(after):
        place = after[postscript].start
        sentences += _sentences(Piece(text=body[place:], start=place))
    return Parts(
        greeting=greeting, sentences=tuple(sentences), valediction=valediction, signature=tuple(signature)
    )


def _greeting(lines: list[Piece]) -> Piece | None:
    if not lines:
        return None
    # A head with an address or a date may stand above.
    head = (line for line in lines[:MOST_HEAD_LINES] if GREETING_WORD.match(line.text))
    line = next(head, lines[0])
    few = len(line.words)
    closed = line.text[-1] in ",:;!–—-"
    end = GREETING_END.search(line.text)
    if GREETING_WORD.match(line.text):
        # "Dear Dana, Tom and Aisha," is a greeting to its end; "Hi Dana, thanks for today." is not.
        if few <= MOST_GREETING_WORDS and (closed or not end):
            return line
        return line.part(0, end.end() if end else len(" ".join(line.words[:3])))
    bare = few <= MOST_BARE_GREETING_WORDS and not THANKS.match(line.text)
    return line if bare and (closed or line.text[-1] not in ".?…。") else None


def _signature(lines: list[Piece], body: str) -> tuple[Piece | None, list[Piece]]:
    """Find the farewell and the lines behind it, and those under a mail program's line of dashes."""
    dashes = max((place for place, line in enumerate(lines) if DASHES.fullmatch(line.text)), default=0)
    if dashes:
        farewell, above = _written_signature(lines[:dashes], body)
        below = lines[dashes + 1 :]
        if farewell or above or (below and _is_name(below[0].text)):
            return farewell, [*above, *below]
    return _written_signature(lines, body)


def _written_signature(lines: list[Piece], body: str) -> tuple[Piece | None, list[Piece]]:
    """Find the farewell and the lines behind it, else the lines at the end that look like a name."""
    for line in reversed(lines[-MOST_SIGNATURE_LINES:]):
        farewell, name = _farewell(line)
        if not farewell:
            continue
        below = [one for one in lines if one.start > line.start]
        if _may_stand_under(below, body):
            return farewell, [*([name] if name else []), *below]
    block = _last_block(lines, body)
    if len(block) > 1 and _is_name(block[0].text) and (len(block[0].words) > 1 or _is_rare(block[0].text)):
        return None, block
    found: list[Piece] = []
    for line in reversed(lines[-MOST_SIGNATURE_LINES:]):
        if not (_is_contact(line) or _is_name(line.text)):
            break
        found.insert(0, line)
    return None, found


def _farewell(line: Piece) -> tuple[Piece | None, Piece | None]:
    """Return the farewell that a line is, and the name behind it where one stands there."""
    if _is_farewell(line.text):
        return line, None
    comma = FAREWELL_END.search(line.text)
    if comma and _is_farewell(line.text[: comma.start()]):
        name = line.part(comma.end())
        if name.text and _is_name(name.text):
            return line.part(0, comma.start()), name
    return None, None


def _is_farewell(text: str) -> bool:
    said = []
    for word in WORD.finditer(text.lower()):
        # Most lines are sentences, and their first word tells.
        if word[0] not in FAREWELL_WORDS:
            return False
        said.append(word[0])
    short = 0 < len(said) <= MOST_FAREWELL_WORDS and not re.search(r"[?\d@]", text)
    return short and not FAREWELLS.isdisjoint(said)


def _may_stand_under(lines: list[Piece], body: str) -> bool:
    """Say whether lines may stand under a farewell: short ones, or what belongs to a name."""
    long = [line for line in lines if len(line.words) > MOST_SIGNATURE_WORDS]
    if not long or not _is_name(lines[0].text):
        return not long
    gap = EMPTY_LINE.search(body, lines[0].end)
    return all(line.text[-1] not in ".?!…" or not gap or line.start < gap.start() for line in long)


def _last_block(lines: list[Piece], body: str) -> list[Piece]:
    """Return the last lines that stand together, if they are as what is put under a name."""
    block = lines[-1:]
    for line in reversed(lines[:-1]):
        if body.count("\n", line.end, block[0].start) > 1 or len(block) >= MOST_SIGNATURE_LINES:
            break
        block.insert(0, line)
    open_ends = all(line.text[-1] not in ".?!…," for line in block)
    few = len(block) > 0 and len(block[0].words) <= MOST_NAME_WORDS
    short = few or all(len(line.words) <= MOST_SIGNATURE_WORDS for line in block)
    return block if open_ends and short else []


def _is_contact(line: Piece) -> bool:
    few = len(line.words) <= MOST_SIGNATURE_WORDS and line.text[-1] not in ".?!"
    return few and bool(CONTACT.fullmatch(" ".join(line.words)))


def _is_name(text: str) -> bool:
    """Say whether a line can be a name or a job title: a few words, none of them as in a sentence."""
    words = text.split()
    if len(words) > MOST_SIGNATURE_WORDS or text[-1] in "?!…,:;。" or text.count(".") > len(words):
        return False
    if text.endswith(".") and not ABBREVIATION.search(text):
        return False
    small = [word for word in words if word[0].islower() and word not in PARTICLES]
    return len(words) == 1 or not small or (len(words) <= MOST_SMALL_NAME_WORDS and all(map(_is_rare, words)))


def _is_rare(word: str) -> bool:
    """Say whether a word has no other meaning in a letter than to name somebody."""
    return word.lower().isalpha() and word.lower() not in NOT_RARE


def _sentences(text: Piece) -> Iterator[Piece]:
    for paragraph in PARAGRAPH.finditer(text.text):
        start = text.start + paragraph.start()
        for sentence in _sentences_in(paragraph[0]):
            yield Piece(text=sentence.text, start=start + sentence.start)


@lru_cache(maxsize=MOST_REMEMBERED)
def _sentences_in(paragraph: str) -> tuple[Piece, ...]:
    text, sentences, begins = Piece(text=paragraph, start=0), [], 0
    for end in SENTENCE_END.finditer(paragraph):
        if end[0] == "." and ABBREVIATION.search(paragraph, max(begins, end.start() - 8), end.end()):
            continue
        sentences.append(text.part(begins, end.end()))
        begins = end.end()
    sentences.append(text.part(begins))
    return tuple(sentence for sentence in sentences if sentence.text)
