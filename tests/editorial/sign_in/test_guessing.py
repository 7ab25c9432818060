"""Who guesses learns nothing from the answer, nor from the work it takes."""

import re

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alima_site.editorial.models import AuditEntry
from tests.editorial.sign_in.attempts import PASSWORD, sign_in

pytestmark = pytest.mark.django_db


def test_the_answer_is_the_same_whatever_was_wrong(owner):
    User.objects.create_user("closed", password=PASSWORD, is_staff=True, is_active=False)
    User.objects.create_user("reader", password=PASSWORD)
    tries = [("nobody", "x"), (owner, "x"), (owner, PASSWORD), ("closed", PASSWORD)]
    pages = [
        re.sub(r'value="[^"]*"', "", sign_in(name, "123456", word).content.decode())
        for name, word in [*tries, ("reader", PASSWORD)]
    ]
    assert len(set(pages)) == 1


@pytest.fixture
def hashed(monkeypatch):
    """One entry for every password that was hashed, which is nearly all the time a try takes."""
    entries, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *a: entries.append(1) or encode(*a))
    return entries


@pytest.mark.parametrize("name", ["owner", "nobody"])
def test_a_guesser_hears_and_costs_the_same_for_any_name(owner, name, hashed):
    answers = [sign_in(name, "", "x").status_code for _ in range(7)]
    assert answers == [200] * 4 + [429] * 3
    assert len(hashed) == 5


def test_a_name_costs_the_same_work_whether_there_is_such_an_account_or_not(owner, hashed):
    User.objects.create_user("closed", password=PASSWORD, is_staff=True, is_active=False)
    User.objects.create_user("without password", is_staff=True)
    sign_in("before", "", "x")
    work = set()
    for name in ("owner", "closed", "without password", "nobody", "x" * 150):
        hashed.clear()
        with CaptureQueriesContext(connection) as queries:
            sign_in(name, "123456", "wrong")
        work.add((len(hashed), len(queries)))
    assert len(work) == 1
    assert work.pop()[0] == 1


def test_no_address_of_a_guesser_is_kept(owner, caplog):
    sign_in(owner, "", "my secret word", network="203.0.113.77")
    sign_in("my secret word", "", "x", network="203.0.113.77")
    kept = str(list(AccessAttempt.objects.values())) + str(list(AuditEntry.objects.values()))
    for secret in ("203.0.113.77", "my secret word"):
        assert secret not in kept + caplog.text
