"""A part is drawn along the bar of its whole, and read as both were published."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.series import Part, Whole


def whole(value):
    return Whole("All", value, "47,269", "/all/")


def part(value):
    return Part("Some", value, "9,448", "/some/")


@pytest.mark.parametrize(
    ("of", "all_of_it", "share"),
    [(25, 100, "25"), (1, 3, "33.333"), (0, 100, "0"), (100, 100, "100")],
)
def test_a_part_reaches_as_far_along_the_bar_as_it_is_of_the_whole(of, all_of_it, share):
    assert round(whole(all_of_it).per_cent(part(of)), 3) == Decimal(share)


def test_a_part_that_was_published_larger_than_its_whole_ends_with_the_bar():
    assert whole(100).per_cent(part(101)) == 100


def test_nothing_is_divided_by_a_whole_of_zero():
    assert whole(0).per_cent(part(5)) == 0


def test_a_part_is_compared_in_the_words_of_its_publisher():
    with override("en"):
        assert whole(47_269).comparison(part(9_448)) == "9,448 of 47,269"
    with override("fr"):
        assert whole(47_269).comparison(part(9_448)) == "9,448 sur 47,269"
