"""What a file is by its first bytes, and where its picture ends."""

import re

import pytest
from django.core.exceptions import ValidationError

from alima_site.editorial.pictures.door import LOGO_DOOR, admit
from alima_site.editorial.pictures.formats import end_of
from tests.editorial.pictures.files import (
    archive,
    encoded,
)
from tests.pictures import uploaded


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_a_logo_is_no_photograph(kind):
    name = {"JPEG": "a.jpg", "AVIF": "a.avif"}[kind]
    with pytest.raises(ValidationError, match=re.escape("PNG, WebP")):
        admit(uploaded(encoded(kind), name), LOGO_DOOR)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_end_of_a_picture_is_found(kind):
    data = encoded(kind, size=(64, 64))
    assert end_of(data, kind) == len(data) == end_of(data + archive(), kind)
