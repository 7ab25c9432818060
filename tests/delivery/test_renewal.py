"""After an edit the pages read most are made again, one after the other."""

import pytest

from alima_site.delivery import renewal
from alima_site.delivery.renewal import Renewal


class Store:
    """Knows which pages are in memory, and notes which are visited."""

    def __init__(self, *keys):
        self.memory, self._keys, self.visited = {"pages": self}, list(keys), []

    def keys(self):
        return self._keys

    def visit(self, key):
        self.visited.append(key)


@pytest.fixture(autouse=True)
def without_pause(monkeypatch):
    monkeypatch.setattr(renewal, "PAUSE", 0)


def renewed(store):
    work = Renewal(store)
    work.begin("a state")
    if work._thread:
        work._thread.join(10)
    return work


def test_every_page_in_memory_is_made_again_the_one_used_last_first():
    store = Store("a", "b", "c")
    assert renewed(store).state == "a state"
    assert store.visited == ["a", "b", "c"]


def test_of_very_many_pages_only_the_first_are(monkeypatch):
    monkeypatch.setattr(renewal, "PAGES", 2)
    store = Store("a", "b", "c")
    renewed(store)
    assert store.visited == ["a", "b"]


def test_where_nothing_was_read_no_thread_is_begun():
    work = renewed(Store())
    assert work._thread is None
    assert work.state == "a state"


class Busy:
    """A thread that has not done yet."""

    def is_alive(self):
        return True


def test_a_newer_state_does_not_begin_a_second_thread():
    work = Renewal(Store("a"))
    work._thread = busy = Busy()
    work.begin("a newer state")
    assert work._thread is busy
    assert work.state == "a newer state"


def test_once_a_thread_has_done_the_next_state_begins_another():
    store = Store("a")
    work = renewed(store)
    work.begin("a newer state")
    work._thread.join(10)
    assert store.visited == ["a", "a"]
