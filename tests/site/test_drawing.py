"""The drawing of the parts is one of the code as it stands."""

from xml.etree import ElementTree as ET

from tests.drawing import TARGET, draw, without_what_follows
from tests.imports import import_graph, part_of, sources

SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_is_current() -> None:
    """What architecture.md shows is what the imports give: `nox -s draw` draws it again."""
    graph = import_graph()
    graph.pop("__init__")
    assert TARGET.read_text("utf-8") == draw(graph)


def test_every_part_and_every_import_is_in_it() -> None:
    """Each part has a box with its name, and from each a reader can follow lines to all that it imports."""
    drawn = ET.fromstring(TARGET.read_text("utf-8"))  # noqa: S314 - the project's own file
    names = [text.text for text in drawn.iter(f"{SVG}text")]
    assert sorted(map(str, names)) == sorted({part_of(path) for path in sources(core=False)} - {"__init__"})
    lines: dict[str, set[str]] = {}
    for path in drawn.iter(f"{SVG}path"):
        if (title := path.find(f"{SVG}title")) is not None:
            one, _, other = str(title.text).partition(" → ")
            lines.setdefault(one, set()).add(other)
    for part, others in import_graph().items():
        reached: set[str] = set()
        left = [part]
        while left:
            for other in lines.get(left.pop(), set()) - reached:
                reached.add(other)
                left.append(other)
        assert others <= reached, part


def test_what_follows_is_left_out() -> None:
    """A line that two others make is not drawn, at any depth."""
    graph = {"a": {"b", "d"}, "b": {"c"}, "c": {"d"}}
    assert without_what_follows(graph, graph["a"]) == {"b"}
