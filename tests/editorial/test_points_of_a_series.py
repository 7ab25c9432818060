"""Each year of a series in signs above its bar and in words; a missing year is never zero."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.series import Point, Series

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.mark.parametrize(
    ("qualifier", "label", "sentence"),
    [
        ("exact", "40k", "2021: 40,000"),
        ("about", "≈40k", "2021: about 40,000"),
        ("nearly", "≈40k", "2021: nearly 40,000"),
        ("more_than", ">40k", "2021: more than 40,000"),
    ],
)
def test_how_sure_a_value_is_stands_before_it_in_signs_and_words(qualifier, label, sentence):
    point = Point(2021, 40_000, qualifier)
    assert (point.label, point.sentence) == (label, sentence)


def test_a_year_without_a_value_says_so_and_a_zero_is_a_value():
    nothing, zero = Point(2021, None), Point(2021, 0)
    assert (nothing.label, nothing.sentence) == ("", "2021: not published")
    assert (zero.label, zero.sentence) == ("0", "2021: 0")


def test_an_inferred_year_is_told_to_those_who_do_not_see_its_colour():
    assert Point(2021, 40, inferred=True).sentence == "2021: 40 (year inferred)"
    with override("fr"):
        assert "2021" in Point(2021, None).sentence
        assert Point(2021, None).sentence != "2021: not published"


def test_bars_are_measured_by_the_largest_value():
    points = [Point(2020, 5), Point(2021, None), Point(2022, Decimal("7.5")), Point(2023, 0)]
    assert Series("A title", "people", points).highest == Decimal("7.5")


@pytest.mark.parametrize("values", [[], [None, None], [0, None]], ids=str)
def test_a_series_without_a_value_above_zero_can_still_be_divided_by(values):
    points = [Point(2020 + number, value) for number, value in enumerate(values)]
    assert Series("A title", "people", points).highest == 1


def test_a_series_knows_whether_a_year_was_inferred():
    sure, inferred = Point(2020, 5), Point(2021, 6, inferred=True)
    assert Series("A title", "people", [sure, inferred]).has_inferred
    assert not Series("A title", "people", [sure]).has_inferred


def test_years_without_a_value_are_gaps_and_are_not_read_out():
    points = [Point(2020, 0), Point(2021, None)]
    series = Series("A title", "people", points)
    assert [point.year for point in series.published] == [2020]
    assert series.has_gaps
    assert not Series("A title", "people", points[:1]).has_gaps
