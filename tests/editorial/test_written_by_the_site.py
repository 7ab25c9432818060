"""What the site itself writes is read in the newsroom and changed by nobody."""

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import User
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.models import AuditEntry, Correction, ImportRun, OldAddress

RIGHTS = ("view", "add", "change", "delete")


@pytest.mark.django_db
@pytest.mark.parametrize("model", [AuditEntry, Correction, OldAddress])
def test_it_is_only_read_even_by_administrators(model, rf):
    request = rf.get("/admin/")
    request.user = User(is_superuser=True, is_active=True)
    admin = site._registry[model]
    held = [right for right in RIGHTS if getattr(admin, f"has_{right}_permission")(request)]
    assert held == ["view"]


@pytest.mark.parametrize("model", [TOTPDevice, StaticDevice])
def test_keys_of_the_second_factor_are_shown_to_nobody(model):
    assert model not in site._registry


def test_an_import_counts_its_rows_by_what_became_of_them():
    outcomes = ["new", "new", "changed", "same", "refused"]
    run = ImportRun(rows=[{"outcome": outcome} for outcome in outcomes])
    assert run.counts == {"new": 2, "changed": 1, "same": 1, "refused": 1}
    assert [row["outcome"] for row in run.written] == ["new", "new", "changed"]
    assert ImportRun().counts == {"new": 0, "changed": 0, "same": 0, "refused": 0}


@pytest.mark.django_db
def test_a_checked_file_waits_and_an_undone_one_no_longer_stands():
    for state in ("checked", "done", "undone"):
        ImportRun.objects.create(kind="statistics", file_name=state, state=state)
    assert [run.file_name for run in ImportRun.objects.to_confirm()] == ["checked"]
    assert [run.file_name for run in ImportRun.objects.done()] == ["done"]
