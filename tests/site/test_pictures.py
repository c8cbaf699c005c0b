"""The pictures that other programs show for the site."""

import struct

from generator.site.pictures import draw_card, draw_icon


def size_of(picture: bytes) -> tuple[int, int]:
    """Return the width and height that a PNG's head names."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_card_has_the_size_that_sites_cut_to() -> None:
    """A card is 1200 by 630 pixels, whatever the length of its title and the signs in it."""
    for title in ["When", "Thank-you email after a nursing interview by phone", "<&> " * 60]:
        assert size_of(draw_card(title, "After the Interview")) == (1200, 630)


def test_a_card_shows_its_title() -> None:
    """Two titles make two pictures, and one title makes the same picture each time."""
    one, other = draw_card("When", "A"), draw_card("About", "A")
    draw_card.cache_clear()
    assert one != other
    assert draw_card("When", "A") == one


def test_an_icon_is_square() -> None:
    """An icon has the sides that were asked for."""
    assert size_of(draw_icon(192)) == (192, 192)
