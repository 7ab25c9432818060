"""A process looks at the content state twice a second at most, and goes on when it cannot."""

import datetime

import pytest
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from alima_site.delivery import state
from alima_site.delivery.database import silent
from tests.factories import make_topic


@pytest.fixture
def watch(monkeypatch):
    """Finds what `answers` holds, one after the other; `clock` is the time it is."""
    watch = state.Watch()
    watch.answers, watch.clock = [], 100.0

    def find(now):
        answer = watch.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(watch, "find", find)
    monkeypatch.setattr(state, "connection", Connection())
    monkeypatch.setattr(state.time, "monotonic", lambda: watch.clock)
    yield watch
    silent.clear()


class Connection:
    closed = 0

    def close_if_unusable_or_obsolete(self):
        pass

    def close(self):
        self.closed += 1


def test_it_asks_again_only_after_half_a_second(watch):
    watch.answers = ["one", "two"]
    assert watch.look() == "one"
    watch.clock += 0.25
    assert watch.look() == "one"
    watch.clock += 0.25
    assert watch.look() == "two"


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_while_the_database_is_gone_it_keeps_the_last_state_and_says_so(watch, error):
    watch.answers = ["one", error]
    watch.look()
    watch.clock += 1
    assert watch.look() == "one"
    assert not watch.database_answers
    assert state.connection.closed == 1


def test_a_database_that_is_gone_is_not_asked_by_every_reader(watch):
    watch.answers = [OperationalError("gone")]
    watch.look()
    watch.look()
    assert not watch.database_answers


def test_an_outage_is_one_line_in_the_log(watch, caplog):
    watch.answers = [OperationalError("gone"), OperationalError("gone"), "back"]
    for _n in range(3):
        watch.look()
        watch.clock += 1
    assert len(caplog.records) == 1
    assert watch.database_answers


def test_an_error_of_ours_is_not_taken_for_an_outage(watch):
    watch.answers = [ValueError("ours")]
    with pytest.raises(ValueError, match="ours"):
        watch.look()
    assert watch.database_answers


@pytest.mark.django_db
def test_the_state_differs_with_the_day_and_the_code_and_else_stays(monkeypatch):
    make_topic()
    now, watch = timezone.now(), state.Watch()
    first = watch.find(now)
    assert state.Watch().find(now) == first
    assert watch.find(now + datetime.timedelta(days=1)) != first
    monkeypatch.setattr(state, "release", lambda: "another release")
    assert watch.find(now) != first
