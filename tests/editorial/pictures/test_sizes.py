"""In which widths and formats a picture is kept."""

from alima_site.editorial.pictures.door import PHOTO_DOOR, admit
from tests.editorial.pictures.files import encoded
from tests.pictures import uploaded


def test_three_widths_in_three_formats_are_made():
    kept = admit(uploaded(encoded("JPEG", size=(3000, 2000))), PHOTO_DOOR)
    assert kept.sizes == [(480, 320), (800, 533), (1200, 800)]
    assert len(kept.files) == 9
