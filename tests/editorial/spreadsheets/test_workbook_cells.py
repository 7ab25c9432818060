"""What a cell of a workbook holds, by its kind and its format."""

import pytest
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from alima_site.editorial.spreadsheets import Refused
from alima_site.editorial.spreadsheets.cells import Cells, place_of
from alima_site.editorial.spreadsheets.xml_parts import Element


def style(**attributes):
    return Element("xf", "cellXfs", attributes)


# Formats 0 and 1 are of numbers, 2 and 3 of days; xf elements elsewhere are not of cells.
STYLES = [
    Element("numFmt", "numFmts", {"numFmtId": "164", "formatCode": "dd/mm/yyyy"}),
    Element("xf", "cellStyleXfs", {"numFmtId": "14"}),
    style(numFmtId="0"), style(numFmtId="3"), style(numFmtId="14"), style(numFmtId="164"),
]  # fmt: skip


def value(kind="n", text="", *, style="", epoch=WINDOWS_EPOCH, shared=(), **texts):
    cells = Cells([Element("si", "sst", {}, {"t": one}) for one in shared], STYLES, epoch)
    attributes = {"t": kind, "s": style}
    return cells.value(Element("c", "row", attributes, {"v": text} | texts), 2, 11)


@pytest.mark.parametrize(
    ("text", "number"), [("5", 5), ("5.0", 5), ("1E3", 1000), ("-2", -2), ("12.5", 12.5)]
)
def test_a_number_is_whole_where_it_can_be(text, number):
    assert repr(value("n", text)) == repr(number)


@pytest.mark.parametrize("style", ["2", "3"])
def test_a_number_in_the_format_of_a_day_is_that_day(style):
    assert value("n", "45292", style=style) == "2024-01-01"


@pytest.mark.parametrize("style", ["", "0", "1", "4"])
def test_a_number_in_another_format_stays_a_number(style):
    assert value("n", "45292", style=style) == 45292


def test_days_of_old_macs_are_counted_from_another_year():
    assert value("n", "43830", style="2", epoch=MAC_EPOCH) == "2024-01-01"


@pytest.mark.parametrize("text", ["x", "nan", "inf", "1e400", "1e19", "-1e19"])
def test_what_is_no_number_of_a_table_is_refused_with_its_cell(text):
    with pytest.raises(Refused, match="The cell C11 cannot be read"):
        value("n", text)


def test_a_day_beyond_the_calendar_is_refused():
    with pytest.raises(Refused, match="The cell C11 cannot be read"):
        value("n", "99999999", style="2")


def test_a_shared_text_is_looked_up():
    assert value("s", "1", shared=["a", " b "]) == "b"


@pytest.mark.parametrize("text", ["2", "-1", "x", "9" * 5000])
def test_a_shared_text_that_is_not_there_is_refused_with_its_cell(text):
    with pytest.raises(Refused, match="The cell C11 cannot be read"):
        value("s", text, shared=["a", "b"])


def test_a_shared_text_may_be_no_longer_than_any_other():
    with pytest.raises(Refused, match="The text in C11 has more than"):
        value("s", "0", shared=["x" * 10_001])


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [("b", "1", "TRUE"), ("b", "0", "FALSE"), ("d", "2024-01-31T00:00:00", "2024-01-31"),
     ("str", " total ", "total"), ("n", "", ""), ("s", "", "")],
)  # fmt: skip
def test_other_kinds_are_texts(kind, text, read):
    assert value(kind, text) == read


def test_a_text_that_stands_in_its_cell_is_read():
    assert value("inlineStr", t="here") == "here"


def test_the_error_of_a_formula_is_kept_as_one():
    assert value("e", "#DIV/0!", f="1/0") == {"fault": "error", "text": "#DIV/0!"}


def test_a_formula_nobody_calculated_has_no_value_and_a_calculated_one_has():
    assert value("n", "", f="A1+A2") == {"fault": "uncalculated", "text": ""}
    assert value("n", "3", f="A1+A2") == 3
    assert value("str", "", f='""') == ""


@pytest.mark.parametrize(
    ("name", "place"),
    [("A1", (0, 1)), ("C12", (2, 12)), ("AA3", (26, 3)), ("", (4, 9)), ("c12", (4, 9))],
)
def test_a_cell_without_a_name_stands_where_it_is_expected(name, place):
    assert place_of(name, 4, 9) == place
