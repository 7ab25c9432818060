"""Bars by year: their heights, the gaps between them, and the room they leave each other."""

from decimal import Decimal
from itertools import pairwise

import pytest
from django.utils.translation import override

from alima_site.editorial.series import Point, Series
from alima_site.portal.drawing.bars import BAR_AREA, GAP, bar, bar_series


def series(*values, first=2015):
    return Series("Children", "children", [Point(first + n, v) for n, v in enumerate(values)])


def heights(*values):
    return [each["height"] for each in bar_series(series(*values))["bars"]]


def test_the_highest_value_fills_the_area_and_half_of_it_half():
    assert heights(4000, 2000) == [BAR_AREA, BAR_AREA // 2]


def test_a_value_that_is_tiny_or_zero_is_still_seen():
    assert heights(1_000_000, 1, 0) == [BAR_AREA, 2, 2]


def test_a_year_without_a_figure_is_a_gap_of_its_own_height_and_no_zero():
    drawn = bar_series(series(100, None, 50))["bars"]
    assert drawn[1]["height"] == BAR_AREA // GAP
    assert drawn[1]["point"].value is None


def test_values_that_are_all_zero_can_be_drawn():
    assert heights(0, 0) == [2, 2]


def test_every_bar_stands_on_the_base_line_with_its_value_above_it():
    drawing = bar_series(series(100, None, 30))
    for each in drawing["bars"]:
        assert each["top"] + each["height"] == drawing["base"]
        assert 0 < each["label_at"] < each["top"]


def test_bars_follow_each_other_without_touching_and_end_within_the_drawing():
    drawn = bar_series(series(*range(1, 10)))["bars"]
    sides = [(Decimal(each["left"][:-1]), Decimal(each["width"][:-1])) for each in drawn]
    for (left, width), (following, _width) in pairwise(sides):
        assert left + width < following
    assert sum(sides[-1]) < 100


def test_two_bars_do_not_fill_the_whole_width():
    assert (
        bar_series(series(1, 2))["bars"][0]["width"]
        == bar_series(series(*[1] * 6))["bars"][0]["width"]
    )


@pytest.mark.parametrize(("years", "scrolls"), [(12, False), (13, True)])
def test_only_a_long_series_scrolls(years, scrolls):
    assert bar_series(series(*[5] * years))["long"] is scrolls


def test_a_year_is_said_in_two_parts_of_which_the_second_has_two_digits():
    drawn = bar(Point(2009, 1), Decimal(0), Decimal(10), Decimal(1))
    assert (drawn["century"], drawn["year"]) == (20, "09")


def test_lengths_have_a_point_in_french_too():
    with override("fr"):
        drawn = bar_series(series(1, 2, 3))["bars"][1]
    assert drawn["left"] == "19.33%"
    assert "," not in drawn["width"] + drawn["middle"]


def test_a_series_without_points_draws_no_bar():
    assert bar_series(series())["bars"] == []
