"""Counts as people write them."""

import pytest

from alima_site.editorial.spreadsheets import Refused
from alima_site.editorial.spreadsheets.numbers import whole_number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", 0), ("1234", 1234), ("1 234", 1234), ("1\u00a0234\u00a0567", 1234567),
        ("1\u202f234", 1234), ("12’345", 12345), ("1,234,567", 1234567), ("1.234.567", 1234567),
        ("1,234.0", 1234), ("1.234,00", 1234), ("1 234,0", 1234), ("12,0", 12),
        (1234, 1234), (1234.0, 1234), ("1000000000000000", 10**15),
    ],
)  # fmt: skip
def test_a_count_is_read_in_the_ways_of_several_languages(written, meant):
    assert whole_number(written) == meant


@pytest.mark.parametrize("written", ["1,234", "1.234", "123.456", "-1,234"])
def test_three_digits_after_one_mark_may_be_thousands_or_thousandths(written):
    meant = written.replace(",", "").replace(".", "")
    with pytest.raises(Refused, match=f"read in two ways. Write {meant} "):
        whole_number(written)


@pytest.mark.parametrize("written", ["0,500", "0.500", "12,5", 12.5])
def test_half_a_patient_is_refused_as_such(written):
    with pytest.raises(Refused, match="is not a whole number"):
        whole_number(written)


@pytest.mark.parametrize("written", ["", "-", "n/a", "N.A.", "nd", "n.c.", "None", "Inconnu"])
def test_words_for_no_value_are_not_zero(written):
    with pytest.raises(Refused, match="is no value"):
        whole_number(written)


@pytest.mark.parametrize("written", ["< 10", "≤5", "moins de 10", "Less than 5"])
def test_a_small_count_that_was_withheld_is_not_guessed(written):
    with pytest.raises(Refused, match="small count"):
        whole_number(written)


@pytest.mark.parametrize(
    ("written", "number", "qualifier"),
    [
        ("plus de 500", "500", "more_than"), ("> 500", "500", "more_than"),
        ("Over 1 200", "1 200", "more_than"), ("Près de 2 000", "2 000", "nearly"),
        ("presque 70", "70", "nearly"), ("env. 300", "300", "about"), ("~300", "300", "about"),
    ],
)  # fmt: skip
def test_a_qualifier_before_the_number_is_shown_its_own_column(written, number, qualifier):
    with pytest.raises(Refused, match=f"write {number} here and “{qualifier}” as"):
        whole_number(written)


@pytest.mark.parametrize("written", ["1O5", "12 34", "1,23,456", "5 %", "1e3", "plus de"])
def test_what_only_looks_like_a_number_is_refused(written):
    with pytest.raises(Refused, match="is not a number"):
        whole_number(written)


@pytest.mark.parametrize("written", [-1, "-5", "-1 000"])
def test_no_count_is_below_zero(written):
    with pytest.raises(Refused, match="below zero"):
        whole_number(written)


@pytest.mark.parametrize("written", [10**15 + 1, "9" * 20])
def test_no_count_is_larger_than_the_database_holds(written):
    with pytest.raises(Refused, match="larger than any count"):
        whole_number(written)


def test_of_a_long_text_only_the_start_is_repeated():
    with pytest.raises(Refused) as refused:
        whole_number("x" * 61)
    assert "x" * 60 in str(refused.value)
    assert "x" * 61 not in str(refused.value)
