"""What may stand in a row of the ledger."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.models import LedgerRow
from tests.factories import make_ledger_row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "given",
    [
        {"value": None},
        {"value": -1},
        {"currency": ""},
        {"currency": "eur"},
        {"measure": "share", "value": 101, "currency": ""},
        {"measure": "seats", "value": 2, "currency": "EUR"},
        {"measure": "seats", "value": "1.5", "currency": ""},
        {"measure": "step", "value": 3, "currency": ""},
        {"measure": "step", "value": None, "currency": "", "text_fr": ""},
        {"year": 2008},
        {"year": 3000},
    ],
    ids=str,
)
def test_what_cannot_be_true_is_refused(given):
    row = make_ledger_row(text_fr="Mots", text_en="Words")
    for name, value in given.items():
        setattr(row, name, value)
    with pytest.raises(ValidationError):
        row.full_clean()


def test_a_second_row_of_the_same_year_is_refused_but_steps_may_be_several():
    first = make_ledger_row()
    again = LedgerRow(partner=first.partner, year=2023, measure="funds", currency="EUR", value=1,
                      source=first.source, slug="again")  # fmt: skip
    with override("en"), pytest.raises(ValidationError, match="already"):
        again.full_clean()
    again.currency = "XOF"
    again.full_clean()
    step = {"measure": "step", "value": None, "currency": "", "text_fr": "a", "text_en": "a"}
    one = make_ledger_row(slug="", partner=first.partner, **step)
    other = make_ledger_row(slug="", partner=first.partner, **step)
    assert one.slug != other.slug
