"""Who comes into the newsroom, how often one may guess, and what is written down of it."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.models import AuditEntry
from alima_site.editorial.sign_in import second_factor
from alima_site.editorial.sign_in.lockout import wait_after

pytestmark = pytest.mark.django_db
PASSWORD = "a long word nobody guesses"
LOGIN = "/admin/login/?next=/admin/"


@pytest.fixture(autouse=True)
def production(settings):
    settings.SECOND_FACTOR = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(production):
    user = User.objects.create_superuser("owner", password=PASSWORD)
    user.recovery_codes = second_factor.confirm(second_factor.pending_app(user))
    return user


def code_of(user, steps=0):
    device = TOTPDevice.objects.get(user=user, name=second_factor.APP)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift + steps)
    return f"{totp.token():06}"


def sign_in(user, code, password=PASSWORD, network="192.0.2.1", client=None):
    client = client or Client()
    data = {"username": str(user), "password": password, "code": code}
    return client.post(LOGIN, data, REMOTE_ADDR=network)


def events():
    return list(AuditEntry.objects.order_by("pk").values_list("kind", "account"))


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


def token_for(user, capsys):
    call_command("sign_in_token", str(user))
    return capsys.readouterr().out.split()[-1]


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


def test_no_address_of_a_guesser_is_kept(owner, caplog):
    sign_in(owner, "", "my secret word", network="203.0.113.77")
    sign_in("my secret word", "", "x", network="203.0.113.77")
    kept = str(list(AccessAttempt.objects.values())) + str(list(AuditEntry.objects.values()))
    for secret in ("203.0.113.77", "my secret word"):
        assert secret not in kept + caplog.text


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


def test_who_comes_and_who_is_refused_is_written_down(owner):
    AuditEntry.objects.all()._raw_delete("default")
    sign_in(owner, code_of(owner))
    sign_in(owner, "", "x")
    sign_in("my secret word", "", "x")
    assert events() == [("signed-in", "owner"), ("refused", "owner"), ("refused", "")]


def test_a_change_of_rights_is_written_down_with_who_made_it(admin_client, settings):
    settings.SECOND_FACTOR = False
    user = User.objects.create_user("writer", password=PASSWORD)
    group = Group.objects.get(name="publisher")
    data = {"username": "writer", "is_staff": "on", "is_active": "on", "groups": [group.pk]}
    moment = timezone.localtime()
    data |= {"date_joined_0": f"{moment:%Y-%m-%d}", "date_joined_1": f"{moment:%H:%M:%S}"}
    page = admin_client.post(f"/admin/auth/user/{user.pk}/change/", data)
    assert page.status_code == 302
    latest = AuditEntry.objects.filter(account="writer", by="admin")
    assert {(row.kind, row.detail) for row in latest} == {
        ("account", "is_staff: True"),
        ("permissions", "+ publisher"),
    }


def test_the_audit_list_is_only_added_to(owner):
    row = AuditEntry.objects.first()
    for change in (row.save, row.delete, AuditEntry.objects.all().delete):
        with pytest.raises(PermissionDenied):
            change()
    with pytest.raises(PermissionDenied):
        AuditEntry.objects.update(account="somebody")


def test_a_download_from_the_newsroom_is_written_down(admin_client, settings):
    settings.SECOND_FACTOR = False
    address = "/admin/editorial/importrun/template/statistics-fr.csv"
    assert admin_client.get(address)["Content-Disposition"].startswith("attachment")
    assert AuditEntry.objects.filter(kind="export", by="admin", detail=address).count() == 1


def test_events_whose_time_is_over_are_deleted_and_no_others(owner, capsys, monkeypatch):
    kept = AuditEntry.objects.count()
    now = timezone.now()
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: now - timedelta(days=366))
        AuditEntry.objects.create(kind=AuditEntry.Kind.REFUSED)
    for option, count in (("--dry-run", kept + 1), ("--verbosity=1", kept)):
        call_command("delete_old_events", option)
        assert AuditEntry.objects.count() == count
    assert capsys.readouterr().out.count("1 security events older than 365 days") == 2


def test_the_first_administrator_gets_no_common_password(monkeypatch, settings):
    settings.LOCAL_HTTP = False
    User.objects.all().delete()
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "password1234")
    with pytest.raises(CommandError, match="DJANGO_SUPERUSER_PASSWORD: "):
        call_command("first_administrator")
    assert not User.objects.exists()


def test_the_first_administrator_of_a_production_site_gets_a_token(capsys):
    User.objects.all().delete()
    call_command("first_administrator")
    out = capsys.readouterr().out
    password, token = re.findall(r"password: (\S+)", out)[0], out.split()[-1]
    assert sign_in("admin", token, password).status_code == 302
