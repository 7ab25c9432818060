"""What a request has looked up is not looked up again, and is forgotten with it."""

from contextlib import suppress

import pytest
from django.core.signals import request_finished, request_started

from alima_site.editorial.tokens import afresh, note, plain, remember

TEXT = "[[made:a]] and [[made:b]]"


@pytest.fixture
def request_began(made):
    with afresh():
        yield made


def test_codes_that_were_noted_are_found_with_the_first(request_began):
    note([TEXT, None, 7, "no token"])
    assert plain("[[made:a]]", "en") == "one (en)"
    assert plain("[[made:b]]", "en") == "<two> (en)"
    assert request_began.asked == [{"a", "b"}]


def test_a_code_that_is_not_there_is_asked_for_once(request_began):
    assert plain("[[made:x]], [[made:x]]", "en") == "not published, not published"
    assert request_began.asked == [{"x"}]


def test_a_kind_of_few_records_is_read_once_whatever_codes_follow(request_began):
    request_began.few = True
    plain("[[made:a]] [[made:x]] [[made:b]]")
    assert len(request_began.asked) == 1


def test_what_a_page_has_read_for_itself_is_not_looked_up(request_began):
    remember("made", {"a": "its own"})
    assert plain("[[made:a]]", "en") == "its own (en)"
    assert request_began.asked == []


def test_outside_a_request_every_look_is_a_new_one(made):
    note([TEXT])
    remember("made", {"a": "old"})
    for _time in range(2):
        assert plain("[[made:a]]", "en") == "one (en)"
    assert made.asked == [{"a"}, {"a"}]


def test_what_is_drawn_afresh_leaves_the_memory_of_the_request_as_it_was(request_began):
    remember("made", {"a": "before"})
    with suppress(ZeroDivisionError), afresh():
        assert plain("[[made:a]]", "en") == "one (en)"
        remember("made", {"a": "within"})
        raise ZeroDivisionError
    assert plain("[[made:a]]", "en") == "before (en)"


@pytest.mark.django_db
def test_a_request_begins_with_nothing_and_leaves_nothing(request_began):
    remember("made", {"a": "of the request before"})
    request_started.send(None)
    assert plain("[[made:a]] [[made:a]]", "en") == "one (en) one (en)"
    assert len(request_began.asked) == 1
    request_finished.send(None)
    plain("[[made:a]]")
    plain("[[made:a]]")
    assert len(request_began.asked) == 3
