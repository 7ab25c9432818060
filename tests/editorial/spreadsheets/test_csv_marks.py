"""CSV with the marks of several programs: which of them part the cells, and which do not."""

import io

import pytest

from alima_site.editorial.spreadsheets import Refused, csv_text


def rows(text):
    sheet = csv_text.read(io.BytesIO(text.encode()))
    return [(line.row, line.cells) for line in sheet.lines]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_cells_are_parted_by_the_mark_that_stands_in_most_lines(mark):
    text = f"Report\nplace{mark}value{mark}note\nZinder{mark}5{mark}\nDiffa{mark}6{mark}x\n"
    assert rows(text)[1:] == [
        (2, ["place", "value", "note"]), (3, ["Zinder", "5", ""]), (4, ["Diffa", "6", "x"]),
    ]  # fmt: skip


def test_commas_in_numbers_and_texts_part_nothing():
    text = "place;value;note\nZinder;12,5;a, b, c, d\nDiffa;6,5;e, f\n"
    assert rows(text)[1] == (2, ["Zinder", "12,5", "a, b, c, d"])


def test_semicolons_that_join_values_in_a_cell_part_nothing():
    text = "place,source\nZinder,a;b;c;d;e;f;g;h\n" + "Diffa,a\n" * 5
    assert rows(text)[1] == (2, ["Zinder", "a;b;c;d;e;f;g;h"])


def test_a_semicolon_in_a_cell_of_each_row_is_not_in_the_header():
    assert rows("place,source\nZinder,a;b\nDiffa,a;c\n")[1] == (2, ["Zinder", "a;b"])


def test_two_columns_may_hold_decimal_commas_and_stand_below_a_title_with_one():
    text = "Zinder, Diffa\nplace;value\nZinder;12,5\nDiffa;7,5\n"
    assert rows(text)[1:] == [
        (2, ["place", "value"]), (3, ["Zinder", "12,5"]), (4, ["Diffa", "7,5"]),
    ]  # fmt: skip


def test_several_columns_may_stand_in_half_of_the_lines():
    titles = "a, b\n" * 3
    assert rows(f"{titles}place;value;note\nZinder;12,5;\nDiffa;7,5;\n")[4][1][1] == "12,5"


def test_marks_inside_quotes_part_nothing():
    assert rows('a,b\n"x;y;z;x;y;z","1;2"\n') == [(1, ["a", "b"]), (2, ["x;y;z;x;y;z", "1;2"])]


def test_a_table_of_one_column_has_no_mark():
    assert rows("value\n5\n") == [(1, ["value"]), (2, ["5"])]


@pytest.mark.parametrize("announced", ["sep=,", "SEP=,\r"])
def test_the_line_in_which_excel_names_the_mark_is_counted_and_not_read(announced):
    assert rows(f"{announced}\na;1,b\n") == [(2, ["a;1", "b"])]


@pytest.mark.parametrize("first", ["sep=", "sep=|", "sep=;,"])
def test_a_line_that_announces_no_known_mark_is_a_line_like_others(first):
    [(number, cells), _others] = rows(f"{first}\na;b;c\n")
    assert (number, cells[0][:4]) == (1, "sep=")


def test_rows_are_numbered_as_a_spreadsheet_numbers_them():
    assert rows('a;b\n\n"two\nlines";c\nd;e\n') == [
        (1, ["a", "b"]), (3, ["two\nlines", "c"]), (4, ["d", "e"]),
    ]  # fmt: skip


def test_the_row_whose_quotation_mark_is_not_closed_is_named():
    with pytest.raises(Refused, match="Row 2 is not CSV"):
        rows('a;b\n"' + "x" * 20_001)


def test_a_text_that_is_too_long_is_named_with_its_cell():
    with pytest.raises(Refused, match="The text in B2"):
        rows("a;b;c\nx;" + "y" * 10_001 + ";z\n")
