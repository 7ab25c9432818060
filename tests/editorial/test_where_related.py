"""Where a number is used by relation: ties to its version, tables and charts."""

import pytest

from alima_site.editorial.where_used import uses_of
from tests.factories import make_fact, make_partner, make_principle, make_statistic, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_records_tied_to_a_version_are_uses():
    version = make_version()
    make_principle(title_en="Tied").figures.add(version)
    uses = uses_of(version.figure)
    assert [(use.label, use.field) for use in uses] == [("Tied", "figures in the text")]
    assert uses_of(version) == uses


def test_a_statistic_is_used_by_token_tables_and_ties():
    partner = make_partner(acronym="MADE-1")
    statistic = make_statistic()
    statistic.partners.add(partner)
    make_statistic(subset_of=statistic)
    make_fact(label_en="A text", statement_en=f"[[stat:{statistic.slug}]]")
    fields = {use.label: use.field for use in uses_of(statistic)}
    assert fields[str(statistic.indicator)] == "patient statistics"
    assert fields["MADE-1"] == "patient statistics"
    assert fields["A text"] == "statement"
    assert "subset of" in fields.values()
