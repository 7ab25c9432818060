"""From a study to care: which links there are, and in which order."""

import pytest

from alima_site.editorial.models import Source
from research.chain import (
    as_group,
    belongs,
    chain,
    oldest_first,
)
from tests.research.unsaved import a_change, a_publication, a_study

pytestmark = pytest.mark.usefixtures("in_english")


def test_publications_come_in_the_order_of_their_dates():
    undated, year_only = a_publication(), a_publication(year=2017)
    march = a_publication(published="2016-03-01", year=2016)
    assert oldest_first([undated, year_only, march]) == [march, year_only, undated]


def test_a_study_after_which_nothing_is_documented_is_no_chain():
    assert chain(a_study(), [], [], {}) == []


def test_a_chain_goes_from_the_study_over_publications_to_changes():
    found = chain(a_study(), [a_publication()], [a_change(kind="practice")], {})
    assert [entry["kind"] for entry in found] == ["Study", "Publication", "Practice"]


def test_one_change_is_chain_enough():
    found = chain(a_study(), [], [a_change()], {})
    assert [entry["kind"] for entry in found] == ["Study", "Guideline"]


def test_a_value_belongs_to_a_record_of_its_indicator_that_shares_a_public_source():
    ours = Source(pk=1, slug="ours", state="published")
    theirs, hidden = Source(pk=2, state="published"), Source(pk=3, state="draft")

    def record(source, indicator_id=5):
        made = a_study(source=source, indicator_id=indicator_id)
        made.further = []
        return made

    assert belongs(record(ours), record(ours))
    assert not belongs(record(ours), record(theirs))
    assert not belongs(record(ours), record(ours, indicator_id=6))
    assert not belongs(record(hidden), record(hidden))


def test_no_statistics_are_no_table():
    assert as_group([]) == []
