"""The list of headings on a page for screens without a second column."""

from mkdocs.structure.toc import AnchorLink

from generator.site.contents import put_contents

LEAD = '<h1>When</h1>\n<p class="lead">Soon.</p>\n<h2 id="a">A</h2>'


def toc(count: int) -> list[AnchorLink]:
    """Return a title with some headings below it, each with one of its own."""
    title = AnchorLink("When", "when", 1)
    for number in range(count):
        heading = AnchorLink(f"Part <em>{number}</em>", f"part-{number}", 2)
        heading.children = [AnchorLink(f"Detail {number}", f"detail-{number}", 3)]
        title.children.append(heading)
    return [title]


def test_a_long_page_lists_its_headings_after_its_lead() -> None:
    """Four headings make a list, of the second level alone unless more is asked for."""
    listed = put_contents(LEAD, toc(4), deep=False)
    assert listed.index("Soon.") < listed.index("<details") < listed.index('<h2 id="a">')
    assert listed.count('<a href="#part-') == 4
    assert "#detail-" not in listed
    assert put_contents(LEAD, toc(4), deep=True).count('<a href="#detail-') == 4


def test_other_pages_are_left_alone() -> None:
    """A page with few headings, or without a lead, gets no list."""
    assert put_contents(LEAD, toc(3), deep=True) == LEAD
    assert put_contents("<h1>When</h1>", toc(9), deep=True) == "<h1>When</h1>"
    assert put_contents(LEAD, [], deep=True) == LEAD
