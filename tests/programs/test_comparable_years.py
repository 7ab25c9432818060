"""Which values of a country stand beside each other, year by year."""

import datetime

import pytest

from programs.comparable_years import comparable_years, latest_figures, whole_years
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


def test_the_latest_figures_are_of_the_latest_years_and_then_the_largest():
    rows = [a_statistic(9, 2020), a_statistic(1, 2022), a_statistic(5, 2022), a_statistic(7, 2021)]
    assert [row.value for row in latest_figures(rows)] == [5, 1, 7, 9]
    assert [row.value for row in latest_figures(rows, most=2)] == [5, 1]


def test_the_latest_figure_of_an_indicator_is_that_of_its_last_year():
    rows = [a_statistic(900, 2020, indicator=CASES), a_statistic(4, 2021, indicator=CASES)]
    assert [row.value for row in latest_figures(rows)] == [4]


def test_of_a_list_that_goes_on_the_earliest_year_is_not_drawn():
    rows = [a_statistic(year=year) for year in (2022, 2021, 2021, 2020)]
    assert [row.whole_year for row in whole_years(rows, most=4)] == [2022, 2021, 2021]
    assert whole_years(rows, most=5) == rows


def test_of_a_list_that_goes_on_what_is_undated_is_not_drawn():
    rows = [a_statistic(year=2022), a_statistic(year=None), a_statistic(year=2020)]
    assert whole_years(rows, most=3) == rows[:1]


def test_a_list_that_ends_with_the_undated_has_all_its_years():
    rows = [a_statistic(year=2022), a_statistic(year=None)]
    assert whole_years(rows, most=2) == rows
    assert whole_years([], most=2) == []
