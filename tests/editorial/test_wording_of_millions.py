"""Millions are said in words, in the plural of each language."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial import wording


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
