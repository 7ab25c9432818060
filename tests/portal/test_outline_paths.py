"""How an outline is read: its steps, its rings, what lies inside, and boxes around it."""

import pytest

from alima_site.portal import outlines
from alima_site.portal.outlines import GRID, ROUND, Box, around, bounds, holds, place_for_name


def rings(path):
    return list(outlines._rings(path))


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


@pytest.mark.parametrize(
    "path",
    [
        "M10 10L20 10L20 30z",
        "m10 10l10 0l0 20z",
        "M10 10H20V30z",
        "M10 10h10v20z",
        "M10,10 20,10 20,30Z",
        "m10 10 10 0 0 20z",
    ],
)
def test_every_way_to_write_a_triangle_is_read_as_the_same_points(path):
    assert rings(path) == [[(10, 10), (20, 10), (20, 30)]]


def test_numbers_may_be_negative_broken_or_without_a_space():
    assert rings("M1.5-2l-.5 3") == [[(1.5, -2), (1, 1)]]


def test_a_second_ring_begins_where_the_first_is_left():
    assert rings("M0 0h2v2zM9 9h1") == [[(0, 0), (2, 0), (2, 2)], [(9, 9), (10, 9)]]


def test_no_path_has_no_ring():
    assert rings("") == []


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


def test_boxes_that_only_touch_do_not_meet():
    box = Box(0, 0, 10, 10)
    assert box.meets(Box(9, 9, 5, 5))
    for other in (Box(10, 0, 5, 5), Box(0, 10, 5, 5), Box(-5, 0, 5, 5), Box(0, -5, 5, 5)):
        assert not box.meets(other)


def test_a_box_is_written_as_a_drawing_takes_it():
    assert Box(-1.5, 2.0, 30, 4.25).view == "-1.5 2 30 4.25"


def test_the_grid_fills_the_box_and_leaves_its_edge_free():
    points = Box(10, 20, GRID, 2 * GRID).grid()
    assert len(set(points)) == GRID * GRID
    assert (min(points), max(points)) == ((10.5, 21), (10 + GRID - 0.5, 20 + 2 * GRID - 1))


def test_a_country_that_is_not_in_the_picture_has_no_place_for_its_name(shapes):
    assert place_for_name("BB", Box(0, 0, 100, 100)) is None
