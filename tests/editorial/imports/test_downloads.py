"""Files to download for imports: how they are written so that a spreadsheet opens them well."""

import io

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from alima_site.editorial.imports import templates
from alima_site.editorial.imports.columns import ImportColumn
from alima_site.editorial.imports.importers import Importer
from alima_site.editorial.imports.reading import Fault
from alima_site.editorial.imports.shown import ShownRow
from alima_site.editorial.imports.snapshots import Change


class Places(Importer):
    columns = [
        ImportColumn("place", "Lieu", "Place", "#loc+name", "Where it was."),
        ImportColumn("unit", "Unité", "Unit", "#unit"),
    ]

    def allowed(self):
        return [("Unit", "beds", "=beds"), ("Unit", "people", "people"), ("Other", "x", "")]


def text(response):
    return response.content.decode("utf-8-sig").splitlines()


def book():
    return load_workbook(io.BytesIO(templates.as_xlsx(Places(), "a.xlsx").content))


@pytest.mark.parametrize("value", ["=1+1", "+5", "-5", "@x", "\tx", "\rx", "\0x"])
def test_no_text_is_taken_for_a_formula(value):
    assert templates.safe(value) == f"'{value}"


@pytest.mark.parametrize("value", ["5-3", "a=b", "", -5, None])
def test_other_cells_are_left_as_they_are(value):
    assert templates.safe(value) == value


@pytest.mark.parametrize(("language", "header"), [("fr", "Lieu;Unité"), ("en", "Place,Unit")])
def test_a_csv_has_the_marks_that_excel_of_its_language_expects(language, header):
    with override(language):
        response = templates.as_csv(Places(), "a.csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert text(response)[0] == header


def test_the_second_row_of_a_template_holds_the_tags():
    assert text(templates.as_csv(Places(), "a.csv"))[1] == "#loc+name,#unit"
    assert [cell.value for cell in book().worksheets[0][2]] == ["#loc+name", "#unit"]


def test_a_download_has_a_name_and_is_not_guessed_at():
    response = templates.as_csv(Places(), "figures-en.csv")
    assert response["Content-Disposition"] == 'attachment; filename="figures-en.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_workbook_says_what_its_columns_mean_and_which_codes_there_are():
    data, meanings, codes = book().worksheets
    assert (data.title, data.freeze_panes) == ("data", "A3")
    assert [cell.value for cell in meanings[1]] == ["Place", "Where it was."]
    assert [cell.value for cell in codes[2]] == ["Unit", "beds", "'=beds"]


def test_cells_choose_from_the_codes_of_their_column_only():
    [choice] = book().worksheets[0].data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ("'codes'!$B$2:$B$3", "B3:B500")
    assert choice.errorStyle == "warning"


def test_the_codes_come_as_csv_without_formulas():
    assert text(templates.codes(Places(), "a.csv"))[:2] == [
        "column,code,meaning",
        "Unit,beds,'=beds",
    ]


def test_a_report_has_a_line_for_each_change_and_each_fault_and_one_for_a_row_without():
    rows = [
        ShownRow(2, "changed", "changed", 1, "a", [Change("value", "=1", "2")], []),
        ShownRow(3, "refused", "refused", None, "b", [], [Fault("C3", "unknown"), Fault("", "x")]),
        ShownRow(4, "same", "the same", 2, "c", [], []),
    ]
    assert text(templates.report(rows, "a.csv"))[1:] == [
        "2,changed,a,value,'=1,2,",
        "3,refused,b,C3,,,unknown",
        "3,refused,b,,,,x",
        "4,the same,c,,,,",
    ]
