"""The lists of pictures at which somebody has to look."""

import datetime

import pytest
from django.utils import timezone

from alima_site.editorial.models import Photo
from tests.factories import make_photo

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_lists_of_what_is_to_be_done():
    ending = make_photo(consent_expires_on=TODAY + datetime.timedelta(days=30))
    make_photo(consent_expires_on=TODAY + datetime.timedelta(days=31))
    silent = make_photo(state="draft", alt_fr="")
    assert list(Photo.objects.consent_ending()) == [ending]
    assert list(Photo.objects.without_alt()) == [silent]
