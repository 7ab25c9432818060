"""A share as squares of two hundred: never more than it is, and one square is half a per cent."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.series import Part, Whole
from alima_site.portal.drawing.shares import share_of_200, share_of_whole, squares_of_200


@pytest.mark.parametrize(
    ("percent", "squares"),
    [
        (0, 0), (0.5, 1), (1, 2), (50, 100), (100, 200),
        (Decimal("2.4"), 5), (0.25, 1), (0.2, 0), (Decimal("1.25"), 3), (99.8, 200),
        (-3, 0), (140, 200),
    ],
)  # fmt: skip
def test_a_percentage_is_so_many_squares_of_two_hundred(percent, squares):
    assert squares_of_200(percent) == squares


@pytest.mark.parametrize("percent", [0, 0.5, 2, 9.5, 10, 33, 50, 99.5, 100])
def test_the_field_that_is_filled_has_as_many_squares_as_are_said(percent):
    drawn = share_of_200(percent, "treat")
    edge, upper, lower = (drawn[side] // 12 for side in ("edge", "upper", "lower"))
    # Whole rows of twenty above, and the rest in the row where both fields meet.
    assert 20 * upper + edge == drawn["filled"]
    assert lower - upper == (1 if edge else 0)


def test_the_squares_are_counted_in_words_in_both_languages():
    with override("en"):
        assert share_of_200(0.5, "together")["label"] == "1 square of 200"
        assert share_of_200(2, "together")["label"] == "4 squares of 200"
    with override("fr"):
        assert share_of_200(0.5, "together")["label"] == "1 carré sur 200"
        assert share_of_200(2, "together")["label"] == "4 carrés sur 200"


def whole(value, *parts):
    return Whole(
        "All", value, f"{value}", "/all/", parts=[Part("Some", p, f"{p}", "/some/") for p in parts]
    )


def test_a_part_is_as_long_as_its_share_of_the_whole():
    with override("en"):
        drawn = share_of_whole(whole(300, 100, 200))["bars"]
    assert [bar["width"] for bar in drawn] == ["33.33%", "66.67%"]
    assert drawn[0]["comparison"] == "100 of 300"


def test_a_part_too_small_to_be_seen_is_still_drawn_and_none_is_longer_than_the_whole():
    drawn = share_of_whole(whole(1_000_000, 1, 0, 2_000_000))["bars"]
    assert [bar["width"] for bar in drawn] == ["0.50%", "0.50%", "100.00%"]


def test_parts_of_nothing_can_be_drawn():
    assert share_of_whole(whole(0, 0))["bars"][0]["width"] == "0.50%"


def test_widths_have_a_point_in_french_too():
    with override("fr"):
        assert share_of_whole(whole(8, 1))["bars"][0]["width"] == "12.50%"
