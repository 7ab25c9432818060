"""No rendition is larger than its picture."""

import pytest

from alima_site.editorial.pictures.renderer import sizes_for

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
