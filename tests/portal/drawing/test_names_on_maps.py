"""Names on a map: broken between words, centred, moved into the picture."""

import pytest

from alima_site.portal.drawing.maps import MAP_LETTERS, lines_at
from alima_site.portal.outlines import Box

BOX = Box(0, 0, 260, 260)
SIZE = BOX.width / MAP_LETTERS


def test_a_long_name_is_broken_between_its_words_and_centred_on_its_spot():
    lines = lines_at("Central African Republic", (130, 130), BOX)
    assert [line["text"] for line in lines] == ["Central", "African", "Republic"]
    tops = [float(line["y"]) for line in lines]
    assert tops == sorted(tops)
    assert tops[1] == pytest.approx(130 + SIZE / 3, abs=0.1)


def test_a_word_is_never_broken():
    assert [line["text"] for line in lines_at("Bobodioulassoville", (130, 130), BOX)] == [
        "Bobodioulassoville"
    ]


@pytest.mark.parametrize("spot", [(0, 0), (260, 260), (0, 260), (260, 0)])
def test_a_name_at_the_edge_is_moved_into_the_picture(spot):
    for line in lines_at("Equatorial Guinea", spot, BOX):
        half = len("Equatorial") * SIZE * 0.32
        assert half <= float(line["x"]) <= BOX.width - half
        assert float(line["y"]) <= BOX.height - SIZE * 0.5
