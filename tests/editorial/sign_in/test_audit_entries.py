"""Which changes of accounts and rights are written down, in which words, and which are not."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.db.models.signals import post_save, pre_save

from alima_site.editorial.models import AuditEntry, one_act
from alima_site.editorial.sign_in.audit import known

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    """An account whose own making is written down no more."""
    user = User.objects.create_user("writer")
    AuditEntry.objects.all()._raw_delete("default")
    return user


def entries():
    rows = AuditEntry.objects.order_by("pk").values_list("kind", "account", "by", "detail")
    return [tuple(filter(None, row)) for row in rows]


def test_a_new_account_is_written_down_with_its_rights():
    AuditEntry.objects.all()._raw_delete("default")
    User.objects.create_user("awa", is_staff=True)
    detail = "is_active: True, is_staff: True, is_superuser: False, username: awa"
    assert entries() == [("account", "awa", detail)]


def test_only_what_changed_of_an_account_is_written_down(writer):
    writer.email = "writer@example.org"
    writer.save()
    assert entries() == []
    writer.is_active = False
    with one_act(User.objects.create_user("admin")):
        writer.save()
    assert entries()[-1] == ("account", "writer", "admin", "is_active: False")


def test_a_changed_password_is_written_down_without_it(writer):
    writer.set_password("a long word nobody guesses")
    writer.save()
    assert entries() == [("password", "writer")]


def test_an_account_that_is_deleted_is_written_down(writer):
    writer.delete()
    assert entries()[-1] == ("account", "writer", "deleted")


def test_roles_given_and_taken_are_told_apart(writer):
    writers, publishers = Group.objects.filter(name__in=["writer", "publisher"]).order_by("-name")
    writer.groups.add(writers, publishers)
    writer.groups.remove(writers)
    writer.groups.clear()
    both = ", ".join(group.name for group in sorted((writers, publishers), key=lambda g: g.pk))
    assert entries() == [
        ("permissions", "writer", f"+ {both}"),
        ("permissions", "writer", "− writer"),
        ("permissions", "writer", "− all"),
    ]


def test_a_role_somebody_has_is_not_given_again(writer):
    group = Group.objects.get(name="writer")
    writer.groups.add(group)
    writer.groups.add(group)
    assert len(entries()) == 1


def test_a_permission_of_an_account_or_of_a_group_is_written_down(writer):
    permission = Permission.objects.get(codename="publish_partner")
    writer.user_permissions.add(permission)
    Group.objects.get(name="writer").permissions.add(permission)
    assert [row[:2] for row in entries()] == [("permissions", "writer"), ("permissions", "writer")]
    assert all(row[2] == f"+ {permission}" for row in entries())


def test_an_account_that_is_loaded_from_a_copy_is_no_change(writer):
    for signal in (pre_save, post_save):
        signal.send(User, instance=writer, created=True, raw=True, using="default")
    assert entries() == []


@pytest.mark.parametrize(
    ("typed", "kept"), [("writer", "writer"), ("my password", ""), ("", ""), (None, "")]
)
def test_a_name_is_kept_only_where_it_is_an_accounts(writer, typed, kept):
    assert known(typed) == kept


def test_many_entries_at_once_cannot_be_changed_either(writer):
    row = AuditEntry.objects.create(kind=AuditEntry.Kind.REFUSED)
    with pytest.raises(PermissionDenied):
        AuditEntry.objects.bulk_update([row], ["account"])
    assert str(row).endswith(": –")


def test_who_leaves_is_written_down_once(writer, client):
    client.force_login(writer)
    client.logout()
    client.logout()
    assert [row[0] for row in entries()] == ["signed-in", "signed-out"]
