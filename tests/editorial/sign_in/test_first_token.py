"""A one-time token leads to setting up the second factor, and nowhere else."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.editorial.sign_in.attempts import PASSWORD, code_of, sign_in, token_for

pytestmark = pytest.mark.django_db


def test_a_token_leads_to_the_second_factor_and_nowhere_else(client, capsys):
    user = User.objects.create_superuser("new", password=PASSWORD)
    assert sign_in(user, token_for(user, capsys), client=client).status_code == 302
    for page in ("/admin/", "/admin/auth/user/", "/admin/styleguide/"):
        assert client.get(page)["Location"] == "/admin/second-factor/"
    page = client.get("/admin/second-factor/").content.decode()
    assert "<svg" in page
    assert client.post("/admin/second-factor/", {"code": "nonsense"}).status_code == 200
    assert not TOTPDevice.objects.filter(user=user, confirmed=True).exists()
    TOTPDevice.objects.filter(user=user).update(throttling_failure_count=0)
    done = client.post("/admin/second-factor/", {"code": code_of(user)})
    assert len(done.context["codes"]) == 10
    assert client.get("/admin/").status_code == 200


def test_a_token_counts_once_and_for_a_day(client, capsys):
    user = User.objects.create_superuser("new", password=PASSWORD)
    token = token_for(user, capsys)
    assert sign_in(user, token).status_code == 302
    assert sign_in(user, token).status_code == 200
    token = token_for(user, capsys)
    StaticDevice.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert sign_in(user, token, network="192.0.2.9").status_code == 200


def test_there_is_no_token_for_those_who_may_not_come_in():
    User.objects.create_user("visitor")
    for name in ("visitor", "nobody"):
        with pytest.raises(CommandError, match="no open staff account"):
            call_command("sign_in_token", name)


def test_the_first_administrator_of_a_production_site_gets_a_token(capsys):
    User.objects.all().delete()
    call_command("first_administrator")
    out = capsys.readouterr().out
    password, token = re.findall(r"password: (\S+)", out)[0], out.split()[-1]
    assert sign_in("admin", token, password).status_code == 302
