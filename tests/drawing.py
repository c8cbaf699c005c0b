"""Draw the package's parts and their imports: `python -m tests.drawing` writes docs/project/imports.svg.

Each part stands in a row above all that it imports. An import that follows from others is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from tests.imports import import_graph

TARGET: Final = Path(__file__).parents[1] / "docs/project/imports.svg"
WIDTH: Final = 1080
ROW: Final = 84
BOX: Final = (122, 30)
THIN: Final = 0.3
ROUNDS: Final = 24
NEWLINE: Final = "\n"
Graph = Mapping[str, set[str]]
# A part, or the place where a line from the first to the second passes a row.
Node = str | tuple[str, str, int]


@dataclass(frozen=True)
class Drawing:
    """Where everything stands: the lowest row has what imports nothing."""

    graph: Graph

    @cached_property
    def levels(self) -> dict[str, int]:
        """The row of each part."""
        found: dict[str, int] = {}
        for part in TopologicalSorter(self.graph).static_order():
            found[part] = 1 + max((found[other] for other in self.graph.get(part, ())), default=-1)
        return found

    @cached_property
    def lines(self) -> list[list[Node]]:
        """Each import that is drawn, as the places that it leads through from row to row."""
        drawn: list[list[Node]] = []
        for part, others in sorted(self.graph.items()):
            for other in sorted(without_what_follows(self.graph, others)):
                between = range(self.levels[part] - 1, self.levels[other], -1)
                drawn.append([part, *((part, other, level) for level in between), other])
        return drawn

    @cached_property
    def places(self) -> dict[Node, tuple[float, float]]:
        """The middle of each part, and of each place that a line leads through."""
        rows = self._ordered_rows()
        top = (len(rows) - 0.5) * ROW
        return {
            node: (WIDTH * place, top - level * ROW)
            for level, row in enumerate(rows)
            for node, place in spread(row).items()
        }

    def _ordered_rows(self) -> list[list[Node]]:
        """Put each row into the order that the rows beside it ask for, so that little crosses."""
        neighbours: dict[Node, set[Node]] = {part: set() for part in self.levels}
        rows: list[list[Node]] = [[] for _ in range(max(self.levels.values()) + 1)]
        for part in sorted(self.levels):
            rows[self.levels[part]].append(part)
        for line in self.lines:
            for one, other in pairwise(line):
                neighbours.setdefault(one, set()).add(other)
                neighbours.setdefault(other, set()).add(one)
            for place in line:
                if isinstance(place, tuple):
                    rows[place[2]].append(place)
        for _ in range(ROUNDS):
            at = {node: place for row in rows for node, place in spread(row).items()}
            for row in rows:
                row.sort(key=lambda node: middle([at[one] for one in neighbours[node]], at[node]))
                at.update(spread(row))
        return rows


def spread(row: list[Node]) -> dict[Node, float]:
    """Return where in a row's width each node stands: a line that passes needs less room than a part."""
    room = [THIN if isinstance(node, tuple) else 1.0 for node in row]
    ends = list(accumulate(room))
    return {node: (end - own / 2) / ends[-1] for node, end, own in zip(row, ends, room, strict=True)}


def middle(places: list[float], own: float) -> float:
    """Return the mean of some places; where there are none, one's own."""
    return round(sum(places) / len(places), 9) if places else own


def without_what_follows(graph: Graph, parts: set[str]) -> set[str]:
    """Return those of some parts that none of the others imports, at any depth."""
    reached: set[str] = set()
    left = [other for part in parts for other in graph.get(part, ())]
    while left:
        part = left.pop()
        if part not in reached:
            reached.add(part)
            left += graph.get(part, ())
    return parts - reached


def draw(graph: Graph) -> str:
    """Return the drawing as SVG, the same for the same imports."""
    drawing = Drawing(graph)
    height = ROW * (max(drawing.levels.values()) + 1)
    width, tall = BOX
    lines = []
    for line in drawing.lines:
        points = [drawing.places[node] for node in line]
        (x, y), (end_x, end_y) = points[0], points[-1]
        path = f"M{x:.0f} {y + tall / 2:.0f}"
        points = [(x, y + tall / 2), *points[1:-1], (end_x, end_y - tall / 2 - 6)]
        for (x0, y0), (x1, y1) in pairwise(points):
            bend = (y0 + y1) / 2
            path += f"C{x0:.0f} {bend:.0f} {x1:.0f} {bend:.0f} {x1:.0f} {y1:.0f}"
        lines.append(
            f'<path d="{path}" marker-end="url(#arrow)"><title>{line[0]} → {line[-1]}</title></path>'
        )
    boxes = []
    for part in sorted(drawing.levels):
        x, y = drawing.places[part]
        boxes.append(
            f'<rect x="{x - width / 2:.0f}" y="{y - tall / 2:.0f}" width="{width}" height="{tall}" rx="4"/>'
            f'<text x="{x:.0f}" y="{y + 5:.0f}" fill="#1E2530" stroke="none">{part}</text>'
        )
    arrow = 'id="arrow" viewBox="0 0 6 6" refX="1" refY="3" markerWidth="6" markerHeight="6" orient="auto"'
    letters = 'font-family="ui-monospace, monospace" font-size="14" text-anchor="middle"'
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">
<title>The parts of generator/ and what each imports</title>
<rect width="{WIDTH}" height="{height}" fill="#FBF7F0"/>
<marker {arrow}><path d="M0 0 6 3 0 6z" fill="#A2361C"/></marker>
<g fill="none" stroke="#A2361C" stroke-width="1.2">
{NEWLINE.join(lines)}
</g>
<g fill="#FFFFFF" stroke="#1E2530" {letters}>
{NEWLINE.join(boxes)}
</g>
</svg>
"""


if __name__ == "__main__":
    graph = import_graph()
    graph.pop("__init__")
    TARGET.write_text(draw(graph), encoding="utf-8")
