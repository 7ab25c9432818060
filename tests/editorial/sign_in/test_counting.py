"""How tries are counted: by account and network, and forgiven once one was right."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from alima_site.editorial.sign_in.lockout import BackingOffHandler, say_wait

pytestmark = pytest.mark.django_db
HERE, THERE = "192.0.2.1", "192.0.2.2"
HANDLER = BackingOffHandler()


def request(network=HERE):
    made = RequestFactory().post("/admin/login/")
    made.axes_ip_address = network
    return made


def heard(name, network=HERE, times=1):
    """How many of so many tries are heard."""
    return sum(not HANDLER.is_locked(request(network), {"username": name}) for _ in range(times))


def test_five_tries_are_heard_and_then_one_has_to_wait():
    assert heard("awa", times=9) == 5


def test_other_names_and_other_networks_are_counted_by_themselves():
    heard("awa", times=9)
    assert heard("ben") == 1
    assert heard("awa", THERE) == 1
    assert heard("awa") == 0


def test_who_was_right_begins_anew_and_nobody_else_does():
    heard("awa", times=9)
    heard("awa", THERE, times=9)
    HANDLER.user_logged_in(None, request(), User(username="awa"))
    assert heard("awa", times=9) == 5
    assert heard("awa", THERE) == 0


def test_who_does_not_wait_does_not_wait_longer_for_it(monkeypatch):
    heard("awa", times=100)
    later = timezone.now() + timedelta(seconds=61)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert heard("awa", times=9) == 1


def test_after_one_more_wrong_try_the_wait_is_twice_as_long(monkeypatch):
    heard("awa", times=5)
    for minutes, count in ((1, 1), (2, 0), (3, 1)):
        later = timezone.now() + timedelta(minutes=minutes, seconds=1)
        with monkeypatch.context() as then:
            then.setattr(timezone, "now", lambda later=later: later)
            assert heard("awa") == count


@pytest.mark.parametrize("credentials", [None, {}, {"username": None}, {"username": ""}])
def test_a_try_without_a_name_is_counted_as_one_of_no_name(credentials):
    for _time in range(5):
        HANDLER.is_locked(request(), credentials)
    assert HANDLER.is_locked(request(), {"username": ""})


def test_the_form_says_it_to_people_and_the_status_to_machines():
    answer = say_wait(request(), HttpResponse("Wait a minute."))
    assert answer.status_code == 429
    assert answer.content == b"Wait a minute."
