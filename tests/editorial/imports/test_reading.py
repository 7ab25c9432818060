"""The rows of a file as values, or as what is wrong with each cell."""

import pytest

from alima_site.editorial.imports.columns import ImportColumn, Number
from alima_site.editorial.imports.importers import FaultAt, Importer, needed
from alima_site.editorial.imports.reading import entries, table_of

HEADER = ["Lieu", "Valeur", "Note"]


class Counts(Importer):
    columns = [
        ImportColumn("place", "Lieu", "Place", "#loc+name"),
        ImportColumn("value", "Valeur", "Value", "#value+num", cell=Number()),
        ImportColumn("note", "Note", "Note", "#meta+note"),
        ImportColumn("year", "Année", "Year", "#date+year"),
        ImportColumn("unit", "Unité", "Unit", "#unit"),
    ]
    required = ("value",)
    naming = ("place", "note")

    def complete(self, values):
        if values.get("place") == "Nowhere":
            raise FaultAt("year", "no such place in any year")
        return values | {"unit": "people"}


def read(*rows, importer=None, header=HEADER):
    importer = importer or Counts()
    lines = [[number, list(cells)] for number, cells in enumerate([header, *rows], 4)]
    return entries(importer, table_of(importer, lines))


def faults(*rows, **options):
    return [(f.cell, f.reason) for entry in read(*rows, **options) for f in entry.faults]


def test_a_row_has_its_values_and_what_follows_from_them():
    [entry] = read(["Zinder", "1 200", ""])
    assert (entry.row, entry.faults) == (5, [])
    assert entry.values == {"place": "Zinder", "value": 1200, "unit": "people"}


def test_every_cell_that_is_wrong_is_named():
    formula = {"fault": "uncalculated", "text": ""}
    assert [cell for cell, _ in faults(["Zinder", "x", formula], ["Diffa", "-1", "n"])] == [
        "B5", "C5", "B6",
    ]  # fmt: skip


def test_a_fault_of_a_column_that_the_file_does_not_have_names_the_column():
    assert faults(["Nowhere", 5, ""]) == [("Year", "no such place in any year")]


def test_a_row_with_a_fault_is_not_completed():
    assert [cell for cell, _ in faults(["Nowhere", "x", ""])] == ["B5"]


@pytest.mark.parametrize("row", [["Total", "?", ""], ["", 12, "Sous-total"]])
def test_a_row_that_says_it_is_a_total_is_refused_as_a_whole(row):
    [(cell, reason)] = faults(["Zinder", 12, ""], row, ["Diffa", 12, ""])
    assert (cell, "this row is a total" in reason) == ("", True)


def test_a_number_alone_in_the_last_row_is_a_total():
    [(cell, reason)] = faults(["Zinder", 12, ""], ["", 12, ""])
    assert (cell, "this row is a total" in reason) == ("", True)


@pytest.mark.parametrize(
    "rows",
    [
        [["", 12, ""]],
        [["", 12, ""], ["Zinder", 12, ""]],
        [["Zinder", 12, ""], ["Diffa", 12, ""]],
    ],
    ids=["a single row", "not the last", "named"],
)
def test_a_row_that_may_be_one_of_its_own_is_no_total(rows):
    assert faults(*rows) == []


def test_a_last_row_that_says_more_than_a_number_is_no_total():
    header = ["Lieu", "Valeur", "Année", "Unité"]
    assert faults(["Zinder", 12, 2023, "people"], ["", 12, 2024, "people"], header=header) == []


def test_where_no_column_names_a_row_there_is_no_total():
    importer = Counts()
    importer.naming = ()
    assert faults(["Zinder", 12, ""], ["Total", 24, ""], importer=importer) == []


def test_an_empty_cell_that_a_row_needs_is_a_fault_of_that_cell():
    assert needed({"value": 0}, "value") == 0
    with pytest.raises(FaultAt, match="this cell is empty, and a row needs it") as fault:
        needed({"value": 0}, "place")
    assert fault.value.key == "place"
