"""The links from a study to care: their order, their dates and their words."""

import pytest
from django.utils.translation import override

from alima_site.editorial.models import Source
from research.chain import (
    as_group,
    belongs,
    chain,
    change_link,
    oldest_first,
    publication_link,
    study_link,
)
from tests.research.unsaved import a_change, a_publication, a_study


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def dated_source(published):
    return Source(slug="s", title="S", published=published, state="published")


def test_publications_come_in_the_order_of_their_dates():
    march = a_publication(published="2016-03-01", year=2016)
    year_only, undated = a_publication(year=2017), a_publication()
    assert oldest_first([undated, year_only, march]) == [march, year_only, undated]


def test_a_study_after_which_nothing_is_documented_is_no_chain():
    assert chain(a_study(), [], [], {}) == []


def test_a_chain_goes_from_the_study_over_publications_to_changes():
    found = chain(a_study(), [a_publication()], [a_change(kind="practice")], {})
    assert [entry["kind"] for entry in found] == ["Study", "Publication", "Practice"]


def test_one_change_is_chain_enough():
    found = chain(a_study(), [], [a_change()], {})
    assert [entry["kind"] for entry in found] == ["Study", "Guideline"]


@pytest.mark.parametrize(
    ("date", "told", "words"),
    [
        ("2018-05", "2019", "May 2018"),
        ("", "2019", "documented in 2019"),
        ("", "", "undated"),
    ],
)
def test_a_change_nobody_dates_has_the_date_of_its_document(date, told, words):
    assert change_link(a_change(date=date, source=dated_source(told)))["date"] == words


def test_what_is_not_dated_says_so():
    assert study_link(a_study())["date"] == "undated"
    assert publication_link(a_publication())["date"] == "undated"
    assert publication_link(a_publication(year=2016))["date"] == "2016"


def test_a_publication_has_its_kind_journal_and_language():
    link = publication_link(a_publication(language="fr", journal="Archives"))
    assert (link["lang"], link["text"]) == ("fr", "article · Archives")
    assert publication_link(a_publication())["text"] == "article"


def test_a_summarised_title_is_called_one():
    assert publication_link(a_publication())["remark"] == ""
    assert publication_link(a_publication(title_is_summarised=True))["remark"] == "title summarised"


def test_a_link_of_the_chain_is_the_place_of_its_change():
    assert change_link(a_change(slug="taken-up"))["id"] == "taken-up"


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
