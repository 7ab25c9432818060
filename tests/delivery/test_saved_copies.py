"""While the database, or a page, fails, the last good copy is sent."""

import brotli
import pytest
from django.http import HttpResponseServerError

from alima_site.editorial.models import Topic
from tests.delivery.readers import broken_database

pytestmark = pytest.mark.django_db


def test_without_a_database_the_last_good_copy_is_sent_and_says_so(reader):
    before = reader.get("/fr/modele/").decode()
    with broken_database():
        saved = reader.get("/fr/modele/", HTTP_ACCEPT_ENCODING="br")
    page = brotli.decompress(saved).decode()
    assert reader.status.startswith("200")
    assert "Copie enregistrée" in page
    assert len(page) > len(before)
    assert "max-age=5" in reader.said["Cache-Control"]
    assert "notice--saved" not in before


def test_once_the_database_is_back_the_page_is_fresh(reader):
    fresh = reader.get("/en/model/")
    with broken_database():
        assert b"Saved copy" in reader.get("/en/model/")
    assert reader.get("/en/model/") == fresh


def test_a_page_that_breaks_is_answered_with_its_last_good_copy(reader):
    good = reader.get("/en/model/")
    Topic.objects.first().save()
    reader.django = broken
    assert b"Saved copy" in reader.get("/en/model/") != good
    assert reader.get("/en/about/") == b"broken"


def broken(environ, start):
    response = HttpResponseServerError("broken")
    start("500 Internal Server Error", response.items())
    return response
