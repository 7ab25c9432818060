"""How each link of the chain from a study to care is dated and named."""

import pytest

from alima_site.editorial.models import Source
from research.chain import (
    change_link,
    publication_link,
    study_link,
)
from tests.research.unsaved import a_change, a_publication, a_study

pytestmark = pytest.mark.usefixtures("in_english")


def dated_source(published):
    return Source(slug="s", title="S", published=published, state="published")


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
