"""The lines of the ledger: every measure, its rows, and only the sums that mean something."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from alima_site.editorial.sums import NoSum, Sum
from partners.ledger import MEANING, lines, rows_by_partner, sum_up
from partners.models import LedgerRow

Measure = LedgerRow.Measure


def row(year, value=1, measure="funds", currency="EUR", partner=1, qualifier="exact"):
    currency = currency if measure == "funds" else ""
    return LedgerRow(
        year=year, value=value, measure=measure, currency=currency, partner_id=partner,
        qualifier=qualifier,
    )  # fmt: skip


def sums_of(*rows, measure="funds"):
    return {line.measure: line.sums for line in lines(rows)}[measure]


def test_a_measure_without_rows_stands_there_with_what_would_be_needed():
    found = lines([])
    assert [line.measure for line in found] == list(Measure)
    for line in found:
        assert (line.rows, line.sums) == ([], [])
        assert str(line.meaning)
        assert str(line.needed)


def test_each_row_stands_under_its_measure_in_the_order_given():
    rows = [row(2022, measure="seats"), row(2023), row(2021, measure="seats"), row(2020)]
    found = {line.measure: line.rows for line in lines(iter(rows))}
    assert found["seats"] == [rows[0], rows[2]]
    assert found["funds"] == [rows[1], rows[3]]


def test_one_row_has_no_sum_beside_it():
    assert sums_of(row(2022)) == []


def test_each_currency_of_a_partner_has_its_own_sum():
    rows = [
        row(2021, 3),
        row(2022, 4),
        row(2021, 50, currency="XOF"),
        row(2022, 60, currency="XOF"),
    ]
    assert [total.value for total in sums_of(*rows)] == [7, 110]


def test_each_partner_has_its_own_sum_and_none_is_made_of_two():
    rows = [row(2021, 3), row(2022, 4), row(2021, 9, partner=2)]
    [total] = sums_of(*rows)
    assert (total.value, {part.partner_id for part in total.parts}) == (7, {1})


@pytest.mark.parametrize("measure", ["share", "projects", "seats"])
def test_what_lasts_or_is_a_share_has_no_sum(measure):
    rows = [row(2021, measure=measure), row(2022, measure=measure)]
    assert sums_of(*rows, measure=measure) == []
    assert isinstance(sum_up(rows), NoSum)


def test_two_rows_of_one_year_are_not_added():
    with override("en"):
        assert sum_up([row(2022), row(2022)]).sentence == "No sum: the periods overlap."


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_and_one_value_are_no_sum(number):
    assert isinstance(sum_up([row(2022)] * number), NoSum)


def test_cents_are_added_without_loss_and_zero_counts():
    total = sum_up([row(2021, Decimal("0.10")), row(2022, Decimal("0.20")), row(2023, 0)])
    assert total.value == Decimal("0.30")
    assert len(total.parts) == 3


def test_a_sum_over_a_gap_names_the_years_that_were_counted():
    total = sum_up([row(2023, 2), row(2020, 1), row(2021, 1)])
    assert isinstance(total, Sum)
    with override("en"):
        assert total.sentence == "Sum of 3 values, 2020, 2021, 2023: EUR\u00a04"


@pytest.mark.parametrize(
    ("qualifiers", "of_the_sum"),
    [
        (("exact", "exact"), "exact"),
        (("exact", "about"), "about"),
        (("more_than", "more_than"), "more_than"),
        (("more_than", "nearly"), "about"),
    ],
)
def test_a_sum_is_no_more_exact_than_its_parts(qualifiers, of_the_sum):
    rows = [row(2021 + n, qualifier=qualifier) for n, qualifier in enumerate(qualifiers)]
    assert sum_up(rows).qualifier == of_the_sum


def test_every_measure_has_a_meaning():
    assert set(MEANING) == set(Measure)


def test_the_rows_of_several_partners_follow_each_other():
    class Of:
        def __init__(self, *rows):
            self.ledger_rows = rows

    assert rows_by_partner([Of("a", "b"), Of(), Of("c")]) == ["a", "b", "c"]
