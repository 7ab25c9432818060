"""Hostile uploads are refused or cleaned with a sentence, in little memory."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from PIL import Image

from alima_site.editorial.pictures.door import LOGO_DOOR, PHOTO_DOOR, admit, run_renderer
from alima_site.editorial.pictures.formats import end_of, format_of
from tests.editorial.hostile_pictures import (
    MARK,
    archive,
    cleaned,
    encoded,
    exif,
    many_scans,
    refused,
    send_all,
)
from tests.pictures import uploaded

REFUSED, CLEANED = refused(), cleaned()
TRACES = [
    MARK.encode(),
    b"Exif",
    b"http://ns.adobe.com",
    b"xmpmeta",
    b"8BIM",
    b"ICC_PROFILE",
    b"PK\3\4",
]


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """What became of each upload, sent one after the other through a process of its own."""
    return send_all(REFUSED | CLEANED, tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("label", REFUSED)
def test_a_hostile_upload_is_refused_with_its_reason(label, sent):
    assert not sent[label]["kept"]
    assert REFUSED[label].sentence in sent[label]["said"]


@pytest.mark.parametrize("label", CLEANED)
def test_a_picture_with_something_beside_it_is_cleaned_and_says_so(label, sent):
    assert sent[label]["kept"], sent[label]["said"]
    assert CLEANED[label].sentence in sent[label]["said"]


@pytest.mark.parametrize("label", CLEANED)
def test_a_rendition_holds_its_pixels_and_nothing_else(label, sent):
    files = sorted(sent[label]["folder"].iterdir())
    assert {path.suffix for path in files} == {".avif", ".webp", ".jpg"}
    for path in files:
        data = path.read_bytes()
        assert not [trace for trace in TRACES if trace in data], path
        assert end_of(data, format_of(data)) == len(data), path
        with Image.open(path) as image:
            image.load()
            assert not dict(image.getexif())
            assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)


def test_no_upload_takes_200_megabytes(sent):
    too_much = {label: e["megabytes"] for label, e in sent.items() if e["megabytes"] >= 200}
    assert not too_much
    assert len(sent) >= 60


def test_the_renderer_gives_up_in_time():
    with override("en"), pytest.raises(ValidationError, match="too long to open"):
        run_renderer(many_scans(400), "JPEG", PHOTO_DOOR)


def rendition(data, name="a.jpg", door=PHOTO_DOOR, ending="jpg"):
    """The largest file made of the upload, opened."""
    kept = admit(uploaded(data, name), door)
    return Image.open(uploaded(kept.files[f"{kept.sizes[-1][0]}.{ending}"]))


def test_three_widths_in_three_formats_are_made():
    kept = admit(uploaded(encoded("JPEG", size=(3000, 2000))), PHOTO_DOOR)
    assert kept.sizes == [(480, 320), (800, 533), (1200, 800)]
    assert len(kept.files) == 9


def test_a_small_picture_is_not_blown_up():
    kept = admit(uploaded(encoded("JPEG", size=(600, 400))), PHOTO_DOOR)
    assert kept.sizes == [(480, 320), (600, 400)]


def test_a_tall_picture_keeps_its_shape_and_a_bounded_height():
    kept = admit(uploaded(encoded("JPEG", size=(1000, 4000))), PHOTO_DOOR)
    assert kept.sizes[-1] == (450, 1800)


def corners(image):
    """Which of red, lime, blue, white stands in which corner, row by row."""
    colors = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255,) * 3}
    width, height = image.size
    places = [(5, 5), (width - 5, 5), (5, height - 5), (width - 5, height - 5)]

    def nearest(pixel):
        return min(
            colors, key=lambda c: sum(abs(a - b) for a, b in zip(pixel, colors[c], strict=True))
        )

    return [nearest(image.convert("RGB").getpixel(place)) for place in places]


# Where the corners of a picture go that a camera marked as turned.
TURNED = {
    1: "red lime blue white", 2: "lime red white blue", 3: "white blue lime red",
    4: "blue white red lime", 5: "red blue lime white", 6: "blue red white lime",
    7: "white lime blue red", 8: "lime white red blue",
}  # fmt: skip


@pytest.mark.parametrize("orientation", TURNED)
def test_a_turned_picture_is_set_upright(orientation, tmp_path):
    image = Image.new("RGB", (600, 400))
    for n, color in enumerate(("red", "lime", "blue", "white")):
        image.paste(color, (n % 2 * 300, n // 2 * 200, n % 2 * 300 + 300, n // 2 * 200 + 200))
    data = exif()
    data[0x0112] = orientation
    image.save(tmp_path / "a.jpg", quality=95, exif=data)
    made = rendition((tmp_path / "a.jpg").read_bytes())
    assert corners(made) == TURNED[orientation].split()
    assert made.size == ((600, 400) if orientation < 5 else (400, 600))


@pytest.mark.parametrize(
    ("mode", "color", "seen"),
    [
        ("CMYK", (255, 0, 0, 0), (0, 255, 255)),
        ("I;16", 65535 // 2, (127, 127, 127)),
        ("L", 200, (200, 200, 200)),
        ("LA", (200, 0), (255, 255, 255)),
        ("RGBA", (0, 0, 0, 0), (255, 255, 255)),
        ("1", 1, (255, 255, 255)),
    ],
)
def test_every_kind_of_pixel_keeps_its_colour(mode, color, seen):
    kind, name = ("JPEG", "a.jpg") if mode == "CMYK" else ("PNG", "a.png")
    made = rendition(encoded(kind, mode=mode, color=color), name)
    assert made.mode == "RGB"
    assert made.getpixel((50, 50)) == pytest.approx(seen, abs=3)


def test_colours_of_another_profile_are_brought_to_srgb():
    swapped = Path("/usr/share/color/icc/ghostscript/a98.icc")
    if not swapped.exists():
        pytest.skip("no profile of another colour space on this machine")
    made = rendition(encoded("JPEG", color=(100, 200, 100), icc_profile=swapped.read_bytes()))
    assert made.getpixel((50, 50))[0] < 90


def test_a_logo_keeps_its_transparency():
    data = encoded("PNG", size=(600, 200), mode="RGBA", color=(0, 0, 0, 0))
    for ending in ("png", "webp", "avif"):
        assert rendition(data, "a.png", LOGO_DOOR, ending).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_a_logo_is_no_photograph(kind):
    name = {"JPEG": "a.jpg", "AVIF": "a.avif"}[kind]
    with pytest.raises(ValidationError, match=re.escape("PNG, WebP")):
        admit(uploaded(encoded(kind), name), LOGO_DOOR)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_end_of_a_picture_is_found(kind):
    data = encoded(kind, size=(64, 64))
    assert end_of(data, kind) == len(data) == end_of(data + archive(), kind)
