"""A kept answer holds what Django said, packed, without what belongs to one request."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from alima_site.delivery.answers import kept


def answer(body=b"a page", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return kept(HttpResponse(body, headers=named), "a state")


def test_each_packing_holds_the_whole_body():
    packed = answer("Où ? Là.".encode()).packed
    assert gzip.decompress(packed["gzip"]) == brotli.decompress(packed["br"])
    assert gzip.decompress(packed["gzip"]).decode() == "Où ? Là."


def test_it_knows_the_state_it_was_rendered_under():
    assert answer().state == "a state"


def test_the_headers_of_the_house_come_along():
    assert ("Content-Security-Policy", "default-src 'none'") in answer(
        Content_Security_Policy="default-src 'none'"
    ).headers


@pytest.mark.parametrize(
    "name", ["Content-Length", "Content-Encoding", "ETag", "Date", "X-Request-ID"]
)
def test_what_belongs_to_one_request_is_not_said_to_the_next(name):
    headers = answer(**{name: "of the first reader"}).headers
    assert name.lower() not in {known.lower() for known, _value in headers}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Accept-Encoding"),
        ({"Vary": "Save-Data"}, "Accept-Encoding, Save-Data"),
        ({"Vary": "Save-Data, Accept-Encoding"}, "Save-Data, Accept-Encoding"),
    ],
)
def test_every_cache_is_told_once_that_packings_differ(given, said):
    assert [value for name, value in answer(**given).headers if name == "Vary"] == [said]


def test_two_renderings_of_one_text_have_one_tag_and_another_text_has_another():
    assert answer(b"one").etag == answer(b"one").etag != answer(b"two").etag


@pytest.mark.parametrize(
    ("kind", "is_page"),
    [("text/html; charset=utf-8", True), ("application/xml", False), ("text/plain", False)],
)
def test_only_html_is_a_page_that_can_carry_a_notice(kind, is_page):
    assert answer(Content_Type=kind).is_page is is_page
