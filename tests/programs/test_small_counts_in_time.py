"""A small count of one period does not follow from those of others."""

import datetime

import pytest

from programs.disclosure.suppression import DERIVABLE, SMALL, withheld
from tests.programs.counted_rows import counted

YEAR, HALF, REST = (0, 4), (0, 2), (2, 4)


def test_the_smallest_period_that_covers_it_is_withheld():
    half, rest = counted(1, 95, quarters=HALF), counted(2, 5, quarters=REST)
    assert withheld([half, rest, counted(3, 100)]) == {2: SMALL, 1: DERIVABLE}


def test_periods_of_none_cover_nothing():
    year, half, rest = counted(1, 9), counted(2, 0, quarters=HALF), counted(3, 9, quarters=REST)
    assert withheld([year, half, rest]) == {1: SMALL, 3: SMALL}


@pytest.mark.parametrize("other", [{"country": 2}, {"reporter": "Others"}, {"indicator": 2}])
def test_periods_of_something_else_lead_nowhere(other):
    rows = [counted(1, 5, quarters=HALF), counted(2, 95, quarters=REST), counted(3, 100, **other)]
    assert withheld(rows) == {1: SMALL}


@pytest.mark.parametrize("day", ["start", "end"])
def test_a_period_without_an_end_leads_nowhere(day):
    rows = [counted(1, 5, quarters=HALF), counted(2, 95, quarters=REST)]
    assert withheld([*rows, counted(3, 100, **{day: None})]) == {1: SMALL}


def test_the_last_day_of_the_calendar_is_no_fault():
    endless = counted(1, 5, end=datetime.date.max)
    assert endless.ends is None
    assert withheld([endless]) == {1: SMALL}


def test_a_period_ends_with_its_last_day():
    row = counted(1, 5)._replace(start=datetime.date(2020, 1, 1), end=datetime.date(2020, 1, 31))
    assert row.ends == (datetime.date(2020, 1, 1), datetime.date(2020, 2, 1))


def test_one_of_two_ways_is_not_enough():
    half = counted(1, 5, quarters=HALF)
    first_way = [counted(2, 100, quarters=YEAR), counted(3, 95, quarters=REST)]
    second_way = [counted(4, 80, quarters=(0, 3)), counted(5, 75, quarters=(2, 3))]
    assert withheld([half, *first_way, *second_way]) == {1: SMALL, 3: DERIVABLE, 5: DERIVABLE}


def test_a_small_count_is_no_cover_for_another_small_one():
    # 12 in three quarters is 6 and 6 as well as 5 and 7: all of it is withheld.
    rows = [counted(1, 5, quarters=(0, 1)), counted(2, 7, quarters=(1, 3))]
    assert withheld([*rows, counted(3, 12, quarters=(0, 3))]) == {
        1: SMALL, 2: SMALL, 3: DERIVABLE,
    }  # fmt: skip
