"""Numbers in the words of each language."""

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


def test_a_percentage_has_its_sign_and_no_other_unit_is_printed():
    with override("fr"):
        assert wording.with_unit(Decimal("0.5"), "%") == "0,5\u202f%"
        assert wording.with_unit(2_000_000, "people") == "2\u00a0millions"
    with override("en"):
        assert wording.with_unit(50, "%") == "50%"


def test_parts_of_a_cell_stand_in_a_line_without_the_empty_ones():
    assert wording.listed(" Mirriah;Dakoro ; ;") == "Mirriah · Dakoro"
    assert wording.listed("") == ""
