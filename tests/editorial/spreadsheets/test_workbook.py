"""The sheets of a workbook, and the rows of one."""

import pytest

from alima_site.editorial.spreadsheets import Refused
from alima_site.editorial.spreadsheets.workbook import Book
from tests.editorial.spreadsheets.packages import package, workbook


def lines(rows, **parts):
    book = Book(workbook(rows, **parts))
    return [(line.row, line.cells) for line in book.lines(book.first_sheet())]


def test_cells_stand_in_their_columns_whatever_is_left_out():
    rows = '<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row>'
    assert lines(rows) == [(3, ["", 1, "", 2])]


def test_cells_without_names_follow_those_before_them():
    rows = (
        '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>'
    )
    assert lines(rows) == [(1, [1, 2]), (2, ["", "", 3, 4])]


def test_rows_are_counted_on_from_the_last_number():
    rows = '<row r="7"><c><v>1</v></c></row><row/><row><c><v>2</v></c></row>'
    assert lines(rows) == [(7, [1]), (8, []), (9, [2])]


@pytest.mark.parametrize("number", ["x", "-1", "99999999"])
def test_the_number_of_a_row_that_is_none_is_passed_over(number):
    assert lines(f'<row r="{number}"><c><v>1</v></c></row>') == [(1, [1])]


def test_empty_cells_at_the_end_are_cut():
    assert lines("<row><c><v>0</v></c><c/><c><v> </v></c></row>") == [(1, [0])]


def test_texts_and_formats_come_from_their_own_parts():
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    rows = '<row><c t="s"><v>0</v></c><c s="0"><v>45292</v></c></row>'
    assert lines(rows, texts="<si><t>a</t></si>", styles=styles) == [(1, ["a", "2024-01-01"])]


@pytest.mark.parametrize(("given", "year"), [("1", "2028"), ("true", "2028"), ("0", "2024")])
def test_the_workbook_says_from_which_day_it_counts(given, year):
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    properties = f'<workbookPr date1904="{given}"/>'
    [(_row, [day])] = lines(
        '<row><c s="0"><v>45292</v></c></row>', styles=styles, properties=properties
    )
    assert day.startswith(year)


def test_hidden_sheets_are_passed_over():
    book = Book(workbook(sheets=(".Old", "New", "Third")))
    assert book.first_sheet().name == "New"
    assert book.visible == ["New", "Third"]


def test_a_workbook_of_hidden_sheets_has_none_to_read():
    with pytest.raises(Refused, match="no sheet that can be read"):
        Book(workbook(sheets=(".Old",))).first_sheet()


def test_parts_are_found_whatever_their_capitals_and_their_address():
    parts = {
        "xl/Workbook.xml": '<workbook><sheet name="A" id="r1"/></workbook>',
        "xl/_rels/workbook.xml.rels": '<a><Relationship Id="r1" Target="/xl/Sheet.xml"/></a>',
        "xl/sheet.xml": "<a><row><c><v>1</v></c></row></a>",
    }
    book = Book(package(parts))
    assert [line.cells for line in book.lines(book.first_sheet())] == [[1]]
