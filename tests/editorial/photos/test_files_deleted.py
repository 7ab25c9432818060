"""Once a picture is gone, so are its files; and the command removes what was left over."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from alima_site.editorial.models import Photo
from alima_site.editorial.pictures import store
from programs.models import CountryProgramme
from tests.editorial.photos.addresses import stored
from tests.factories import make_photo, rendered

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def test_a_deleted_picture_takes_its_files_along(niger, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Photo.objects.filter(pk=niger.pk).delete()
    assert not stored(niger)
    assert CountryProgramme.objects.get(slug="niger").photo is None


def test_a_new_file_takes_the_place_of_the_former(niger, django_capture_on_commit_callbacks):
    photo = Photo.objects.get(pk=niger.pk)
    photo.pending = rendered()
    with django_capture_on_commit_callbacks(execute=True):
        photo.save()
    assert not stored(niger)
    assert len(stored(photo)) == 9


def run():
    said = StringIO()
    call_command("remove_expired_photos", stdout=said)
    return said.getvalue()


def test_the_command_removes_expired_pictures_and_strays_and_nothing_else(
    niger, monkeypatch, django_capture_on_commit_callbacks
):
    run()  # what other tests left
    over, stray = make_photo(), store.keep(rendered().files)
    Photo.objects.filter(pk=over.pk).update(consent_expires_on=YESTERDAY)
    monkeypatch.setattr(store, "GRACE", datetime.timedelta())
    with django_capture_on_commit_callbacks(execute=True):
        assert "1 pictures without consent" in run()
    assert stray not in store.by_key()
    assert not stored(over)
    assert len(stored(niger)) == 9
    assert run() == ""


def test_a_file_that_was_just_stored_is_no_stray_yet():
    key = store.keep(rendered().files)
    run()
    assert len(store.by_key()[key]) == 9
