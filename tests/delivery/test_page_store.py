"""Ready answers: kept for everyone, void with every change, packed as the reader takes them."""

import datetime
import gzip
import random
import threading
import time
import tracemalloc
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import brotli
import pytest
from django.core.cache import caches
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError
from django.http import HttpResponse, HttpResponseServerError
from django.test import Client
from django.utils import timezone

from alima_site.delivery import state as content_state
from alima_site.delivery.answers import best_encoding
from alima_site.delivery.database import silent
from alima_site.delivery.page_store import Key, PageStore
from alima_site.delivery.parameters import meaningful
from alima_site.editorial.models import Topic
from programs.models import CountryProgramme
from tests.factories import make_partner, make_presence, make_statistic

pytestmark = pytest.mark.django_db


class Reader:
    """A store over the real site, that counts what Django renders."""

    def __init__(self):
        self.rendered = Counter()
        self.django = get_wsgi_application()
        self.store = PageStore(self._count)
        self.said = {}

    def _count(self, environ, start):
        self.rendered[environ["PATH_INFO"], environ["QUERY_STRING"]] += 1
        return self.django(environ, start)

    def get(self, path, query="", method="GET", **headers):
        key = Key("http", "testserver", path, query, saves_data=False)
        environ = key.environ() | {"REQUEST_METHOD": method} | headers
        self.store.watch._next_look = 0  # as if a second had passed

        def start(status, said, *_):
            self.status, self.said = status, dict(said)

        answer = self.store(environ, start)
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return body


@pytest.fixture
def reader(settings, tmp_path, monkeypatch):
    for name in ("pages", "choices"):
        monkeypatch.setattr(caches[name], "_dir", str(tmp_path / name))
    # As Django's own test client: a request does not end the connection, for the test's
    # transaction would go with it.
    monkeypatch.setattr(content_state.connection, "close_if_unusable_or_obsolete", lambda: None)
    # Here renewal would read the database of another connection.
    monkeypatch.setattr("alima_site.delivery.renewal.Renewal.begin", lambda *_: None)
    return Reader()


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


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("", ""), ("br;q=0, gzip", "gzip"), ("br;q=0.5", "br"), ("*", "br"), ("GZIP;q=1", "gzip"),
     ("gzip;q=0.000", ""), ("deflate", "")],
)  # fmt: skip
def test_the_encoding_is_one_that_is_accepted(header, encoding):
    assert best_encoding(header) == encoding


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


def change_a_name(partner):
    partner.name_en = "Another name"
    partner.save()


def change_past_the_signals(partner):
    type(partner).objects.filter(pk=partner.pk).update(name_en="Another name")


def tie_a_topic(partner):
    make_statistic().partners.add(partner)


def delete_it(partner):
    partner.delete()


@pytest.mark.parametrize("change", [change_a_name, change_past_the_signals, tie_a_topic, delete_it])
def test_every_change_of_content_voids_what_was_rendered(reader, change):
    partner = make_partner()
    reader.get("/en/partners/")
    before = reader.store.watch.state
    change(partner)
    reader.get("/en/partners/")
    assert reader.store.watch.state != before
    assert reader.rendered["/en/partners/", ""] == 2


def test_a_row_of_a_form_changes_pages_too(reader):
    reader.get("/en/programmes/niger/")
    make_presence(CountryProgramme.objects.get(slug="niger"), "2030")
    reader.get("/en/programmes/niger/")
    assert reader.rendered["/en/programmes/niger/", ""] == 2


def test_a_scheduled_page_voids_the_store_at_its_minute(reader, monkeypatch):
    now = timezone.now()
    make_partner(slug="soon", publish_at=now + datetime.timedelta(minutes=1))
    assert b"/en/partners/soon/" not in reader.get("/en/partners/")
    later = now + datetime.timedelta(minutes=1, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert b"/en/partners/soon/" in reader.get("/en/partners/")
    reader.get("/en/partners/")
    assert reader.rendered["/en/partners/", ""] == 2


def test_unknown_parameters_are_no_pages_of_their_own(reader):
    for n in range(50):
        reader.get("/en/model/", f"utm_source={n}&page={n}")
        reader.get("/en/research/studies/", f"x{n}={n}&disease=ebola")
    assert sum(reader.rendered.values()) == 2


@pytest.mark.parametrize("requests", [2_000, pytest.param(100_000, marks=pytest.mark.audit)])
def test_random_parameters_leave_memory_and_store_as_they_are(reader, requests):
    choose = random.Random(1)
    addresses = ["/en/partners/", "/en/research/studies/", "/fr/", "/en/figures/explore/"]

    def ask(times):
        for n in range(times):
            word = f"{choose.getrandbits(64):x}"
            reader.get(addresses[n % len(addresses)], f"{word}={word}&utm_{n}={word}")

    ask(1_000)
    files = len(list(Path(caches["pages"]._dir).iterdir()))
    tracemalloc.start()
    ask(requests)
    grown, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(list(Path(caches["pages"]._dir).iterdir())) == files
    assert not Path(caches["choices"]._dir).exists()
    assert sum(reader.rendered.values()) == len(addresses)
    assert grown < 500_000


def test_parameters_are_read_in_one_order():
    path = "/fr/recherche/etudes/"
    assert meaningful(path, "year=2019&a=b&disease=ebola") == "disease=ebola&year=2019"
    assert meaningful(path, "disease=ebola&year=2019") == "disease=ebola&year=2019"
    assert meaningful("/fr/", "disease=ebola") == meaningful("/nowhere/", "a=b") == ""


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


def test_many_addresses_stay_within_the_bounds_of_memory(reader):
    reader.store.memory["choices"].limit = 100_000
    for n in range(60):
        reader.get("/en/research/studies/", f"disease=nothing-{n}")
    assert 0 < reader.store.memory["choices"].size <= 100_000


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


@contextmanager
def broken_database():
    def breaks(*args, **kwargs):
        raise OperationalError("the server is gone")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content_state.Watch, "find", breaks)
        # The test's own transaction is not to go with it.
        patch.setattr(content_state.connection, "close", lambda: None)
        yield
    silent.clear()


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
