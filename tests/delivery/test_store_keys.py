"""What makes two requests one page for the store, and which requests pass it by."""

import pytest

from alima_site.delivery.page_store import Key, PageStore
from alima_site.delivery.parameters import LONGEST

STUDIES = "/en/research/studies/"
KEY = Key("http", "testserver", STUDIES, "disease=ebola", saves_data=False)


@pytest.fixture
def store():
    return PageStore(lambda environ, start: [b"Django"])


def key_of(store, **changes):
    return store.key_of(KEY.environ() | changes)


def test_the_request_for_a_page_leads_to_its_key(store):
    for key in (KEY, KEY._replace(saves_data=True), KEY._replace(scheme="https", query="")):
        assert store.key_of(key.environ()) == key


@pytest.mark.parametrize(
    "changes",
    [
        {"HTTP_HOST": "TestServer"},
        {"QUERY_STRING": "utm_source=mail&disease=ebola"},
        {"HTTP_SAVE_DATA": "off"},
        {"HTTP_USER_AGENT": "another browser"},
        {"HTTP_ACCEPT_LANGUAGE": "fr"},
    ],
    ids=str,
)
def test_what_changes_nothing_on_a_page_makes_no_page_of_its_own(store, changes):
    assert key_of(store, **changes) == KEY


@pytest.mark.parametrize(
    "changes",
    [
        {"HTTP_HOST": "other.example"},
        {"QUERY_STRING": "disease=cholera"},
        {"HTTP_SAVE_DATA": "ON"},
        {"PATH_INFO": "/fr/recherche/etudes/"},
        {"wsgi.url_scheme": "https"},
    ],
    ids=str,
)
def test_what_shows_on_a_page_makes_another_one_with_another_name(store, changes):
    key = key_of(store, **changes)
    assert key != KEY
    assert key.name != KEY.name


def test_the_scheme_is_what_the_sites_own_proxy_says(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    store = PageStore(lambda environ, start: [])
    assert key_of(store, HTTP_X_FORWARDED_PROTO="https").scheme == "https"
    assert key_of(store, **{"wsgi.url_scheme": "https"}).scheme == "http"
    secure = KEY._replace(scheme="https")
    assert store.key_of(secure.environ()) == secure


def test_what_readers_choose_displaces_no_page():
    assert KEY.cache == "choices"
    assert KEY._replace(query="").cache == "pages"


def test_a_path_that_is_no_text_has_a_name_all_the_same():
    assert len(KEY._replace(path="/\udce9/").name) == 64


@pytest.mark.parametrize(
    ("changes", "is_for_everyone"),
    [
        ({}, True),
        ({"REQUEST_METHOD": "HEAD"}, True),
        ({"REQUEST_METHOD": "POST"}, False),
        ({"REQUEST_METHOD": "OPTIONS"}, False),
        ({"PATH_INFO": "/admin/"}, False),
        ({"PATH_INFO": "/media/a.jpg"}, False),
        ({"PATH_INFO": "/static/a.css"}, False),
        ({"PATH_INFO": "/readyz"}, False),
        ({"PATH_INFO": "/healthz"}, False),
        ({"PATH_INFO": "/data/"}, True),
        ({"PATH_INFO": "/data/ledger.csv"}, False),
        ({"QUERY_STRING": "a" * LONGEST}, True),
        ({"QUERY_STRING": "a" * (LONGEST + 1)}, False),
    ],
    ids=lambda value: str(value)[:50],
)
def test_which_requests_the_store_looks_at(store, changes, is_for_everyone):
    assert store._is_for_everyone(KEY.environ() | changes) is is_for_everyone
