"""What is kept looks as the picture does: upright, in its colours, with its transparency."""

from pathlib import Path

import pytest
from PIL import Image

from alima_site.editorial.pictures.door import LOGO_DOOR, PHOTO_DOOR, admit
from tests.editorial.pictures.files import (
    encoded,
    exif,
)
from tests.pictures import uploaded


def rendition(data, name="a.jpg", door=PHOTO_DOOR, ending="jpg"):
    """The largest file made of the upload, opened."""
    kept = admit(uploaded(data, name), door)
    return Image.open(uploaded(kept.files[f"{kept.sizes[-1][0]}.{ending}"]))


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
