"""The address words of rows of the ledger, which nobody types."""

import pytest

from tests.factories import make_ledger_row, make_partner

pytestmark = pytest.mark.django_db
STEP = {"slug": "", "measure": "step", "value": None, "currency": ""}


def test_it_says_whose_when_what_and_in_which_currency():
    partner = make_partner(slug="made")
    funds = make_ledger_row(slug="", partner=partner, year=2022, currency="XOF")
    seats = make_ledger_row(slug="", partner=partner, measure="seats", currency="", value=1)
    assert [funds.slug, seats.slug] == ["ledger-made-2022-funds-xof", "ledger-made-2023-seats"]


def test_a_word_that_is_taken_is_numbered():
    partner = make_partner(slug="made")
    steps = [make_ledger_row(partner=partner, **STEP).slug for _n in range(3)]
    first = "ledger-made-2023-step"
    assert steps == [first, f"{first}-2", f"{first}-3"]


def test_a_number_that_became_free_is_given_again_and_none_twice():
    partner = make_partner(slug="made")
    rows = [make_ledger_row(partner=partner, **STEP) for _n in range(3)]
    rows[1].delete()
    assert make_ledger_row(partner=partner, **STEP).slug == rows[1].slug
    assert make_ledger_row(partner=partner, **STEP).slug.endswith("-4")


def test_it_stays_when_the_row_changes():
    row = make_ledger_row(slug="")
    before, row.year = row.slug, 2020
    row.save()
    assert row.slug == before


def test_a_long_name_of_a_partner_is_cut():
    row = make_ledger_row(slug="", partner=make_partner(slug="a" * 50 + "b" * 20))
    assert row.slug == f"ledger-{'a' * 50}-2023-funds-eur"
