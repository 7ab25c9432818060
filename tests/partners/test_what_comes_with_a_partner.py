"""What comes along with a partner: what is public, and its own."""

import pytest

from partners.models import Partner
from tests.factories import (
    make_ledger_row,
    make_partner,
    make_representative,
    make_source,
    make_topic,
    make_voice,
)

pytestmark = pytest.mark.django_db


def of_page(partner):
    return Partner.objects.for_page().get(pk=partner.pk)


@pytest.mark.parametrize(
    ("make", "name"),
    [(make_representative, "people"), (make_voice, "voices_heard"),
     (make_ledger_row, "ledger_rows")],
)  # fmt: skip
def test_only_what_is_public_and_its_own_comes_along(make, name):
    partner = make_partner()
    public = make(partner=partner)
    extra = {"measure": "seats", "currency": ""} if make is make_ledger_row else {}
    make(partner=partner, state="draft", **extra)
    extra = extra and {"year": 2020}
    make(partner=partner, source=make_source(state="in_review"), **extra)
    make(partner=make_partner())
    assert list(getattr(of_page(partner), name)) == [public]


def test_a_draft_topic_does_not_come_along():
    partner, public, draft = make_partner(), make_topic(), make_topic(state="draft")
    partner.topics.add(public, draft)
    assert list(of_page(partner).public_topics) == [public]


def test_the_rows_of_its_ledger_come_by_measure_the_latest_year_first():
    partner = make_partner()
    for year, measure in ((2021, "seats"), (2020, "funds"), (2022, "seats"), (2021, "funds")):
        currency = "EUR" if measure == "funds" else ""
        make_ledger_row(partner=partner, year=year, measure=measure, currency=currency)
    found = [(row.measure, row.year) for row in of_page(partner).ledger_rows]
    assert found == [("funds", 2021), ("funds", 2020), ("seats", 2022), ("seats", 2021)]


def test_a_partner_alone_comes_with_nothing():
    found = of_page(make_partner())
    for name in ("people", "voices_heard", "countries", "ledger_rows", "public_topics"):
        assert list(getattr(found, name)) == []
