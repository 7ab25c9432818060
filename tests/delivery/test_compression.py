"""Which answers are compressed, and what a cache is told about it."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from alima_site.delivery.compression import PublicGZipMiddleware

pytestmark = pytest.mark.django_db
GZIP = {"accept-encoding": "gzip, deflate, br"}


def vary(response):
    return {name.strip() for name in response["Vary"].split(",")}


def test_a_public_page_is_compressed_and_says_how_long_it_is():
    packed, plain = Client().get("/fr/", headers=GZIP), Client().get("/fr/")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2
    assert not plain.has_header("Content-Encoding")


def test_a_page_that_has_not_changed_is_the_same_to_the_byte():
    first, second = (Client().get("/en/sources/", headers=GZIP) for _ in range(2))
    assert first.content == second.content


@pytest.mark.parametrize("headers", [{}, GZIP, {"save-data": "on"}])
def test_caches_keep_what_differs_apart(headers):
    assert vary(Client().get("/fr/", headers=headers)) == {"Accept-Encoding", "Save-Data"}
    missing = Client().get("/fr/nulle-part/", headers=headers)
    assert vary(missing) == {"Accept-Encoding", "Save-Data"}


def test_the_newsroom_is_not_compressed_as_its_forms_hold_secrets():
    response = Client().get("/admin/login/", headers=GZIP)
    assert b"csrfmiddlewaretoken" in response.content
    assert not response.has_header("Content-Encoding")
    assert "Save-Data" not in response["Vary"]


def compressed(**answer):
    response = HttpResponse(b"a" * 1000, **answer)
    request = RequestFactory().get("/en/", headers=GZIP)
    return PublicGZipMiddleware(lambda _: response)(request).has_header("Content-Encoding")


def test_text_is_compressed_and_pictures_are_not():
    assert compressed(content_type="text/csv; charset=utf-8")
    assert compressed(content_type="image/svg+xml")
    assert not compressed(content_type="image/avif")
    assert not compressed(content_type="application/pdf")


def test_a_strong_tag_becomes_a_weak_one():
    response = HttpResponse(b"a" * 1000, headers={"ETag": '"abc"'})
    request = RequestFactory().get("/en/", headers=GZIP)
    assert PublicGZipMiddleware(lambda _: response)(request)["ETag"] == 'W/"abc"'
