"""Which files are let in, by their kind, their size and their name."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import override

from alima_site.editorial.pictures.door import LOGO_DOOR, PHOTO_DOOR, SCAN, admit, check_format
from tests.editorial.pictures.files import encoded
from tests.pictures import uploaded


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize("kind", PHOTO_DOOR.takes)
def test_a_file_that_is_what_its_name_says_is_taken(kind):
    check_format(kind, kind, PHOTO_DOOR)


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_a_logo_is_no_photograph(kind):
    name = {"JPEG": "a.jpg", "AVIF": "a.avif"}[kind]
    with pytest.raises(ValidationError, match=re.escape("PNG, WebP")):
        admit(uploaded(encoded(kind), name), LOGO_DOOR)


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    unread = UploadedFile(file=None, name="a.jpg", size=15 * 1024**2 + 60_000)
    with pytest.raises(ValidationError, match=r"has 15.1 MB; a picture may have 15 MB at most"):
        admit(unread, PHOTO_DOOR)


def test_a_file_of_the_largest_size_is_looked_at():
    upload = uploaded(bytes(15 * 1024**2))
    with pytest.raises(ValidationError, match="no picture we know"):
        admit(upload, PHOTO_DOOR)


def test_the_ending_of_a_name_may_be_in_capitals():
    drawn_over_and_over = encoded("JPEG", size=(9, 9)) + SCAN * 101
    with pytest.raises(ValidationError, match="takes too long to open"):
        admit(uploaded(drawn_over_and_over, "IMG.JPEG"), PHOTO_DOOR)
