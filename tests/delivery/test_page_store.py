"""Ready answers: rendered once for everyone, packed as the reader takes them."""

import gzip
import threading
import time

import brotli
import pytest
from django.http import HttpResponse
from django.test import Client

from alima_site.delivery.page_store import Key, PageStore
from tests.delivery.readers import Reader

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


def test_staff_with_a_session_pass_the_store_by(reader):
    for _n in range(2):
        reader.get("/en/model/", HTTP_COOKIE="sessionid=abc")
    assert reader.rendered["/en/model/", ""] == 2


@pytest.mark.parametrize("path", ["/en/nowhere/", "/", "/f/patients-total/", "/admin/login/"])
def test_what_is_not_the_same_for_everyone_is_not_kept(reader, path):
    reader.get(path), reader.get(path)
    assert reader.rendered[path, ""] == 2


def test_a_host_that_is_not_ours_gets_nothing(reader):
    reader.get("/en/model/")
    reader.get("/en/model/", HTTP_HOST="evil.example")
    assert reader.status.startswith("400")


def test_what_one_process_rendered_the_others_find(reader):
    reader.get("/en/model/")
    other = Reader()
    assert other.get("/en/model/") == reader.get("/en/model/")
    assert not other.rendered


def test_threads_that_want_the_same_page_wait_for_one_rendering():
    begun, go = threading.Event(), threading.Event()
    rendered = []

    def slow(environ, start):
        rendered.append(1)
        begun.set()
        go.wait(10)
        response = HttpResponse("once", headers={"Cache-Control": "public"})
        start("200 OK", response.items())
        return response

    class Still:
        state, database_answers = "a state", True

        def look(self):
            return self.state

    store = PageStore(slow, Still())
    store.renewal.state = "a state"
    key, found = Key("http", "testserver", f"/en/{time.time()}/", "", False), []
    threads = [threading.Thread(target=lambda: found.append(store.visit(key))) for _ in range(5)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    go.set()
    for thread in threads:
        thread.join(10)
    assert [body for _status, body in found] == [b"once"] * 5
    assert len(rendered) == 1
