"""Once consent is withdrawn, the files of a picture are deleted and do not come back."""

import pytest
from django.utils import timezone

from alima_site.editorial.models import Photo
from tests.editorial.photos.addresses import statuses, stored

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_withdrawn_consent_deletes_the_files_when_it_is_saved(
    niger, client, django_capture_on_commit_callbacks
):
    assert len(stored(niger)) == 9
    with django_capture_on_commit_callbacks(execute=True):
        photo = Photo.objects.get(pk=niger.pk)
        photo.consent_withdrawn_on = TODAY
        photo.save()
    assert not stored(niger)
    assert statuses(client, niger) == {404}


def test_files_stay_when_the_withdrawal_could_not_be_saved(niger):
    photo = Photo.objects.get(pk=niger.pk)
    photo.consent_withdrawn_on = TODAY
    photo.save()  # the test's transaction is never committed
    assert len(stored(niger)) == 9


def test_a_withdrawal_that_is_taken_back_brings_no_picture_back(
    niger, client, django_capture_on_commit_callbacks
):
    older = Photo.objects.get(pk=niger.pk)
    with django_capture_on_commit_callbacks(execute=True):
        photo = Photo.objects.get(pk=niger.pk)
        photo.consent_withdrawn_on = TODAY
        photo.save()
    older.save()  # as going back to an older version does
    assert Photo.objects.get(pk=niger.pk).key == ""
    assert "<picture" not in client.get("/fr/programmes/niger/").content.decode()
