"""What is kept has the colours of the picture, whatever its pixels, and its transparency."""

from pathlib import Path

import pytest
from PIL import Image

from alima_site.editorial.pictures.door import LOGO_DOOR, PHOTO_DOOR, admit
from tests.editorial.pictures.files import encoded
from tests.pictures import uploaded


def rendition(data, name="a.jpg", door=PHOTO_DOOR, ending="jpg"):
    """The largest file made of the upload, opened."""
    kept = admit(uploaded(data, name), door)
    return Image.open(uploaded(kept.files[f"{kept.sizes[-1][0]}.{ending}"]))


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
