"""What keeps a picture from being published, and at which field it is told."""

import pytest

from alima_site.editorial import preflight
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["credit", "alt_fr", "consent_language"])
def test_a_picture_is_kept_back_by_what_it_lacks(name):
    photo = make_photo()
    assert preflight.refusals(photo) == []
    setattr(photo, name, "")
    assert {remark.field for remark in preflight.refusals(photo)} == {name}


def test_a_picture_without_its_file_is_told_at_the_form_as_a_whole():
    photo = make_photo()
    photo.key = ""
    assert [remark.field for remark in preflight.refusals(photo)] == [""]
