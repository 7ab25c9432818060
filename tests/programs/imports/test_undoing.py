"""A whole import is taken back, or stands."""

import pytest
from django.urls import reverse

from alima_site.editorial.models import Correction, ImportRun
from programs.models import PatientStatistic
from tests.factories import make_country
from tests.programs.imports.files import row
from tests.programs.imports.steps import (
    CHANGE,
    FRENCH,
    confirm,
    imported,
    published,
    send,
    undo,
)
from tests.sheets import HEADER, csv

pytestmark = pytest.mark.django_db


def test_rows_are_imported_as_drafts_and_the_whole_import_is_undone(admin_client):
    page = send(admin_client, csv(HEADER, row("1 234"), row("900", year=2023)))
    assert not imported().exists()
    assert page.context["plan"].counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    report = confirm(admin_client, page)
    assert sorted(imported().values_list("value", "state")) == [(900, "draft"), (1234, "draft")]
    assert "ke-2024-made_children" in report.content.decode()
    undo(admin_client, report.context["run"])
    assert not imported().exists()
    assert ImportRun.objects.get().state == "undone"


def test_a_changed_published_value_asks_for_its_reason_and_the_undo_gives_one(admin_client):
    record = published()
    page = send(admin_client, CHANGE)
    assert page.context["plan"].counts["refused"] == 1
    assert "Dites pourquoi" in page.context["plan"].entries[0].faults[0].reason
    page = send(admin_client, CHANGE, publish="on", reason_fr="Recompté", reason_en="Recounted")
    report = confirm(admin_client, page)
    record.refresh_from_db()
    assert record.value == 510
    undo(admin_client, report.context["run"])
    record.refresh_from_db()
    assert record.value == 500
    reasons = Correction.objects.filter(object_id=record.pk).values_list("reason_en", flat=True)
    assert sorted(reasons) == ["Recounted", "Undone"]


def test_an_undo_says_which_rows_were_changed_since_and_does_nothing(admin_client):
    page = send(admin_client, csv(HEADER, row("1 234"), row("900", year=2023)))
    run = confirm(admin_client, page).context["run"]
    record = imported().get(value=900)
    record.value = 901
    record.save()
    page = undo(admin_client, run)
    assert [sentence for sentence in page.context["refused"] if "Ligne 3" in sentence]
    assert imported().count() == 2
    assert ImportRun.objects.get().state == "done"


def test_an_undo_keeps_what_a_text_shows(admin_client):
    run = confirm(admin_client, send(admin_client, csv(HEADER, row()), publish="on")).context["run"]
    make_country(summary_fr="[[stat:ke-2024-made_children]]")
    assert "un texte" in undo(admin_client, run).context["refused"][0]
    assert imported().count() == 1


def test_history_names_who_imported_and_why_and_the_desk_offers_the_undo(admin_client, admin_user):
    run = confirm(admin_client, send(admin_client, csv(HEADER, row()))).context["run"]
    first = imported().get().history.get()
    assert (first.history_user, run.file_name in first.history_change_reason) == (admin_user, True)
    desk = admin_client.get("/admin/", headers=FRENCH).content.decode()
    assert reverse("admin:editorial_importrun_undo", args=[run.pk]) in desk
    undo(admin_client, run)
    last = PatientStatistic.history.filter(slug="ke-2024-made_children").first()
    assert (last.history_type, last.history_user) == ("-", admin_user)
