"""Cells of numbers: read, compared with the record, and written into it."""

from decimal import Decimal

import pytest

from alima_site.editorial.cells import Number, Whole, Year
from tests.editorial.cells.rows import nothing, read, record, refused


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("1200", 1200), ("007", 7), (str(10**15), 10**15), ("", None)]
)
def test_a_whole_number_is_read(text, number):
    assert read(Whole("n"), text) == number


@pytest.mark.parametrize("text", ["1 200", "1,200", "1200.0", "x", "٣", "1" * 17, "--1"])
def test_what_is_no_whole_number_is_refused(text):
    assert "is not a whole number of at most 16 digits" in refused(Whole("n"), text)


@pytest.mark.parametrize("text", ["-1", str(10**15 + 1)])
def test_a_whole_number_is_a_count(text):
    assert refused(Whole("n"), text) == f"{text} is not between 0 and {10**15}"


@pytest.mark.parametrize("text", ["1800", "2200"])
def test_a_year_is_one_of_our_time(text):
    assert read(Year("n"), text) == int(text)


@pytest.mark.parametrize("text", ["1799", "2201", "24"])
def test_a_year_of_another_time_is_refused(text):
    assert "is not between 1800 and 2200" in refused(Year("n"), text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("1200", "1200"), ("0.50", "0.5"), ("-3.125", "-3.125"), ("100", "100"), ("", None)],
)
def test_a_decimal_number_is_compared_without_zeros_at_its_end(text, plain):
    assert read(Number("n"), text) == plain


@pytest.mark.parametrize("text", ["0,5", "1e3", ".5", "1.2345", "1" * 13, "fifty"])
def test_what_is_no_decimal_number_is_refused(text):
    assert "is not a number like 1200 or 0.5" in refused(Number("n"), text)


@pytest.mark.parametrize(("value", "plain"), [(Decimal("0.500"), "0.5"), (None, None)])
def test_a_decimal_number_of_a_record_is_compared_in_the_same_form(value, plain):
    made = record(value=value)
    assert Number("n").current(made, "value") == plain
    Number("n").write(made, "value", plain, nothing)
    assert made.value == value


def test_of_a_long_cell_only_the_start_is_repeated():
    assert "9" * 31 not in refused(Whole("n"), "9" * 5000)
    assert "9" * 31 not in refused(Number("n"), "9" * 5000)
