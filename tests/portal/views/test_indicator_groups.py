"""An indicator's values by country: a sum stands only under a country that is whole."""

import pytest
from django.core.paginator import Paginator

from alima_site.portal.views.indicators import whole_groups


def sums(number, *groups):
    """Of three pages the one of that number, with these countries on it."""
    page = Paginator(range(9), 3).page(number)
    return [group["sum"] for group in whole_groups([{"sum": name} for name in groups], page)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, ["a", "b", None]), (2, [None, "b", None]), (3, [None, "b", "c"])],
)
def test_a_country_that_goes_on_beyond_the_page_has_no_sum(number, expected):
    assert sums(number, "a", "b", "c") == expected


def test_a_country_that_fills_the_page_has_none_either():
    assert [sums(number, "a") for number in (1, 2, 3)] == [[None], [None], [None]]


def test_on_the_only_page_every_sum_stands():
    page = Paginator(range(2), 3).page(1)
    assert [group["sum"] for group in whole_groups([{"sum": "a"}, {"sum": "b"}], page)] == [
        "a",
        "b",
    ]


def test_an_indicator_without_values_has_no_groups():
    assert whole_groups([], Paginator([], 3).page(1)) == []
