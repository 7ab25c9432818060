"""A picture that is public."""

import pytest

from programs.models import CountryProgramme
from tests.factories import make_photo


@pytest.fixture
def niger():
    """A published photograph on top of the page of Niger."""
    photo = make_photo(caption_en="At the clinic", caption_fr="Au centre", focus_x=24, focus_y=80)
    CountryProgramme.objects.filter(slug="niger").update(photo=photo)
    return photo
