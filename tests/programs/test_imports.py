"""Import of a year's figures: what a file would do is shown first, then it is done or undone."""

import csv as csv_files
import io

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alima_site.editorial.models import Correction, ImportRun
from programs.models import CountryProgramme, PatientStatistic
from tests.factories import make_country, make_indicator, make_source, make_statistic
from tests.programs.import_files import (
    CLEAN,
    CLEAN_WORKBOOKS,
    MESSY,
    MESSY_WORKBOOKS,
    UNREADABLE,
    row,
)
from tests.sheets import HEADER, csv

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/editorial/importrun/add/?kind=statistics"
FRENCH = {"accept-language": "fr"}


@pytest.fixture(autouse=True)
def records(db):
    make_country(slug="made-country", country="KE", name_fr="Pays fait")
    make_source(slug="made-source")
    make_indicator(slug="made_children", name_fr="Enfants comptés")


def send(client, content, name="chiffres.csv", **options):
    file = SimpleUploadedFile(name, content)
    return client.post(UPLOAD, {"file": file, **options}, headers=FRENCH, follow=True)


def confirm(client, page, **changes):
    """Press the button of the page that shows what a file would do."""
    run, plan = page.context["run"], page.context["plan"]
    data = {
        "confirm": "1", "seen": plan.fingerprint, "reason_fr": run.reason_fr,
        "reason_en": run.reason_en, **({"publish": "on"} if run.publish else {}), **changes,
    }  # fmt: skip
    url = reverse("admin:editorial_importrun_change", args=[run.pk])
    return client.post(url, data, headers=FRENCH, follow=True)


def undo(client, run, **reasons):
    reasons = {"reason_fr": "Annulé", "reason_en": "Undone"} | reasons
    url = reverse("admin:editorial_importrun_undo", args=[run.pk])
    return client.post(url, reasons, headers=FRENCH, follow=True)


def imported():
    return PatientStatistic.objects.filter(indicator__slug="made_children")


def everything():
    return list(PatientStatistic.objects.order_by("pk").values())


@pytest.mark.parametrize("content", CLEAN.values(), ids=CLEAN)
def test_csv_is_read_as_french_excel_writes_it(content, admin_client):
    plan = send(admin_client, content).context["plan"]
    assert [entry.faults for entry in plan.entries] == [[]]
    assert plan.entries[0].after["value"] == 1234
    assert plan.entries[0].after["period_end"] == "2024-12-31"


@pytest.mark.parametrize("content", CLEAN_WORKBOOKS.values(), ids=CLEAN_WORKBOOKS)
def test_workbooks_are_read_as_excel_writes_them(content, admin_client):
    plan = send(admin_client, content, "chiffres.xlsx").context["plan"]
    assert [entry.faults for entry in plan.entries] == [[]]
    assert plan.entries[0].after["value"] == 1234
    assert plan.entries[0].after["period_end"] == "2024-12-31"


FILES = [(name, "a.csv", *case) for name, case in MESSY.items()]
FILES += [(name, "a.xlsx", *case) for name, case in MESSY_WORKBOOKS.items()]


@pytest.mark.parametrize(
    ("name", "content", "cell", "words"), [c[1:] for c in FILES], ids=[c[0] for c in FILES]
)
def test_a_messy_file_is_answered_row_by_row_and_changes_nothing(
    name, content, cell, words, admin_client
):
    before = everything()
    page = send(admin_client, content, name)
    refused = [fault for entry in page.context["plan"].entries for fault in entry.faults]
    assert any(fault.cell == cell and words in fault.reason for fault in refused), refused
    assert "refusé" in page.content.decode()
    after = confirm(admin_client, page)
    assert "Rien n’a été importé" in after.content.decode()
    assert everything() == before


