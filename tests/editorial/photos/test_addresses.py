"""The addresses at which a page finds the files of a picture, and what of it stays in sight."""

import pytest

from alima_site.editorial.models import Photo
from alima_site.editorial.pictures.views import holds

SIZES = [[480, 320], [800, 533]]


def test_a_page_names_every_width_of_every_format():
    photo = Photo(key="abc", sizes=SIZES)
    assert list(photo.srcsets) == ["avif", "webp", "jpg"]
    assert photo.srcsets["avif"] == "/media/abc/480.avif 480w, /media/abc/800.avif 800w"


def test_the_largest_file_every_browser_shows_stands_for_all():
    photo = Photo(key="abc", sizes=SIZES)
    assert (photo.src, photo.width, photo.height) == ("/media/abc/800.jpg", 800, 533)
    assert photo.srcset == photo.srcsets["jpg"]


def test_a_logo_has_the_formats_that_keep_its_transparency():
    logo = Photo(key="abc", sizes=SIZES, kind="logo")
    assert list(logo.srcsets) == ["avif", "webp", "png"]
    assert logo.src.endswith("/800.png")


def test_a_picture_without_files_has_no_size_and_an_address_that_leads_nowhere():
    photo = Photo()
    assert (photo.width, photo.height) == (0, 0)
    assert photo.src == "/media/none/0.jpg"
    assert not any(photo.srcsets.values())


@pytest.mark.parametrize(
    ("width", "ending", "held"),
    [
        (480, "jpg", True),
        (800, "avif", True),
        (481, "jpg", False),
        (320, "jpg", False),
        (480, "png", False),
    ],
)
def test_only_widths_and_formats_that_were_made_are_held(width, ending, held):
    assert holds(Photo(key="abc", sizes=SIZES), width, ending) is held


@pytest.mark.parametrize(
    ("x", "y", "classes"),
    [
        (0, 100, "focus-x-0 focus-y-100"),
        (24, 26, "focus-x-20 focus-y-30"),
        (50, 96, "focus-x-50 focus-y-100"),
    ],
)
def test_pages_follow_the_focal_point_in_steps_of_ten(x, y, classes):
    assert Photo(focus_x=x, focus_y=y).focus == classes
