"""A picture that was taken turned is kept upright."""

import pytest
from PIL import Image

from alima_site.editorial.pictures.door import PHOTO_DOOR, admit
from tests.editorial.pictures.files import exif
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
