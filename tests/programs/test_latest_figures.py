"""Which figures a country page begins with, and where its charts begin."""

from programs.comparable_years import latest_figures, whole_years
from tests.programs.unsaved import a_statistic, an_indicator

CASES = an_indicator("cases")


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
