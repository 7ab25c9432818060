"""The memory of a process: the answers used last, up to a number of bytes."""

import pytest
from django.http import HttpResponse

from alima_site.delivery.answers import kept
from alima_site.delivery.page_store import Memory

ANSWER = kept(HttpResponse(b"a page"), "a state")


@pytest.fixture
def memory():
    """Has room for three answers, and holds `a` and `b`."""
    memory = Memory(3 * ANSWER.size)
    memory.put("a", ANSWER)
    memory.put("b", ANSWER)
    return memory


def test_what_was_not_asked_for_the_longest_goes_first(memory):
    memory.put("c", ANSWER)
    memory.put("d", ANSWER)
    assert memory.get("a") is None
    assert memory.keys() == ["d", "c", "b"]


def test_what_was_just_asked_for_stays(memory):
    memory.put("c", ANSWER)
    memory.get("a")
    memory.put("d", ANSWER)
    assert memory.keys() == ["d", "a", "c"]


def test_a_page_that_is_renewed_is_counted_once_and_is_the_new_one(memory):
    renewed = ANSWER._replace(state="another state")
    memory.put("a", renewed)
    assert memory.size == 2 * ANSWER.size
    assert memory.get("a") is renewed
    assert memory.keys()[0] == "a"


def test_what_is_dropped_makes_room(memory):
    memory.drop("a")
    memory.drop("never there")
    assert memory.size == ANSWER.size
    assert memory.get("a") is None


def test_what_is_larger_than_the_memory_is_not_held(memory):
    memory.limit = ANSWER.size - 1
    memory.put("c", ANSWER)
    assert (memory.keys(), memory.size) == ([], 0)


def test_a_memory_that_is_just_full_drops_nothing(memory):
    memory.put("c", ANSWER)
    assert memory.size == memory.limit
    assert memory.get("a")
