"""A percentage tells how many there are, where the count beside it is known."""

from programs.disclosure.suppression import DERIVABLE, SMALL, withheld
from tests.programs.counted_rows import counted


def parts(*values, first=2):
    return [counted(key, value, whole=1) for key, value in enumerate(values, first)]


def test_a_percentage_is_no_part_of_an_addition():
    rate = counted(4, 60, whole=1, unit="%", threshold=0)
    assert withheld([counted(1, 100), *parts(5, 95), rate]) == {2: SMALL, 3: DERIVABLE}


def test_the_percentage_of_a_withheld_count_is_withheld():
    rate = counted(4, 60, whole=3, unit="%", threshold=0)
    rows = [counted(1, 100), *parts(5, 95), rate]
    assert withheld(rows) == {2: SMALL, 3: DERIVABLE, 4: DERIVABLE}


def test_a_percentage_of_none_tells_nothing():
    assert withheld([counted(1, 100), counted(2, 0, whole=1, unit="%", threshold=0)]) == {}


def test_a_percentage_without_its_count_is_told():
    assert withheld([counted(2, 5, unit="%", threshold=0)]) == {}
