"""Which values of a country stand beside each other, year by year."""

import datetime

import pytest

from programs.comparable_years import comparable_years
from programs.disclosure.suppression import DERIVABLE
from tests.programs.unsaved import a_statistic, an_indicator

CASES = an_indicator("cases")


def values(by_year):
    return {year: row.value for year, row in by_year.items()}


def test_each_indicator_has_its_own_years():
    births = an_indicator("births")
    rows = [a_statistic(1, 2021, indicator=CASES), a_statistic(2, 2022, indicator=CASES)]
    found = comparable_years([*rows, a_statistic(3, 2022, indicator=births)])
    assert [values(by_year) for by_year in found] == [{2021: 1, 2022: 2}, {2022: 3}]


@pytest.mark.parametrize(
    "other",
    [
        {"place": "A town"},
        {"subset_of_id": 7},
        {"reported_by": "Others"},
        {"withheld": DERIVABLE},
        {"period_end": datetime.date(2022, 11, 30)},
        {"period_start": None},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_is_no_year_of_the_whole_country_stands_beside_none(other):
    rows = [a_statistic(1, 2021, indicator=CASES), a_statistic(2, 2022, indicator=CASES, **other)]
    assert [values(by_year) for by_year in comparable_years(rows)] == [{2021: 1}]


def test_the_years_of_another_reporter_can_be_asked_for():
    rows = [a_statistic(1, indicator=CASES), a_statistic(2, indicator=CASES, reported_by="Others")]
    assert [values(by_year) for by_year in comparable_years(rows, "Others")] == [{2023: 2}]


def test_an_indicator_with_two_values_for_a_year_is_left_out_and_no_other():
    rows = [a_statistic(value, indicator=CASES) for value in (1, 2)]
    rows += [a_statistic(9, 2022, indicator=CASES), a_statistic(3)]
    assert [values(by_year) for by_year in comparable_years(rows)] == [{2023: 3}]
