"""What the renderer decides of a picture by its size, its mode and what it holds beside pixels."""

from types import SimpleNamespace

import pytest
from PIL import Image

from alima_site.editorial.pictures import renderer
from alima_site.editorial.pictures.renderer import Refused, sizes_for

WIDTHS = [480, 800, 1200]


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (3000, 2000, [(480, 320), (800, 533), (1200, 800)]),
        (800, 600, [(480, 360), (800, 600)]),
        (300, 200, [(300, 200)]),
        (1000, 4000, [(180, 720), (300, 1200), (450, 1800)]),
        (1, 1, [(1, 1)]),
        (4000, 1, [(480, 1), (800, 1), (1200, 1)]),
    ],
)
def test_no_rendition_is_larger_than_the_picture_or_too_tall(width, height, sizes):
    assert sizes_for(width, height, WIDTHS) == sizes


def header(width=640, height=400, frames=1, **info):
    return SimpleNamespace(size=(width, height), n_frames=frames, info=info)


@pytest.mark.parametrize(
    ("kind", "image", "verdict"),
    [
        ("JPEG", header(10_000, 4001), {"refused": "too_large", "megapixels": 40, "limit": 40}),
        ("WEBP", header(4000, 2001), {"refused": "too_large", "megapixels": 8, "limit": 8}),
        ("PNG", header(1001, 100), {"refused": "too_flat", "width": 1001, "height": 100}),
        ("PNG", header(100, 1001), {"refused": "too_flat", "width": 100, "height": 1001}),
        ("PNG", header(frames=2), {"refused": "animated"}),
    ],
)
def test_the_header_alone_says_why_a_picture_is_refused(kind, image, verdict):
    with pytest.raises(Refused) as refused:
        renderer.check(image, kind)
    assert refused.value.verdict == verdict


def test_a_jpeg_that_is_kept_whole_while_it_is_read_may_be_half_as_large():
    with pytest.raises(Refused) as refused:
        renderer.check(header(5000, 4001, progressive=1), "JPEG")
    assert refused.value.verdict["limit"] == 20


@pytest.mark.parametrize(
    ("kind", "image"),
    [
        ("JPEG", header(10_000, 4000)),
        ("JPEG", header(5000, 4000, progressive=1)),
        ("AVIF", header(5000, 2000)),
        ("PNG", header(1000, 100)),
        ("JPEG", header(frames=2)),  # of a phone: a second, smaller picture
    ],
)
def test_a_picture_at_the_limit_is_taken(kind, image):
    renderer.check(image, kind)


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
