"""Who may import, and who may only look."""

import pytest
from django.contrib.auth.models import Permission

from alima_site.editorial.models import ImportRun
from tests.programs.imports.files import row
from tests.programs.imports.steps import (
    CHANGE,
    FRENCH,
    UPLOAD,
    confirm,
    imported,
    published,
    send,
)
from tests.sheets import HEADER, csv

pytestmark = pytest.mark.django_db


def staff(django_user_model, *permissions):
    user = django_user_model.objects.create_user("staff", password="staff", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
    return user


def test_who_may_only_look_cannot_import_confirm_or_undo(admin_client, client, django_user_model):
    waiting = send(admin_client, csv(HEADER, row()))
    run = waiting.context["run"]
    client.force_login(staff(django_user_model, "view_patientstatistic"))
    change = f"/admin/editorial/importrun/{run.pk}/change/"
    assert client.get(change).status_code == 200
    posts = [UPLOAD, change, f"/admin/editorial/importrun/{run.pk}/undo/"]
    for action in ("confirm", "discard", "check"):
        data = {action: "1", "seen": waiting.context["plan"].fingerprint}
        assert {client.post(url, data).status_code for url in posts} == {403}
    assert client.get("/admin/editorial/importrun/template/statistics-fr.csv").status_code == 403
    assert not imported().exists()
    assert ImportRun.objects.get().state == "checked"


def test_who_may_not_publish_imports_drafts_only(client, django_user_model):
    published()
    client.force_login(staff(django_user_model, "import_patientstatistic"))
    page = send(client, CHANGE, publish="on", reason_fr="Recompté", reason_en="Recounted")
    assert "brouillons" in page.context["plan"].entries[0].faults[0].reason
    confirm(client, send(client, csv(HEADER, row()), publish="on"), publish="on")
    assert imported().get().state == "draft"


def test_visitors_and_strangers_see_no_import(client, django_user_model):
    assert client.get(UPLOAD).status_code == 302
    client.force_login(staff(django_user_model))
    assert client.get(UPLOAD).status_code == 403


def test_the_list_of_statistics_leads_to_the_import(admin_client):
    page = admin_client.get("/admin/programs/patientstatistic/", headers=FRENCH)
    assert UPLOAD in page.content.decode()
