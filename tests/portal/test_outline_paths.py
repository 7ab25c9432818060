"""How an outline is read: its steps and its rings."""

import pytest

from alima_site.portal import outlines


def rings(path):
    return list(outlines._rings(path))


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
