"""What the renderer makes of the mode of a picture and of what it holds beside pixels."""

import pytest
from PIL import Image

from alima_site.editorial.pictures import renderer


@pytest.mark.parametrize(
    ("mode", "made"),
    [
        ("1", "RGB"), ("L", "L"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGBA"), ("LA", "RGBA"),
        ("PA", "RGBA"), ("CMYK", "CMYK"), ("I;16", "L"), ("F", "L"), ("YCbCr", "RGB"),
    ],
)  # fmt: skip
def test_every_mode_becomes_one_that_can_be_scaled(mode, made):
    assert renderer.eight_bits(Image.new(mode, (2, 2))).mode == made


def test_a_palette_with_one_transparent_colour_stays_transparent():
    image = Image.new("P", (2, 2))
    image.info["transparency"] = 0
    assert renderer.eight_bits(image).mode == "RGBA"


def test_a_profile_that_is_broken_is_ignored():
    image = Image.new("RGB", (2, 2), "teal")
    same = renderer.in_srgb(image, b"no profile")
    assert same.getpixel((0, 0)) == image.getpixel((0, 0))


def test_what_was_transparent_is_white_and_the_rest_keeps_its_colour():
    image = Image.new("RGBA", (2, 1), (0, 0, 0, 0))
    image.putpixel((1, 0), (10, 20, 30, 255))
    flat = renderer.on_white(image)
    assert [flat.getpixel((x, 0)) for x in (0, 1)] == [(255, 255, 255), (10, 20, 30)]


def test_what_a_file_held_beside_its_pixels_is_named_once_each():
    image = Image.new("RGB", (2, 2))
    assert renderer.beside_pixels(image) == []
    image.info = {"exif": b"", "xmp": b"", "XML:com.adobe.xmp": "", "photoshop": {}, "dpi": (1, 1)}
    image.text = {"Comment": "x"}
    image.getexif().get_ifd(renderer.GPS)[1] = "N"
    assert renderer.beside_pixels(image) == ["exif", "gps", "iptc", "text", "xmp"]
