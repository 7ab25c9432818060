"""A password is not a common one, and ends the sessions of the one before."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from tests.editorial.sign_in.attempts import PASSWORD, code_of, sign_in

pytestmark = pytest.mark.django_db


def test_sessions_end_when_the_account_closes_or_its_password_changes(owner):
    here, there = Client(), Client()
    sign_in(owner, code_of(owner), client=here)
    codes = owner.recovery_codes
    sign_in(owner, codes[0], client=there)
    owner.set_password("another long word nobody guesses")
    owner.save()
    assert here.get("/admin/").status_code == there.get("/admin/").status_code == 302
    sign_in(owner, codes[1], "another long word nobody guesses", client=here)
    assert here.get("/admin/").status_code == 200
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert here.get("/admin/").status_code == 302


def test_a_common_password_is_refused(client, settings):
    settings.SECOND_FACTOR = False
    user = User.objects.create_superuser("local", password=PASSWORD)
    client.force_login(user)
    page = client.post(
        "/admin/password_change/",
        {
            "old_password": PASSWORD,
            "new_password1": "password1234",
            "new_password2": "password1234",
        },
    )
    assert page.status_code == 200
    assert page.context["form"].errors


def test_the_first_administrator_gets_no_common_password(monkeypatch, settings):
    settings.LOCAL_HTTP = False
    User.objects.all().delete()
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "password1234")
    with pytest.raises(CommandError, match="DJANGO_SUPERUSER_PASSWORD: "):
        call_command("first_administrator")
    assert not User.objects.exists()
