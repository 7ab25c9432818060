"""How a whole and its parts are ordered, and which are not compared."""

import datetime

import pytest

from programs.disclosure.suppression import DERIVABLE
from programs.parts_of_wholes import parts_of_wholes
from tests.programs.unsaved import a_part, a_statistic

pytestmark = pytest.mark.usefixtures("in_english")


def test_the_latest_whole_comes_first_and_of_one_year_the_largest():
    wholes = [a_statistic(200, 2021), a_statistic(300, 2022), a_statistic(400, 2022)]
    parts = [a_part(whole, year=whole.whole_year) for whole in wholes]
    assert [whole.value for whole in parts_of_wholes([*wholes, *parts])] == [400, 300, 200]


def test_an_open_whole_is_as_late_as_its_start():
    open_one = a_statistic(300, 2022, period_end=None, period_basis="open")
    earlier = a_statistic(200, 2021)
    parts = [a_part(earlier, year=2021), a_part(open_one, year=2022, period_end=None)]
    assert [w.value for w in parts_of_wholes([earlier, open_one, *parts])] == [300, 200]


def test_the_largest_part_comes_first_and_of_one_size_the_address_word_decides():
    whole = a_statistic()
    parts = [a_part(whole, 20, slug="b"), a_part(whole, 20, slug="a"), a_part(whole, 30)]
    (found,) = parts_of_wholes([whole, *parts])
    assert [part.value for part in found.parts] == [30, 20, 20]
    assert [part.url[-2:] for part in found.parts[1:]] == ["#a", "#b"]


def test_a_part_may_be_all_of_its_whole():
    whole = a_statistic(100)
    assert len(parts_of_wholes([whole, a_part(whole, 100)])) == 1


@pytest.mark.parametrize("hidden", ["whole", "part"])
def test_a_withheld_value_is_drawn_neither_as_whole_nor_as_part(hidden):
    whole = a_statistic(withheld=DERIVABLE if hidden == "whole" else "")
    part = a_part(whole, withheld=DERIVABLE if hidden == "part" else "")
    assert parts_of_wholes([whole, part]) == []


def test_a_part_that_starts_later_is_not_compared():
    whole = a_statistic()
    later = a_part(whole, period_start=datetime.date(2023, 2, 1))
    assert parts_of_wholes([whole, later]) == []
