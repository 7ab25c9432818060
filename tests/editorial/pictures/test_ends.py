"""Where the picture in a file ends, however the file is cut or filled."""

import pytest

from alima_site.editorial.pictures.formats import end_of
from tests.editorial.pictures.files import archive, chunk, encoded, segment

START, END = b"\xff\xd8", b"\xff\xd9"
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_end_of_a_picture_is_found(kind):
    data = encoded(kind, size=(64, 64))
    assert end_of(data, kind) == len(data) == end_of(data + archive(), kind)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_is_cut_ends_where_the_file_does(kind):
    data = encoded(kind, size=(64, 64))
    for length in (0, 12, len(data) - 1):
        assert end_of(data[:length], kind) == length


@pytest.mark.parametrize("pixels", [b"abc", b"\xff\0abc", b"\xff\xd0ab\xff\xd7", b"\xff\xff\xff\0"])
def test_signs_within_the_pixels_of_a_jpeg_do_not_end_it(pixels):
    picture = START + SCAN + pixels + END
    assert end_of(picture + END + b"behind", "JPEG") == len(picture)


def test_the_end_of_a_picture_within_a_segment_is_not_its_own():
    preview = START + END
    picture = START + segment(0xE1, preview) + SCAN + b"abc" + END
    assert end_of(picture + b"behind", "JPEG") == len(picture)


def test_a_jpeg_of_several_scans_goes_to_the_last():
    picture = START + SCAN + b"abc" + SCAN + b"def" + END
    assert end_of(picture + b"behind", "JPEG") == len(picture)


def test_a_png_ends_with_the_chunk_that_says_so():
    picture = PNG + chunk(b"tEXt", b"IEND") + chunk(b"IEND", b"")
    assert end_of(picture + chunk(b"IEND", b""), "PNG") == len(picture)


def test_a_webp_of_an_odd_length_has_one_byte_more():
    assert end_of(b"RIFF\x05\0\0\0WEBPx\0behind", "WEBP") == 14


def test_an_avif_goes_on_as_long_as_its_boxes_are_known():
    box = b"\0\0\0\x10ftypavif\0\0\0\0"
    wide = b"\0\0\0\1mdat" + (24).to_bytes(8) + b"12345678"
    assert end_of(box + wide + b"\0\0\0\x08evil", "AVIF") == len(box + wide)
    to_the_end = b"\0\0\0\0mdat12345678"
    assert end_of(box + to_the_end, "AVIF") == len(box + to_the_end)
