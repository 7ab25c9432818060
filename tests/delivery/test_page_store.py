"""Ready answers: rendered once for everyone, packed as the reader takes them."""

import gzip

import brotli
import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_is_rendered_once_and_is_what_django_would_say(reader):
    first, second = reader.get("/fr/modele/"), reader.get("/fr/modele/")
    assert first == second == Client().get("/fr/modele/").content
    assert reader.rendered["/fr/modele/", ""] == 1
    assert reader.said["Content-Security-Policy"]
    assert "Set-Cookie" not in reader.said


@pytest.mark.parametrize(
    ("accepted", "unpack"),
    [("gzip, deflate, br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)],
)
def test_an_answer_comes_in_the_form_the_reader_takes(reader, accepted, unpack):
    body = reader.get("/en/model/", HTTP_ACCEPT_ENCODING=accepted)
    assert unpack(body).startswith(b"<!doctype html>")
    assert int(reader.said["Content-Length"]) == len(body)


def test_who_has_the_page_already_gets_304_without_a_body(reader):
    reader.get("/en/model/")
    tag = reader.said["ETag"]
    assert reader.get("/en/model/", HTTP_IF_NONE_MATCH=f'"other", {tag}') == b""
    assert reader.status.startswith("304")
    assert reader.said["ETag"] == tag
    assert reader.get("/en/model/", HTTP_IF_NONE_MATCH='"other"')


def test_head_says_the_length_and_no_body(reader):
    assert reader.get("/en/model/", method="HEAD") == b""
    length = int(reader.said["Content-Length"])
    assert length == len(reader.get("/en/model/"))
    assert reader.rendered["/en/model/", ""] == 1
