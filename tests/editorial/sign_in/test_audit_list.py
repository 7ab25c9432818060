"""What is written down of who came in, who was refused, and who was given rights."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from alima_site.editorial.models import AuditEntry
from tests.editorial.sign_in.attempts import PASSWORD, code_of, sign_in

pytestmark = pytest.mark.django_db


def events():
    return list(AuditEntry.objects.order_by("pk").values_list("kind", "account"))


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
