"""A small count is withheld, and as much beside it as will do."""

import pytest

from programs.disclosure.suppression import DERIVABLE, SMALL, withheld
from tests.programs.counted_rows import counted


@pytest.mark.parametrize(
    ("value", "threshold", "unit", "reason"),
    [
        (0, 10, "people", None),
        (1, 10, "people", SMALL),
        (9, 10, "people", SMALL),
        (10, 10, "people", None),
        (19, 20, "people", SMALL),
        (3, 0, "beds", None),
    ],
)
def test_a_count_is_small_between_zero_and_its_threshold(value, threshold, unit, reason):
    row = counted(1, value, threshold=threshold, unit=unit)
    assert withheld([row]).get(1) == reason


def test_the_smallest_other_part_that_covers_it_is_withheld_too():
    rows = [counted(1, 400), *(counted(n, v, whole=1) for n, v in ((2, 5), (3, 300), (4, 95)))]
    assert withheld(rows) == {2: SMALL, 4: DERIVABLE}


def test_the_whole_is_withheld_where_no_part_can_be():
    assert withheld([counted(1, 18), counted(2, 9, whole=1), counted(3, 9, whole=1)]) == {
        1: DERIVABLE, 2: SMALL, 3: SMALL,
    }  # fmt: skip


def test_what_covers_a_small_count_cannot_be_worked_out_from_its_own_parts():
    rows = [counted(1, 100), counted(2, 5, whole=1), counted(3, 95, whole=1)]
    rows += [counted(4, 55, whole=3), counted(5, 40, whole=3)]
    assert withheld(rows) == {2: SMALL, 3: DERIVABLE, 5: DERIVABLE}


@pytest.mark.parametrize(
    "parts",
    [
        [{"place": "Here"}, {"place": "There"}],
        [{"country": 1}, {"country": 2}],
        [{"country": 1}, {"country": 2, "place": "A"}],
        [{"quarters": (0, 2)}, {"quarters": (2, 4)}],
    ],
    ids=["places", "countries", "a place of another country", "periods"],
)
def test_parts_need_not_be_declared(parts):
    total = {"country": None} if "country" in parts[0] else {}
    rows = [counted(1, 100, **total), counted(2, 5, **parts[0]), counted(3, 95, **parts[1])]
    assert withheld(rows) == {2: SMALL, 3: DERIVABLE}


def test_overlapping_periods_lead_to_no_small_count():
    values = {(0, 3): 70, (1, 4): 60, (3, 4): 5, (0, 1): 15}
    rows = [counted(n, v, quarters=q) for n, (q, v) in enumerate(values.items(), 1)]
    # 60 − 70 + 15 = 5
    assert withheld(rows) == {3: SMALL, 2: DERIVABLE}


def test_a_percentage_that_comes_to_a_few_people_is_withheld():
    whole = counted(1, 100)
    rate = counted(2, 5, whole=1, unit="%", threshold=0)
    assert withheld([whole, rate]) == {2: DERIVABLE}
    assert withheld([whole, rate._replace(value=50)]) == {}


def test_other_indicators_reporters_and_periods_are_left_alone():
    rows = [counted(1, 5), counted(2, 100, indicator=2), counted(3, 100, reporter="Other")]
    assert withheld([*rows, counted(4, 50, country=3)]) == {1: SMALL}
