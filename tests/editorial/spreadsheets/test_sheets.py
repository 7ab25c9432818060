"""Cells and lines of a file that somebody sends: their names, and the limits of what is taken."""

import pytest

from alima_site.editorial.spreadsheets import Line, Refused
from alima_site.editorial.spreadsheets.sheets import address, check_cell, check_fault, gather


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A7"), (25, "Z7"), (26, "AA7"), (701, "ZZ7"), (702, "AAA7")]
)
def test_a_cell_is_named_as_a_spreadsheet_names_it(column, name):
    assert address(column, 7) == name


def test_a_text_loses_the_spaces_around_it_and_what_no_database_keeps():
    assert check_cell(" a\0b\x1fc\n\td \r\n", 0, 1) == "abc\n\td"


def test_a_text_may_be_long_but_not_endless():
    assert len(check_cell("x" * 10_000, 2, 12)) == 10_000
    with pytest.raises(Refused, match="The text in C12 has more than 10000 characters"):
        check_cell("x" * 10_001, 2, 12)


def test_nothing_may_stand_beyond_the_hundredth_column():
    assert check_cell("x", 99, 3) == "x"
    assert check_cell("", 100, 3) == ""
    with pytest.raises(Refused, match="CW3 is beyond the 100 columns"):
        check_cell("x", 100, 3)


def test_empty_lines_are_left_out_and_the_others_keep_their_numbers():
    lines = [Line(1, []), Line(2, ["", 0]), Line(3, ["", ""]), Line(4, ["a"])]
    assert [line.row for line in gather(lines)] == [2, 4]


def test_a_thousand_rows_are_taken_and_not_one_more():
    lines = [Line(row, ["x"]) for row in range(1001)]
    assert len(gather([*lines[:1000], Line(5000, [""])])) == 1000
    with pytest.raises(Refused, match="more than 1000 rows"):
        gather(lines)


def test_a_formula_without_its_result_has_no_value():
    with pytest.raises(Refused, match="formula without its result"):
        check_fault({"fault": "uncalculated", "text": ""})


def test_the_error_of_a_formula_is_named():
    with pytest.raises(Refused, match="the formula gives the error #N/A"):
        check_fault({"fault": "error", "text": "#N/A"})


@pytest.mark.parametrize("value", ["text", "", 0, 1.5])
def test_what_is_no_fault_passes(value):
    assert check_fault(value) == value
