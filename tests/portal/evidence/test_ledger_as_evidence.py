"""A promise beside the ledger: its rows in words, or what would be needed."""

from types import SimpleNamespace

import pytest

from alima_site.portal.evidence.commitments import FACTS, MEASURES, in_short, of_line
from partners.ledger import lines
from partners.models import LedgerRow
from tests.portal.evidence.known_things import page

pytestmark = pytest.mark.usefixtures("in_english")


def row(measure, amount="EUR 1,200", text="", sources=("report",)):
    return SimpleNamespace(
        measure=measure, partner="BEFEN", partner_id=1, year=2023, currency="EUR", amount=amount,
        text=text, public_sources=sources, get_absolute_url=page("ledger/row"),
    )  # fmt: skip


def test_a_measure_without_rows_says_what_would_be_needed_and_claims_nothing():
    for line in lines([]):
        proof = of_line(line)
        assert proof.needed == line.needed
        assert (proof.words, proof.links, proof.sources) == ("", [], [])


def test_a_measure_with_rows_counts_them_and_needs_nothing_more():
    rows = [row("seats"), row("seats", sources=("report", "further")), row("seats", sources=())]
    (line,) = [line for line in lines(rows) if line.measure == "seats"]
    proof = of_line(line)
    assert (proof.words, proof.needed) == ("3 published rows", "")
    assert proof.sources == ["report"]
    assert proof.url.endswith("/model/#ledger")


def test_a_row_is_told_with_partner_year_and_amount_and_a_step_with_what_it_was():
    assert in_short(row("funds")) == "BEFEN, 2023: EUR 1,200"
    assert in_short(row("step", amount="", text="An audit")) == "BEFEN, 2023: An audit"


def test_each_measure_of_the_ledger_proves_one_commitment():
    measures = [measure for some in MEASURES.values() for measure in some]
    assert sorted(measures) == sorted(LedgerRow.Measure)
    assert set(MEASURES) == set(FACTS)
