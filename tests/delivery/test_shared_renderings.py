"""One rendering serves all processes and all threads that want the page."""

import threading
import time

import pytest
from django.http import HttpResponse

from alima_site.delivery.page_store import Key, PageStore
from tests.delivery.readers import Reader

pytestmark = pytest.mark.django_db


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
