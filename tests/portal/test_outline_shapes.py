"""What lies inside an outline, how much room it needs, and what is drawn in it."""

import pytest

from alima_site.portal import outlines
from alima_site.portal.outlines import ROUND, Box, around, bounds, holds, place_for_name


@pytest.fixture
def shapes(monkeypatch):
    """A made map: a square with a hole, a far square, and an island that is a dot."""
    countries = {
        "AA": {"d": "M0 0h100v100h-100zM40 40h20v20h-20z"},
        "BB": {"d": "M300 0h10v10h-10z"},
        "DO": {"dot": [5, 5]},
    }
    monkeypatch.setattr(outlines, "africa", lambda: {"countries": countries})
    kept = (outlines.rings, outlines.bounds, outlines.within, outlines.place_for_name)
    for each in kept:
        each.cache_clear()
    yield countries
    for each in kept:
        each.cache_clear()


def test_a_hole_is_not_inside(shapes):
    assert holds("AA", (10, 10))
    assert not holds("AA", (50, 50))
    assert not holds("AA", (110, 50))
    assert not holds("AA", (-1, 50))


def test_a_box_is_the_smallest_around_all_rings_and_a_dot_has_none(shapes):
    assert bounds("AA") == Box(0, 0, 100, 100)
    assert bounds("DO") is None
    assert around("DO") is None


def test_room_for_neighbours_grows_with_the_country_and_is_never_narrow(shapes):
    assert around("AA") == pytest.approx((-100 / 3, -100 / 3, 500 / 3, 500 / 3))
    assert around("BB") == (300 - ROUND, -ROUND, 10 + 2 * ROUND, 10 + 2 * ROUND)


def test_only_countries_that_reach_into_the_picture_are_drawn(shapes):
    assert outlines.within(Box(90, 90, 20, 20)) == ["AA"]
    assert outlines.within(Box(0, 0, 400, 400)) == ["AA", "BB"]
    assert outlines.within(Box(120, 0, 20, 20)) == []


def test_a_country_that_is_not_in_the_picture_has_no_place_for_its_name(shapes):
    assert place_for_name("BB", Box(0, 0, 100, 100)) is None
