"""What a file is by its first bytes."""

import pytest

from alima_site.editorial.pictures.formats import format_of

FIRST_BYTES = [
    ("JPEG", b"\xff\xd8\xff\xe0"),
    ("PNG", b"\x89PNG\r\n\x1a\n"),
    ("WEBP", b"RIFF\x24\0\0\0WEBPVP8 "),
    ("AVIF", b"\0\0\0\x1cftypavif\0\0\0\0"),
    ("AVIF", b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif"),
    ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0"),
    ("HEIC", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"),
    ("GIF", b"GIF89a"),
    ("TIFF", b"II*\0"),
    ("TIFF", b"MM\0*"),
    ("BMP", b"BM\x10\0\0\0\0\0\0\0"),
    ("ICO", b"\0\0\1\0"),
    ("JPEG 2000", b"\0\0\0\x0cjP  "),
    ("JPEG XL", b"\xff\x0a"),
    ("Photoshop", b"8BPS"),
    ("PDF", b"\r\n%PDF-1.7"),
    ("ZIP", b"PK\3\4"),
    ("SVG", b"<?xml version='1.0'?>\n<!DOCTYPE svg>\n<SVG>"),
    ("SVG", b"\xef\xbb\xbf  <svg>"),
    ("SVG", b"<!-- drawn -->\n<svg>"),
    ("HTML", b"\n <!DOCTYPE html>"),
    ("PHP", b"<?php system();"),
    ("PHP", b"<?= 1"),
]


@pytest.mark.parametrize(("kind", "data"), FIRST_BYTES)
def test_a_file_is_what_its_first_bytes_say(kind, data):
    assert format_of(data + bytes(50)) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        b" \xff\xd8\xff",
        b"RIFF\x24\0\0\0WAVE",
        b"a text that speaks of <svg> far from its beginning",
        b"\0\0\0\x18ftypisom",
        b"BM of a text",
        bytes(2000) + b"%PDF-",
        bytes(5000) + b"<svg>",
    ],
)
def test_a_sign_in_another_place_is_none(data):
    assert format_of(data) == ""
