"""Only an answer that is the same for everyone may be kept."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from alima_site.delivery.answers import LARGEST, may_be_kept

PUBLIC = {"Cache-Control": "public, max-age=60"}


def answer(body=b"a page", status=200, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(body, status=status, headers=PUBLIC | named)


def test_a_public_page_may_be_kept():
    assert may_be_kept(answer())


@pytest.mark.parametrize("status", [204, 206, 301, 302, 304, 400, 404, 500, 503])
def test_anything_but_a_whole_good_answer_may_not(status):
    assert not may_be_kept(answer(status=status))


@pytest.mark.parametrize("control", ["no-store", "private, max-age=60", "max-age=60", ""])
def test_what_is_not_said_to_be_public_may_not(control):
    assert not may_be_kept(answer(Cache_Control=control))


def test_an_answer_that_says_nothing_of_caches_may_not():
    assert not may_be_kept(HttpResponse(b"a page"))


def test_an_answer_that_sets_a_cookie_may_not():
    response = answer()
    response.set_cookie("choice", "fr")
    assert not may_be_kept(response)


@pytest.mark.parametrize("vary", ["Cookie", "Accept-Language", "Save-Data, Cookie", "*"])
def test_what_differs_by_anything_the_store_does_not_look_at_may_not(vary):
    assert not may_be_kept(answer(Vary=vary))


@pytest.mark.parametrize("vary", ["", "Save-Data", "accept-encoding,SAVE-DATA", "Save-Data, "])
def test_packing_and_saved_data_are_what_a_page_may_differ_by(vary):
    assert may_be_kept(answer(Vary=vary))


def test_what_is_packed_already_may_not():
    assert not may_be_kept(answer(Content_Encoding="gzip"))


def test_what_comes_as_a_stream_may_not():
    assert not may_be_kept(StreamingHttpResponse([b"a file"], headers=PUBLIC))


@pytest.mark.parametrize(("size", "may"), [(LARGEST, True), (LARGEST + 1, False)])
def test_what_is_larger_than_two_megabytes_may_not(size, may):
    assert may_be_kept(answer(b"a" * size)) is may
