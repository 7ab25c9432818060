"""The steps of an import in the newsroom: send a file, confirm it, undo it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from programs.models import CountryProgramme, PatientStatistic
from tests.factories import make_indicator, make_statistic
from tests.sheets import csv

UPLOAD = "/admin/editorial/importrun/add/?kind=statistics"
FRENCH = {"accept-language": "fr"}


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


def published(**given):
    record = make_statistic(
        indicator=make_indicator(slug="made_other", name_fr="Autre chose"),
        programme=CountryProgramme.objects.get(slug="made-country"),
        slug="made-row", value=500, **given,
    )  # fmt: skip
    record.refresh_from_db()
    return record


CHANGE = csv(["ID", "Valeur"], ["made-row", "510"])
