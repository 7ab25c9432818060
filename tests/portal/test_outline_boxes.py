"""Boxes around outlines: when they meet, how they are written, how a grid fills one."""

from alima_site.portal.outlines import GRID, Box


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
