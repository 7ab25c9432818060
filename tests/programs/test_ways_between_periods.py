"""Periods lead from one day to another like steps on a scale."""

from programs.disclosure.periods import way_between
from tests.programs.counted_rows import QUARTERS

JANUARY, APRIL, JULY, OCTOBER, NEXT_YEAR = QUARTERS


def test_a_period_of_the_same_days_is_the_whole_way():
    year = (JANUARY, NEXT_YEAR)
    assert way_between(JANUARY, NEXT_YEAR, [year]) == [year]


def test_periods_that_follow_each_other_are_a_way():
    first, second = (JANUARY, JULY), (JULY, NEXT_YEAR)
    assert sorted(way_between(JANUARY, NEXT_YEAR, [second, first])) == [first, second]


def test_a_way_may_go_too_far_and_come_back():
    year, rest = (JANUARY, NEXT_YEAR), (APRIL, NEXT_YEAR)
    assert sorted(way_between(JANUARY, APRIL, [year, rest])) == [year, rest]


def test_a_way_may_begin_backwards():
    whole, before = (JANUARY, OCTOBER), (JANUARY, APRIL)
    assert sorted(way_between(APRIL, OCTOBER, [before, whole])) == [before, whole]


def test_a_day_without_a_period_on_either_side_ends_the_way():
    assert way_between(JANUARY, NEXT_YEAR, [(JANUARY, APRIL), (JULY, NEXT_YEAR)]) == []


def test_periods_that_only_overlap_are_no_way():
    assert way_between(JANUARY, OCTOBER, [(JANUARY, JULY), (APRIL, OCTOBER)]) == []


def test_the_shortest_way_is_taken():
    quarters = [(JANUARY, APRIL), (APRIL, JULY), (JULY, OCTOBER)]
    there_and_back = [(JANUARY, NEXT_YEAR), (OCTOBER, NEXT_YEAR)]
    assert sorted(way_between(JANUARY, OCTOBER, [*there_and_back, *quarters])) == there_and_back
