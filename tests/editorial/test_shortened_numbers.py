"""Numbers above bars are at most four signs, rounded as a reader would."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.series import abbreviated


@pytest.mark.parametrize(
    ("value", "short"),
    [
        (0, "0"),
        (850, "850"),
        (1000, "1k"),
        (1249, "1.2k"),
        (1250, "1.3k"),
        (12_499, "12k"),
        (12_500, "13k"),
        (113_400, "113k"),
        (1_098_873, "1.1M"),
        (13_000_000, "13M"),
    ],
)
def test_thousands_and_millions_are_rounded_to_what_a_bar_has_room_for(value, short):
    with override("en"):
        assert abbreviated(value) == short


def test_a_part_of_one_keeps_one_decimal():
    with override("en"):
        assert [abbreviated(Decimal(text)) for text in ("0.25", "12.34", "50.0")] == [
            "0.3", "12.3", "50",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "short"),
    [("999.96", "1k"), ("999.94", "999.9"), ("9950", "10k"), ("999499", "999k"), ("999500", "1M")],
)
def test_what_is_rounded_up_takes_the_next_unit(value, short):
    with override("en"):
        assert abbreviated(Decimal(value)) == short


def test_in_french_a_narrow_space_stands_before_the_unit_and_a_comma_in_the_number():
    with override("fr"):
        assert abbreviated(1200) == "1,2\u202fk"
        assert abbreviated(1_100_000) == "1,1\u202fM"
        assert abbreviated(850) == "850"
