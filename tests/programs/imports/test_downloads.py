"""Files to take away: the template, the codes it may hold, the report of an import."""

import csv as csv_files
import io

import pytest

from tests.programs.imports.files import row
from tests.programs.imports.steps import FRENCH, confirm, send
from tests.sheets import HEADER, csv

pytestmark = pytest.mark.django_db


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
