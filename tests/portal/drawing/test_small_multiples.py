"""Several small charts side by side: each on its own scale, with few words."""

from types import SimpleNamespace

import pytest

from alima_site.editorial.series import Point, Series
from alima_site.portal.drawing.bars import SMALL_AREA, small_bars, small_multiples


def series(*values, first=2010, **marks):
    points = [Point(first + n, value, **marks) for n, value in enumerate(values)]
    return Series("Children", "children", points)


def yearly(drawn):
    return SimpleNamespace(drawn=drawn, rows=["a row"])


def test_each_chart_has_its_own_scale():
    charts = small_multiples([yearly(series(10, 5)), yearly(series(9000, 4500))])["charts"]
    heights = [[bar["height"] for bar in chart["bars"]] for chart in charts]
    assert heights == [[SMALL_AREA, SMALL_AREA // 2]] * 2


def test_a_chart_brings_the_rows_it_was_drawn_from():
    (chart,) = small_multiples([yearly(series(10))])["charts"]
    assert chart["rows"] == ["a row"]


def test_only_the_latest_published_value_is_said():
    drawn = small_bars(series(3, 7, 5, None))
    assert [bar["is_latest"] for bar in drawn] == [False, False, True, False]


def test_where_nothing_is_published_no_value_is_said():
    assert not any(bar["is_latest"] for bar in small_bars(series(None, None)))


def test_the_first_and_the_last_year_are_written_in_full():
    assert [bar["year"] for bar in small_bars(series(1, 2, 3))] == ["2010", "11", "2012"]


def test_where_years_are_many_only_the_ends_are_written():
    years = [bar["year"] for bar in small_bars(series(*range(1, 14)))]
    assert years == ["2010", *[""] * 11, "2022"]


def test_twelve_years_are_all_written():
    assert all(bar["year"] for bar in small_bars(series(*range(1, 13))))


def test_every_bar_stands_on_the_base_line_of_the_small_chart():
    drawing = small_multiples([yearly(series(8, None, 2))])
    for bar in drawing["charts"][0]["bars"]:
        assert bar["top"] + bar["height"] == drawing["base"]


@pytest.mark.parametrize("others", [[], [series(1, 2)]])
def test_one_gap_or_one_inferred_year_in_any_chart_is_explained_below(others):
    plain = small_multiples([yearly(each) for each in [series(4, 5), *others]])
    assert (plain["has_gaps"], plain["has_inferred"]) == (False, False)
    gap = small_multiples([yearly(each) for each in [series(4, None), *others]])
    assert (gap["has_gaps"], gap["has_inferred"]) == (True, False)
    inferred = small_multiples([yearly(each) for each in [series(4, inferred=True), *others]])
    assert (inferred["has_gaps"], inferred["has_inferred"]) == (False, True)
