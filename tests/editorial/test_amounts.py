"""Money and other values in full, with what the source says of how exact they are."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial import wording


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (1200, "1\u202f200\u00a0EUR", "EUR\u00a01,200"),
        (Decimal("1200.5"), "1\u202f200,50\u00a0EUR", "EUR\u00a01,200.50"),
        (Decimal("1200.00"), "1\u202f200\u00a0EUR", "EUR\u00a01,200"),
        (Decimal("0.256"), "0,26\u00a0EUR", "EUR\u00a00.26"),
    ],
)
def test_money_has_two_digits_for_cents_or_none(value, french, english):
    with override("fr"):
        assert wording.money(value, "EUR") == french
    with override("en"):
        assert wording.money(value, "EUR") == english


@pytest.mark.parametrize("unit", ["people", "%", "", "EU", "eur", "EURO"])
def test_a_unit_of_other_than_three_capitals_is_no_currency(unit):
    assert wording.is_currency("XOF")
    assert not wording.is_currency(unit)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (13_000_000, "people", "13,000,000"),
        (Decimal("12.50"), "%", "12.5%"),
        (1500, "EUR", "EUR\u00a01,500"),
    ],
)
def test_a_value_in_full_is_not_shortened_and_keeps_its_unit(value, unit, said):
    with override("en"):
        assert wording.amount(value, unit, "exact", "") == said
        assert wording.amount(value, unit, "about", "about") == f"about {said}"


def test_the_word_of_an_exact_value_is_not_printed():
    with override("en"):
        assert wording.amount(1500, "people", "exact", "exactly") == "1,500"
        assert wording.quoted(1500, "people", "") == "1,500"


def test_a_sentence_says_round_millions_in_words_after_their_qualifier():
    with override("fr"):
        said = wording.quoted(13_000_000, "people", "plus de")
    assert said == "plus de 13\u00a0millions"


def test_a_count_that_is_withheld_is_said_by_its_threshold():
    with override("fr"):
        assert wording.fewer_than(1000) == "moins de 1\u202f000"
    with override("en"):
        assert wording.fewer_than(10) == "< 10"


def test_a_name_and_its_value_have_the_colon_of_the_language():
    with override("fr"):
        assert wording.labelled("Source", "MSF") == "Source\u00a0: MSF"
    with override("en"):
        assert wording.labelled("Source", "MSF") == "Source: MSF"
