"""How a whole and its parts are named, and their values said."""

import pytest

from programs.parts_of_wholes import parts_of_wholes
from tests.programs.unsaved import a_part, a_statistic, an_indicator

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_whole_says_its_period_place_and_who_reported_it():
    given = {"place": "Mirriah; Dakoro", "reported_by": "Others", "period_basis": "inferred"}
    whole = a_statistic(**given)
    (found,) = parts_of_wholes([whole, a_part(whole, **given)])
    assert found.note == "2023 · Mirriah · Dakoro · reported by Others · year inferred"
    assert found.parts[0].remark == ""


def test_the_values_are_in_words_with_their_qualifiers():
    whole = a_statistic(1500, qualifier="more_than")
    (found,) = parts_of_wholes([whole, a_part(whole, qualifier="about")])
    assert (found.amount, found.parts[0].amount) == ("more than 1,500", "about 40")


def test_a_part_of_another_indicator_is_named_by_that():
    whole = a_statistic()
    part = a_part(whole, indicator=an_indicator("in-hospital"), hint_en="In a hospital bed")
    (found,) = parts_of_wholes([whole, part])
    assert found.parts[0].title == "in-hospital"


def test_a_part_of_the_same_indicator_without_a_word_has_its_name():
    whole = a_statistic(indicator=an_indicator("cases"))
    (found,) = parts_of_wholes([whole, a_part(whole, indicator=whole.indicator)])
    assert found.parts[0].title == "cases"
