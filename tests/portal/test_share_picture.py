"""Words on a card are set as large as they fit; what does not fit is cut, never let out."""

from PIL import Image, ImageDraw

from alima_site.portal.share.picture import BOLD, ROOM, colours, fitted, font, height, wrap

LARGE, SMALL = (88, BOLD), (36, BOLD)
DRAW = ImageDraw.Draw(Image.new("RGB", (10, 10)))


def widths(lines, made):
    return [DRAW.textlength(line, made) for line in lines]


def test_a_short_text_has_the_largest_size_and_a_long_one_a_smaller():
    assert fitted(DRAW, "Niger", [LARGE, SMALL], 200)[1].size == 88
    assert fitted(DRAW, "many words " * 10, [LARGE, SMALL], 200)[1].size == 36


def test_what_does_not_fit_in_the_smallest_size_ends_with_an_ellipsis():
    block = fitted(DRAW, "words, " * 120, [LARGE, SMALL], 100)
    assert block[0][-1].endswith("…")
    assert not block[0][-1].endswith(",…")
    assert height(block) <= 100


def test_without_any_room_there_is_no_line():
    assert fitted(DRAW, "Niger", [SMALL], 0)[0] == []


def test_no_line_is_wider_than_the_card():
    made = font(*LARGE)
    for text in ("many words " * 20, "Nonexistentlylongword" * 8):
        assert max(widths(wrap(DRAW, text, made), made)) <= ROOM


def test_wrapping_loses_no_word_and_fills_its_lines():
    made = font(*LARGE)
    lines = wrap(DRAW, "one two three four five six seven eight nine ten", made)
    assert " ".join(lines) == "one two three four five six seven eight nine ten"
    assert len(lines) == 2


def test_no_text_has_no_lines():
    assert wrap(DRAW, "", font(*SMALL)) == []


def test_the_colours_are_those_of_the_light_scheme():
    sheet = colours()
    assert {"paper", "ink", "soft", "treat"} <= set(sheet)
    assert sheet["paper"] > sheet["ink"]
