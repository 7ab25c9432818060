"""How a row of the ledger says its value, in both languages."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from partners.models import LedgerRow, Partner


def row(measure, value, currency="", qualifier="exact"):
    return LedgerRow(
        partner=Partner(acronym="MADE", slug="made"), year=2023, measure=measure, slug="a-row",
        value=value if value is None else Decimal(value), currency=currency, qualifier=qualifier,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "english", "french"),
    [
        (("funds", "1200.50", "EUR"), "EUR\u00a01,200.50", "1\u202f200,50\u00a0EUR"),
        (("funds", "0", "XOF"), "XOF\u00a00", "0\u00a0XOF"),
        (("share", "12.5"), "12.5%", "12,5\u202f%"),
        (("seats", "2"), "2", "2"),
        (("trainings", "1500", "", "more_than"), "more than 1,500", "plus de 1\u202f500"),
        (("step", None), "", ""),
    ],
    ids=str,
)
def test_an_amount_carries_its_unit_and_its_qualifier(given, english, french):
    for language, words in (("en", english), ("fr", french)):
        with override(language):
            assert row(*given).amount == words


def test_a_row_is_named_by_partner_year_measure_and_value():
    with override("en"):
        assert str(row("seats", "2")) == "MADE, 2023, seats on the Board: 2"
        assert str(row("step", None)) == "MADE, 2023, step towards direct funding"
    with override("fr"):
        assert str(row("share", "5")).endswith("\u00a0: 5\u202f%")


def test_a_row_is_about_its_whole_year():
    given = row("seats", "2")
    assert given.period_start == datetime.date(2023, 1, 1)
    assert given.period_end == datetime.date(2023, 12, 31)


def test_its_address_is_its_place_on_the_page_of_its_partner():
    with override("fr"):
        assert row("seats", "2").get_absolute_url() == "/fr/partenaires/made/#a-row"
