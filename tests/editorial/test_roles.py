"""The groups hold what the table of roles says, whatever was changed by hand."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

from alima_site.editorial.models import Correction, FigureVersion, Source
from alima_site.editorial.roles import ADMINISTRATOR, DATA_STEWARD, PUBLISHER, ROLES, WRITER, may
from partners.models import Partner
from programs.models import PatientStatistic, Presence

pytestmark = pytest.mark.django_db


def in_role(role):
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.mark.parametrize("role", ROLES)
def test_members_of_a_group_may_what_the_table_says(role):
    user = in_role(role)
    for model in apps.get_models():
        for action in model._meta.default_permissions:
            name = f"{model._meta.app_label}.{action}_{model._meta.model_name}"
            assert user.has_perm(name) == may(role, action, model), name


def test_writers_publish_nothing_and_only_administrators_delete():
    for model in (Partner, Source, FigureVersion, PatientStatistic):
        assert not may(WRITER, "publish", model)
        assert [role for role in ROLES if may(role, "delete", model)] == [ADMINISTRATOR]


def test_numbers_are_for_those_who_know_them():
    assert may(DATA_STEWARD, "publish", PatientStatistic)
    assert not may(DATA_STEWARD, "change", Partner)
    assert not may(WRITER, "change", PatientStatistic)
    assert may(PUBLISHER, "publish", Partner)
    assert may(WRITER, "delete", Presence)
    assert not may(PUBLISHER, "add", Correction)


def test_changes_by_hand_are_put_right_and_running_again_changes_nothing():
    writers = Group.objects.get(name=WRITER)
    before = set(writers.permissions.all())
    writers.permissions.add(Permission.objects.get(codename="publish_partner"))
    writers.permissions.remove(Permission.objects.get(codename="change_partner"))
    for _ in range(2):
        call_command("migrate", verbosity=0)
        assert set(writers.permissions.all()) == before
    assert Group.objects.count() == len(ROLES)
