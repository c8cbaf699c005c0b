"""The worst texts for a pattern, made from its own structure: what its repeats repeat, then what fails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]  # the stubs leave it out
from re import _parser  # type: ignore[attr-defined]  # the stubs leave it out
from typing import Any, Final

# Characters to pick from where a pattern takes many: those that patterns tell apart.
ALPHABET: Final = "aAzZ09 \n\t._-'’\"!?,;:()[]{}<>/\\*+#@&|=~^$%`•–…é山İ\u00a0"
# What is none of what was repeated, most of the time.
FAILING: Final = ("\x00", "a", "\n")
# A repeat from this many on is as good as one without end.
MANY: Final = 100
MOST_SAMPLES: Final = 2


@dataclass(frozen=True)
class Worst:
    """A text as long as one likes: something before, something again and again, and something behind."""

    before: str
    again: str
    behind: str

    def of(self, length: int) -> str:
        """Return it with about so many characters."""
        return f"{self.before}{(self.again * (length // len(self.again) + 1))[:length]}{self.behind}"


def alternatives(pattern: str, flags: int) -> list[Any]:
    """Return a pattern's parse tree once for each of its outermost alternatives.

    At each place they are tried one after the other, so it takes as long as all of them together.
    """
    tree = _parser.parse(pattern, flags)
    branches = [place for place, node in enumerate(tree.data) if _alternatives_in(node)]
    if not branches:
        return [tree]
    place = max(branches, key=lambda place: len(_alternatives_in(tree.data[place])))
    return [_with(tree, place, one) for one in _alternatives_in(tree.data[place])]


def _alternatives_in(node: Any) -> list[Any]:
    kind, value = node
    if kind is sre.SUBPATTERN and value[0] is None and len(value[3]) == 1:
        return [
            _parser.SubPattern(value[3].state, [(kind, (*value[:3], one))])
            for one in _alternatives_in(value[3][0])
        ]
    return list(value[1]) if kind is sre.BRANCH else []


def _with(tree: Any, place: int, one: Any) -> Any:
    return _parser.SubPattern(tree.state, [*tree.data[:place], *one.data, *tree.data[place + 1 :]])


def worst_texts(tree: Any) -> list[Worst]:
    """Return what to try a parsed pattern on, without doubles and in a fixed order."""
    pick = _Picker(list(_classes(tree)))
    found: dict[Worst, None] = {}
    for before, body in _repeats(tree, pick, [""]):
        for start, again in product(before, _samples(body, pick)):
            if not again:
                continue
            # After one beginning it may try each way to go on; or it may begin at each place.
            for behind in FAILING:
                found[Worst(start, again, behind)] = None
            for repeated in filter(None, (again, start, start + again)):
                found[Worst("", repeated, "\x00")] = None
    for whole in filter(None, _samples(tree, pick)):
        found[Worst("", whole, "\x00")] = None
        found[Worst("", whole[:-1] or whole, "\x00")] = None
    return list(found)


class _Picker:
    """Picks characters that a class takes: first one that most of a pattern's other classes take."""

    def __init__(self, classes: list[Any]) -> None:
        self.taken = {one: sum(self._takes(items, one) for items in classes) for one in ALPHABET}
        self.literals = [chr(item[1]) for items in classes for item in items if item[0] is sre.LITERAL]

    def of(self, items: Any) -> list[str]:
        """Return a few characters that a class takes."""
        fitting = [one for one in [*ALPHABET, *self.literals] if self._takes(items, one)]
        fitting.sort(key=lambda one: -self.taken.get(one, 0))
        # One that is taken everywhere, and one that is taken hardly anywhere.
        return list(dict.fromkeys([*fitting[:1], *fitting[-1:]]))

    def _takes(self, items: Any, character: str) -> bool:
        negated = bool(items) and items[0][0] is sre.NEGATE
        return any(_is_in(item, character) for item in items[negated:]) is not negated


def _is_in(item: Any, character: str) -> bool:
    kind, value = item
    if kind is sre.LITERAL:
        return bool(ord(character) == value)
    if kind is sre.NOT_LITERAL:
        return bool(ord(character) != value)
    if kind is sre.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if kind is sre.ANY:
        return character != "\n"
    if kind is sre.CATEGORY:
        return CATEGORIES[value].match(character) is not None
    raise NotImplementedError(kind)


CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: re.compile(r"\d"),
    sre.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    sre.CATEGORY_SPACE: re.compile(r"\s"),
    sre.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    sre.CATEGORY_WORD: re.compile(r"\w"),
    sre.CATEGORY_NOT_WORD: re.compile(r"\W"),
}
REPEATS: Final = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
# Where the sequence stands in what else is held by some nodes.
INNER: Final = {**dict.fromkeys(REPEATS, 2), sre.SUBPATTERN: 3, sre.ASSERT: 1, sre.ASSERT_NOT: 1}
ONE_CHARACTER: Final = {sre.LITERAL, sre.NOT_LITERAL, sre.RANGE, sre.ANY, sre.CATEGORY}


def _inner(node: Any) -> list[Any]:
    """Return the sequences that a node holds, one or another of which is matched."""
    kind, value = node
    if kind is sre.BRANCH:
        return list(value[1])
    if kind is sre.ATOMIC_GROUP:
        return [value]
    return [value[INNER[kind]]] if kind in INNER else []


def _classes(sequence: Iterable[Any]) -> Iterator[Any]:
    for node in sequence:
        if node[0] is sre.IN:
            yield node[1]
        elif node[0] in ONE_CHARACTER:
            yield [node]
        for inner in _inner(node):
            yield from _classes(inner)


def _repeats(sequence: Iterable[Any], pick: _Picker, before: list[str]) -> Iterator[tuple[list[str], Any]]:
    """Yield each repeat of many, as what leads to it and what it repeats."""
    for node in sequence:
        if node[0] in REPEATS and node[1][1] >= MANY:
            yield before, node[1][2]
        for inner in _inner(node):
            yield from _repeats(inner, pick, before)
        if node[0] not in {sre.ASSERT, sre.ASSERT_NOT}:
            before = _few(start + one for start, one in product(before, _samples([node], pick)))


def _samples(sequence: Iterable[Any], pick: _Picker) -> list[str]:
    """Return a few texts that a sequence matches."""
    found = [""]
    for node in sequence:
        found = _few(start + one for start, one in product(found, _of_node(node, pick)))
    return found


def _of_node(node: Any, pick: _Picker) -> list[str]:
    kind, value = node
    if kind is sre.IN:
        return pick.of(value)
    if kind is sre.LITERAL:
        return [chr(value)]
    if kind in ONE_CHARACTER:
        return pick.of([node])
    if kind in REPEATS:
        least, most, body = value
        times = sorted({least, min(most, max(least, 1))})
        return _few(one * count for count in times[::-1] for one in _samples(body, pick))
    if kind in {sre.BRANCH, sre.SUBPATTERN, sre.ATOMIC_GROUP}:
        return _few(one for inner in _inner(node) for one in _samples(inner, pick))
    # Places and what stands around them take no characters; a group again is rare, and may be empty.
    return [""]


def _few(texts: Iterable[str]) -> list[str]:
    """Return the first few and the last few of some texts."""
    found = list(dict.fromkeys(texts))
    half = MOST_SAMPLES // 2
    return found if len(found) <= MOST_SAMPLES else [*found[:half], *found[-half:]]
