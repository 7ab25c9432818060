"""What is withheld beside a small count: enough to cover it, and no more."""

from programs.disclosure.suppression import DERIVABLE, SMALL, withheld
from tests.programs.counted_rows import counted


def parts(*values, first=2):
    return [counted(key, value, whole=1) for key, value in enumerate(values, first)]


def test_a_part_of_none_covers_nothing():
    assert withheld([counted(1, 105), *parts(5, 0, 100)]) == {2: SMALL, 4: DERIVABLE}
    assert withheld([counted(1, 5), *parts(5, 0)]) == {1: SMALL, 2: SMALL}


def test_a_part_that_could_itself_be_guessed_is_no_cover():
    # 12 and 5 come to 17, and nobody would look far for either.
    assert withheld([counted(1, 117), *parts(5, 12, 100)]) == {2: SMALL, 4: DERIVABLE}


def test_the_whole_goes_where_no_part_is_large_enough():
    assert withheld([counted(1, 27), *parts(5, 10, 12)]) == {2: SMALL, 1: DERIVABLE}


def test_the_highest_threshold_of_an_addition_decides_what_is_enough():
    rows = [counted(1, 125), *parts(5, 20, 100)]
    assert withheld(rows) == {2: SMALL, 3: DERIVABLE}
    rows[3] = rows[3]._replace(threshold=20)
    assert withheld(rows) == {2: SMALL, 4: DERIVABLE}


def test_two_small_parts_need_one_cover_only():
    assert withheld([counted(1, 208), *parts(3, 5, 80, 120)]) == {
        2: SMALL, 3: SMALL, 4: DERIVABLE,
    }  # fmt: skip


def test_a_single_part_is_left_beside_its_whole():
    assert withheld([counted(1, 100), *parts(5)]) == {2: SMALL}


def test_a_single_part_that_is_all_of_its_whole_tells_it():
    smaller, larger = counted(1, 40), counted(2, 40, whole=1)
    withheld_part = [counted(3, 5, whole=2), counted(4, 35, whole=2)]
    assert withheld([smaller, larger, *withheld_part]) == {3: SMALL, 4: DERIVABLE}
    assert withheld([counted(1, 5), counted(2, 5, whole=1)]) == {1: SMALL, 2: SMALL}


def test_the_same_number_published_twice_is_withheld_twice():
    rows = [counted(1, 100), counted(2, 5, place="Here"), counted(3, 95, place="There")]
    again = counted(4, 95, place="There")
    assert withheld([*rows, again]) == {2: SMALL, 3: DERIVABLE, 4: DERIVABLE}


def test_a_country_known_by_its_places_only_is_protected_like_the_others():
    rows = [counted(1, 300, country=None), counted(2, 295, country=1)]
    places = [counted(3, 5, country=2, place="A")]
    assert withheld([*rows, *places]) == {3: SMALL, 2: DERIVABLE}


def test_where_nothing_is_small_nothing_is_withheld():
    assert withheld([counted(1, 100), *parts(40, 60)]) == {}
    assert withheld([]) == {}
