"""In which widths and formats a picture is kept."""

from alima_site.editorial.pictures.door import PHOTO_DOOR, admit
from tests.editorial.pictures.files import encoded
from tests.pictures import uploaded


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
