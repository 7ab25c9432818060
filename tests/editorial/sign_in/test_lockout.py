"""Who guesses has to wait, and nobody else has to."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from alima_site.editorial.models import AuditEntry
from alima_site.editorial.sign_in.lockout import wait_after
from tests.editorial.sign_in.attempts import LOGIN, PASSWORD, code_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("word", ["a guess", PASSWORD])
@pytest.mark.parametrize(
    ("guesses", "networks"), [(60, 6), pytest.param(1000, 50, marks=pytest.mark.audit)]
)
def test_guesses_from_many_networks_do_not_lock_the_owner_out(
    owner, monkeypatch, guesses, networks, word
):
    """Of passwords, and of codes by one who knows the password."""
    tried = []
    monkeypatch.setattr(
        User, "check_password", lambda self, raw: tried.append(raw) or raw == PASSWORD
    )
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)
    wrong = "000000" if code_of(owner) != "000000" else "000001"
    for guess in range(guesses):
        sign_in(owner, wrong, word, f"198.51.100.{guess % networks}")
    assert len(tried) == networks * 5
    assert AuditEntry.objects.filter(kind__in=["refused", "locked"]).count() == networks * 6
    assert sign_in(owner, code_of(owner)).status_code == 302


@pytest.mark.skipif(connection.vendor == "sqlite", reason="in tests/browser: it needs a file")
def test_tries_at_the_same_moment_are_heard_no_more_often(django_db_blocker):
    def one_try(_number):
        request = RequestFactory().post(LOGIN)
        try:
            return AxesProxyHandler.is_locked(request, {"username": "nobody at all"})
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        locked = list(pool.map(one_try, range(40)))
        # What the threads wrote is not part of the test's transaction.
        pool.submit(lambda: (AccessAttempt.objects.all().delete(), connection.close())).result()
    assert locked.count(False) == 5


def test_the_wait_doubles():
    assert [wait_after(n).total_seconds() / 60 for n in (4, 5, 6, 7, 14)] == [0, 1, 2, 4, 512]
    assert wait_after(10_000) == timedelta(hours=12)


def test_after_the_wait_one_more_try_is_heard(owner, monkeypatch):
    for _ in range(5):
        sign_in(owner, "", "x")
    assert sign_in(owner, code_of(owner)).status_code == 429
    later = timezone.now() + timedelta(minutes=1, seconds=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert sign_in(owner, code_of(owner)).status_code == 302
