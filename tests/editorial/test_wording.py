"""Numbers and dates in the words of each language."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial import wording


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (999, "999", "999"),
        (1098873, "1\u202f098\u202f873", "1,098,873"),
        (Decimal("0.500"), "0,5", "0.5"),
        (Decimal("9999393.75"), "9\u202f999\u202f393,75", "9,999,393.75"),
        (0, "0", "0"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value, french, english):
    with override("fr"):
        assert wording.number(value) == french
    with override("en"):
        assert wording.number(value) == english


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (13_000_000, "13\u00a0millions", "13\u00a0million"),
        (1_500_000, "1,5\u00a0million", "1.5\u00a0million"),
        (1_098_873, "1\u202f098\u202f873", "1,098,873"),
        (900_000, "900\u202f000", "900,000"),
    ],
)
def test_round_millions_are_said_in_words(value, french, english):
    with override("fr"):
        assert wording.short_number(value) == french
    with override("en"):
        assert wording.short_number(value) == english


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-02", "février 2024", "February 2024"),
        ("2024-02-01", "1er\u00a0février 2024", "1\u00a0February 2024"),
        ("2024-02-27", "27\u00a0février 2024", "27\u00a0February 2024"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(value, french, english):
    with override("fr"):
        assert wording.partial_date(value) == french
    with override("en"):
        assert wording.partial_date(value) == english


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-1200, "-1,200"),
        (Decimal("1200.00"), "1,200"),
        (Decimal("1E+3"), "1,000"),
        (Decimal("0.10"), "0.1"),
    ],
)
def test_a_number_has_no_zeros_nobody_needs_and_no_exponent(value, said):
    with override("en"):
        assert wording.number(value) == said


@pytest.mark.parametrize(
    ("value", "french"),
    [
        (1_000_000, "1\u00a0million"),
        (1_900_000, "1,9\u00a0million"),
        (2_000_000, "2\u00a0millions"),
        (1_050_000, "1\u202f050\u202f000"),
        (999_900, "999\u202f900"),
        (Decimal("2600000.00"), "2,6\u00a0millions"),
    ],
)
def test_french_counts_millions_in_the_plural_from_two_on(value, french):
    with override("fr"):
        assert wording.short_number(value) == french


def test_every_month_has_its_own_name_in_french():
    with override("fr"):
        said = [wording.partial_date(f"2024-{month:02}") for month in range(1, 13)]
    names = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    assert said == [f"{name} 2024" for name in names.split()]


def test_a_percentage_has_its_sign_and_no_other_unit_is_printed():
    with override("fr"):
        assert wording.with_unit(Decimal("0.5"), "%") == "0,5\u202f%"
        assert wording.with_unit(2_000_000, "people") == "2\u00a0millions"
    with override("en"):
        assert wording.with_unit(50, "%") == "50%"


def test_parts_of_a_cell_stand_in_a_line_without_the_empty_ones():
    assert wording.listed(" Mirriah;Dakoro ; ;") == "Mirriah · Dakoro"
    assert wording.listed("") == ""
