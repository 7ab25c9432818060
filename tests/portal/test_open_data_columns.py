"""The values of a column: texts, numbers, dates, and nothing where nothing is known."""

import datetime
from decimal import Decimal

import pytest

from alima_site.portal.open_data.columns import Column, joined


def of(value):
    return Column("Label", "#tag", "What it means", lambda record: value).of(None)


@pytest.mark.parametrize("nothing", [None, ""])
def test_what_is_not_known_is_empty(nothing):
    assert of(nothing) is None


def test_zero_and_no_are_values():
    assert of(0) == 0
    assert of(False) is False


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime.date(2024, 2, 7), "2024-02-07"),
        (datetime.datetime(2024, 2, 7, 23, 59, tzinfo=datetime.UTC), "2024-02-07"),
    ],
)
def test_a_date_is_written_without_its_hour(value, written):
    assert of(value) == written


def test_a_decimal_is_a_whole_number_where_it_is_one():
    assert of(Decimal("13000000.00")) == 13000000
    assert isinstance(of(Decimal("5.00")), int)
    assert of(Decimal("2.5")) == 2.5


def test_several_values_stand_in_one_cell():
    assert joined(["BEFEN", 2]) == "BEFEN; 2"
    assert joined([]) == ""
