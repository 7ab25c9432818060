"""The rows of a table, by the key of their columns."""

import pytest

from alima_site.editorial.spreadsheets import Column, Line, Refused, Sheet, TableRow, find_table
from alima_site.editorial.spreadsheets.tables import is_total

COLUMNS = [
    Column("place", "Lieu", "Place", "#loc+name"),
    Column("value", "Valeur", "Value", "#value+num"),
    Column("year", "Année", "Year", "#date+year"),
]


def table(*rows, required=("value",)):
    lines = [Line(number, list(cells)) for number, cells in enumerate(rows, 5)]
    return find_table(Sheet(lines, ["a remark"]), COLUMNS, required)


def test_cells_are_known_by_their_column_wherever_it_stands():
    [row] = table(["Valeur", "?", "Lieu"], [12, "x", "Mirriah"]).rows
    assert (row.row, row.cells) == (6, {"value": 12, "place": "Mirriah"})


def test_a_cell_that_is_empty_or_beyond_the_row_is_no_value():
    first, second = table(["Lieu", "Valeur"], ["", 0], ["Mirriah"]).rows
    assert first.cells == {"value": 0}
    assert second.cells == {"place": "Mirriah"}
    assert second["value"] == ""


def test_a_row_with_nothing_in_a_known_column_is_no_row():
    found = table(["Lieu", "Valeur", "?"], ["", "", "see below"], ["Zinder", 5, ""])
    assert [row.row for row in found.rows] == [7]


def test_the_row_of_tags_below_the_header_is_not_a_row_of_values():
    found = table(["Lieu", "Valeur"], ["#loc+name", "#value+num"], ["Zinder", 5])
    assert [row.row for row in found.rows] == [7]


def test_a_header_without_rows_is_refused():
    with pytest.raises(Refused, match="a header, but no row below it"):
        table(["Lieu", "Valeur"], ["#loc+name", "#value+num"])


def test_a_required_column_has_to_be_there_and_another_need_not():
    with pytest.raises(Refused, match="The column “Value” is missing"):
        table(["Lieu", "Année"], ["Zinder", 2024], required=["value"])
    assert table(["Année", "Valeur"], [2024, 5], required=["value"]).places == {
        "year": 0,
        "value": 1,
    }


def test_a_cell_is_named_as_in_the_file_and_one_of_no_column_not_at_all():
    found = table(["?", "Lieu", "Valeur"], ["", "Zinder", 5])
    assert found.address("value", 6) == "C6"
    assert found.address("year", 6) == ""


def test_what_was_said_of_the_sheet_is_said_with_what_is_said_of_its_columns():
    found = table(["Lieu", "Valeur", "Autre"], ["Zinder", 5, 1])
    assert found.remarks == ["a remark", "C5: the column “Autre” is not imported."]


@pytest.mark.parametrize(
    "text",
    ["Total", "TOTAL GÉNÉRAL", "Sous-total Niger", "Sub total", "Subtotal", "Grand total:",
     "Totaux", "Somme", "Ensemble des pays"],
)  # fmt: skip
def test_a_total_says_so_in_a_cell_that_names_it(text):
    assert is_total(TableRow(9, {"place": text, "value": 5}), ["country", "place"])


@pytest.mark.parametrize("text", ["Totalement", "Le total", "Summary", "", 5])
def test_a_word_that_only_begins_like_a_total_is_a_name(text):
    assert not is_total(TableRow(9, {"place": text}), ["place"])


def test_a_total_in_a_cell_that_names_nothing_is_a_text():
    assert not is_total(TableRow(9, {"place": "Zinder", "note": "Total"}), ["place"])
