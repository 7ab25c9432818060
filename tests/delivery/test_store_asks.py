"""What Django is asked on behalf of all readers, and what becomes of its answer."""

import logging

import pytest
from django.core.cache import caches
from django.http import HttpResponse

from alima_site.delivery.page_store import RENEWED_AFTER, Key, PageStore, is_due

KEY = Key("http", "testserver", "/en/research/studies/", "disease=ebola", saves_data=False)
PUBLIC = {"Cache-Control": "public"}


class Still:
    """A watch over content that does not change."""

    state, database_answers = "a state", True

    def look(self):
        return self.state


class Site:
    """A page store over one answer, which notes what it was asked."""

    def __init__(self):
        self.asked, self.response = [], lambda: HttpResponse("a page", headers=PUBLIC)
        self.store = PageStore(self.answer, Still())
        self.store.renewal.state = "a state"

    def answer(self, environ, start):
        self.asked.append(environ)
        response = self.response()
        start(f"{response.status_code} Said", list(response.items()))
        return response

    def get(self, method="GET", **headers):
        environ = KEY.environ() | {"REQUEST_METHOD": method} | headers
        said = []
        body = self.store(environ, lambda status, *_: said.append(status))
        return said[0], b"".join(body)


@pytest.fixture
def site(tmp_path, monkeypatch):
    for name in ("pages", "choices"):
        monkeypatch.setattr(caches[name], "_dir", str(tmp_path / name))
    # A closed answer would look after the database, of which there is none here.
    monkeypatch.setattr(HttpResponse, "close", lambda response: None)
    return Site()


@pytest.mark.parametrize(
    "header", ["COOKIE", "IF_NONE_MATCH", "IF_MODIFIED_SINCE", "RANGE", "ACCEPT_ENCODING",
               "AUTHORIZATION"],
)  # fmt: skip
def test_nothing_of_the_one_who_asked_first_goes_into_the_page_of_all(site, header):
    site.get(**{f"HTTP_{header}": "of the first reader"})
    assert f"HTTP_{header}" not in site.asked[0]


def test_who_asks_for_the_head_first_makes_the_whole_page(site):
    assert site.get("HEAD", QUERY_STRING="x=1&disease=ebola") == ("200 OK", b"")
    assert site.asked[0]["REQUEST_METHOD"] == "GET"
    assert site.asked[0]["QUERY_STRING"] == "disease=ebola"
    assert site.get() == ("200 OK", b"a page")
    assert len(site.asked) == 1


def test_the_head_of_what_is_not_kept_has_no_body(site):
    site.response = lambda: HttpResponse("of one reader")
    assert site.get("HEAD") == ("200 Said", b"")
    assert site.get() == ("200 Said", b"of one reader")


def test_a_page_of_another_state_is_made_anew(site):
    site.get()
    site.store.watch.state = site.store.renewal.state = "another state"
    site.response = lambda: HttpResponse("the new page", headers=PUBLIC)
    assert site.get()[1] == b"the new page"
    assert len(site.asked) == 2


def test_what_is_gone_leaves_no_copy_for_a_bad_day(site):
    site.get()
    site.store.watch.state = site.store.renewal.state = "another state"
    site.response = lambda: HttpResponse("gone", status=404)
    site.get()
    site.response = lambda: HttpResponse("broken", status=500)
    assert site.get() == ("500 Said", b"broken")


class Broken:
    def get(self, *args):
        raise OSError("no space left")

    set = delete = get


def test_a_shared_store_that_fails_makes_no_page_fail(site, monkeypatch, caplog):
    monkeypatch.setattr(
        "alima_site.delivery.page_store.caches", {"pages": Broken(), "choices": Broken()}
    )
    with caplog.at_level(logging.ERROR):
        assert site.get() == ("200 OK", b"a page")
        site.store.watch.state = site.store.renewal.state = "another state"
        site.response = lambda: HttpResponse("gone", status=404)
        assert site.get() == ("404 Said", b"gone")
    assert {r.message for r in caplog.records} == {
        "The shared page store cannot be read.",
        "The shared page store cannot be written.",
    }


def test_a_copy_in_reserve_is_renewed_each_hour(site, monkeypatch):
    site.get()
    copy = site.store.memory["choices"].get(KEY)
    assert is_due(None)
    monkeypatch.setattr("time.time", lambda: copy.made_at + RENEWED_AFTER)
    assert not is_due(copy)
    assert is_due(copy._replace(made_at=copy.made_at - 1))
