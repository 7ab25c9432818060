"""Which rows of the ledger are added."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.sums import NoSum, Sum
from partners.ledger import sum_up
from tests.factories import make_ledger_row, make_partner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"currency": "XOF"}, "different currencies"),
        ({"measure": "trainings", "currency": ""}, "different measures"),
        ({"partner": None}, "different partners"),
    ],
    ids=str,
)
def test_what_does_not_belong_together_is_not_added(other, reason):
    first = make_ledger_row(year=2022)
    if "partner" in other:
        other = {"partner": make_partner()}
    total = sum_up([first, make_ledger_row(**{"partner": first.partner} | other)])
    assert isinstance(total, NoSum)
    with override("en"):
        assert reason in total.sentence


def test_seats_are_not_added_over_years_and_money_is():
    partner = make_partner()
    seats = {"measure": "seats", "currency": "", "value": 1, "partner": partner}
    lasting = [make_ledger_row(year=year, **seats) for year in (2021, 2022)]
    assert isinstance(sum_up(lasting), NoSum)
    money = [
        make_ledger_row(partner=partner, year=year, value=Decimal("10.50"), qualifier=qualifier)
        for year, qualifier in ((2021, "exact"), (2022, "more_than"))
    ]
    total = sum_up(money)
    assert isinstance(total, Sum)
    with override("en"):
        assert total.sentence == "Sum of 2 values, 2021 to 2022: more than EUR\u00a021"
