"""What readers and staff get while the database is down or hangs, and what must not come back."""

import socket
import threading

import psycopg2
import pytest
from django.core.cache import caches
from django.db import OperationalError, connection
from psycopg2 import extensions

from alima_site.delivery import database, driver, state
from alima_site.delivery.page_store import Key
from tests.delivery.readers import broken_database
from tests.factories import make_partner

pytestmark = pytest.mark.django_db


def test_staff_read_the_saved_copy_too(reader):
    reader.get("/en/model/")
    with broken_database():
        assert b"Saved copy" in reader.get("/en/model/", HTTP_COOKIE="sessionid=abc")


@pytest.mark.parametrize("path", ["/en/contact/", "/data/"])
def test_what_is_made_for_each_reader_has_a_copy_in_reserve(reader, path):
    first, second = reader.get(path), reader.get(path)
    assert reader.rendered[path, ""] == 2
    assert b"notice--saved" not in first + second
    with broken_database():
        saved = reader.get(path)
    assert reader.status.startswith("200")
    assert b"notice--saved" in saved


def test_who_saves_data_gets_the_copy_of_the_full_page(reader):
    reader.get("/en/model/")
    with broken_database():
        assert b"Saved copy" in reader.get("/en/model/", HTTP_SAVE_DATA="on")


def test_a_page_that_was_warmed_is_there_under_every_name_of_the_site(reader, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    reader.store.visit(Key("http", "testserver", "/en/model/", "", saves_data=False))
    with broken_database():
        assert b"Saved copy" in reader.get("/en/model/", HTTP_HOST="other.example")


def test_what_was_taken_down_does_not_come_back_as_a_saved_copy(reader):
    partner = make_partner(slug="withdrawn")
    path = "/en/partners/withdrawn/"
    assert b"Made" in reader.get(path)
    partner.state = "archived"
    partner.save()
    reader.get(path)
    key = Key("http", "testserver", path, "", saves_data=False)
    assert caches["pages"].get(key.name) is None
    assert reader.store.memory["pages"].get(key) is None


def test_the_newsroom_does_not_pretend_to_work_without_its_database(client, monkeypatch):
    def refuse():
        raise OperationalError("the server is gone")

    client.raise_request_exception = False
    monkeypatch.setattr(connection, "ensure_connection", refuse)
    answer = client.get("/admin/login/")
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "no-store" in answer["Cache-Control"]


def test_while_one_look_hangs_the_others_send_saved_copies(monkeypatch):
    begun, go = threading.Event(), threading.Event()

    def hang(watch, now):
        begun.set()
        go.wait(10)

    monkeypatch.setattr(state.Watch, "find", hang)
    monkeypatch.setattr(state, "PATIENCE", 0)
    watch = state.Watch()
    watch._next_look = 0.1
    looking = threading.Thread(target=watch.look)
    looking.start()
    begun.wait(10)
    watch.look()
    assert not watch.database_answers
    go.set()
    looking.join(10)
    assert watch.database_answers


class Silent:
    """A driver whose server says nothing more."""

    status = extensions.STATUS_READY

    def __init__(self, end: socket.socket) -> None:
        self.fileno = end.fileno

    def poll(self) -> int:
        return extensions.POLL_READ


@pytest.fixture
def silence():
    near, far = socket.socketpair()
    with near, far:
        yield Silent(near)
    database.silent.clear()


def test_a_database_that_is_silent_is_given_up(silence):
    with database.answers_within(0.05), pytest.raises(psycopg2.OperationalError, match="not answ"):
        driver.wait(silence)
    assert database.silent.is_set()


def test_while_the_silence_is_known_no_reader_waits(silence):
    waiting = threading.Thread(target=lambda: given_up(silence))
    waiting.start()
    database.silent.set()
    waiting.join(10)
    assert not waiting.is_alive()


def given_up(silence):
    with database.answers_within(1000), pytest.raises(psycopg2.OperationalError):
        driver.wait(silence)


def test_who_looks_whether_it_is_back_waits_all_the_same(silence):
    database.silent.set()
    answer = threading.Timer(0.3, lambda: setattr(silence, "poll", lambda: extensions.POLL_OK))
    answer.start()
    with database.answers_within(1000, even_if_silent=True):
        driver.wait(silence)