@pytest.mark.parametrize(("content", "name", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_table_is_refused_on_the_form(content, name, words, admin_client):
    page = send(admin_client, content, name)
    errors = page.context["form"].errors["file"]
    assert words in str(errors)
    assert not ImportRun.objects.exists()


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


def test_published_rows_change_sums_and_the_page_says_so_first(admin_client):
    page = send(admin_client, csv(HEADER, row("1 234"), row("900", year=2023)), publish="on")
    after = page.context["plan"].effects[0]["after"]["fr"]
    assert "2\u202f134" in after
    confirm(admin_client, page)
    assert imported().published().count() == 2


def published(**given):
    record = make_statistic(
        indicator=make_indicator(slug="made_other", name_fr="Autre chose"),
        programme=CountryProgramme.objects.get(slug="made-country"),
        slug="made-row", value=500, **given,
    )  # fmt: skip
    record.refresh_from_db()
    return record


CHANGE = csv(["ID", "Valeur"], ["made-row", "510"])


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


def test_an_empty_cell_leaves_a_record_as_it_is(admin_client):
    published(place="Somewhere")
    page = send(admin_client, csv(["ID", "Lieu", "Valeur"], ["made-row", "", "500"]))
    assert page.context["plan"].counts["same"] == 1


def test_it_is_refused_when_the_record_changed_after_it_was_shown(admin_client):
    record = published(state="draft")
    page = send(admin_client, CHANGE)
    record.value = 505
    record.save()
    after = confirm(admin_client, page)
    assert "Rien n’a été importé" in after.content.decode()
    record.refresh_from_db()
    assert record.value == 505
    confirm(admin_client, after)
    record.refresh_from_db()
    assert record.value == 510


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


def test_a_part_follows_its_whole_in_the_same_file(admin_client):
    whole, part = ["whole", *row(), "", ""], ["part", *row(300), "whole", "Made town"]
    head = ["ID", *HEADER, "Partie de", "Lieu"]
    confirm(admin_client, send(admin_client, csv(head, whole, part)))
    assert imported().get(slug="part").subset_of.slug == "whole"


def test_a_second_press_imports_nothing_twice(admin_client):
    page = send(admin_client, csv(HEADER, row()))
    confirm(admin_client, page)
    data = {"confirm": "1", "seen": page.context["plan"].fingerprint}
    admin_client.post(page.request["PATH_INFO"], data)
    assert imported().count() == 1


def test_the_report_is_kept_and_comes_as_csv(admin_client):
    run = confirm(admin_client, send(admin_client, csv(HEADER, row()))).context["run"]
    report = admin_client.get(f"/admin/editorial/importrun/{run.pk}/report.csv", headers=FRENCH)
    lines = list(csv_files.reader(io.StringIO(report.content.decode("utf-8-sig")), delimiter=";"))
    assert ["2", "nouveau", "ke-2024-made_children", "valeur", "vide", "1\u202f234", ""] in lines


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_template_is_read_back_by_the_import(language, ending, admin_client):
    url = f"/admin/editorial/importrun/template/statistics-{language}.{ending}"
    page = send(admin_client, admin_client.get(url).content, f"modele.{ending}")
    assert "aucune ligne" in str(page.context["form"].errors)
    codes = admin_client.get(f"/admin/editorial/importrun/codes/statistics-{language}.csv")
    assert "made_children" in codes.content.decode("utf-8-sig")


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


def test_history_names_who_imported_and_why_and_the_desk_offers_the_undo(admin_client, admin_user):
    run = confirm(admin_client, send(admin_client, csv(HEADER, row()))).context["run"]
    first = imported().get().history.get()
    assert (first.history_user, run.file_name in first.history_change_reason) == (admin_user, True)
    desk = admin_client.get("/admin/", headers=FRENCH).content.decode()
    assert reverse("admin:editorial_importrun_undo", args=[run.pk]) in desk
    undo(admin_client, run)
    last = PatientStatistic.history.filter(slug="ke-2024-made_children").first()
    assert (last.history_type, last.history_user) == ("-", admin_user)
