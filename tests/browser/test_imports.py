"""A year's figures come from a workbook, are looked at, imported, and taken back."""

import pytest

from tests.browser.test_admin import barriers
from tests.sheets import HEADER, xlsx

UPLOAD = "/admin/editorial/importrun/add/?kind=statistics"


def workbook(*values):
    rows = [["NER", "sam_children", year, value, "job-raja"] for year, value in values]
    return {
        "name": "chiffres-2031.xlsx",
        "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "buffer": xlsx(HEADER, *rows, titles=["Niger", "Chiffres de l’année"]),
    }


def send(page, *values):
    page.goto("/admin/programs/patientstatistic/")
    page.get_by_role("link", name="Importer les chiffres d’une année").click()
    page.set_input_files("#id_file", workbook(*values))
    page.get_by_role("button", name="Vérifier le fichier").click()
    page.wait_for_url("**/importrun/*/change/")


def test_a_year_is_imported_from_a_workbook_and_undone(newsroom):
    send(newsroom, (2031, "1 234"), (2032, "beaucoup"))
    assert newsroom.get_by_text("n’est pas un nombre").count() == 1
    assert newsroom.get_by_role("button", name="Importer").count() == 0
    waiting = newsroom.url
    send(newsroom, (2031, "1 234"), (2032, 2345))
    newsroom.get_by_role("button", name="Importer 2 lignes").click()
    newsroom.get_by_text("2 fiches ont été importées").wait_for()
    report = newsroom.url
    newsroom.get_by_role("link", name="ne-2031-sam_children").wait_for()
    newsroom.get_by_role("link", name="Annuler cet import").click()
    newsroom.get_by_role("button", name="Annuler l’import").click()
    newsroom.get_by_text("L’import a été annulé").wait_for()
    newsroom.goto("/admin/programs/patientstatistic/?q=ne-2031")
    assert newsroom.locator("#result_list").count() == 0
    assert newsroom.problems == []
    # The checker breaks the policy itself, so it comes last.
    assert not barriers(newsroom, waiting)
    assert not barriers(newsroom, report)


@pytest.mark.parametrize("address", [UPLOAD, "/admin/editorial/importrun/"])
def test_pages_of_imports_have_no_barrier(address, newsroom):
    newsroom.goto(address)
    assert newsroom.problems == []
    assert not barriers(newsroom, address)
