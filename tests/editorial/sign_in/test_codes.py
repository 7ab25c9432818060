"""Beside the password it takes a code, and each code counts once."""

import pytest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.sign_in import second_factor
from tests.editorial.sign_in.attempts import code_of, sign_in, token_for

pytestmark = pytest.mark.django_db


def test_a_password_alone_opens_nothing(owner, client):
    assert sign_in(owner, "").status_code == 200
    assert sign_in(owner, "000000").status_code == 200
    client.force_login(owner)
    assert client.get("/admin/").status_code == 302


def test_password_and_code_open_the_newsroom_and_a_code_counts_once(owner, client):
    code = code_of(owner)
    assert sign_in(owner, code, client=client).status_code == 302
    assert client.get("/admin/").status_code == 200
    assert sign_in(owner, code).status_code == 200


def test_a_recovery_code_counts_once(owner):
    code = owner.recovery_codes[0]
    assert sign_in(owner, code.upper()).status_code == 302
    assert sign_in(owner, code).status_code == 200


def test_a_wrong_code_does_not_slow_the_recovery_codes(owner):
    code = owner.recovery_codes[0]
    sign_in(owner, "000000")
    assert sign_in(owner, code).status_code == 302


def test_no_code_that_counts_once_can_be_read_in_the_database(owner, capsys):
    codes = {*owner.recovery_codes, token_for(owner, capsys)}
    kept = {token.lower() for token in StaticToken.objects.values_list("token", flat=True)}
    assert len(codes) == len(kept) == 11
    assert not codes & kept


def test_after_too_many_wrong_codes_only_a_recovery_code_leads_in(owner, monkeypatch):
    TOTPDevice.objects.update(
        throttling_failure_count=second_factor.MOST_WRONG_CODES,
        throttling_failure_timestamp=timezone.now(),
    )
    assert sign_in(owner, code_of(owner)).status_code == 200
    assert sign_in(owner, owner.recovery_codes[0]).status_code == 302
    later = timezone.now() + second_factor.APP_RESTS
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert sign_in(owner, code_of(owner), network="192.0.2.2").status_code == 302
