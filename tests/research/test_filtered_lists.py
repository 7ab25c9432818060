"""Which records a choice leaves, and in which order."""

import pytest

from research.filters import (
    PublicationFilter,
    StudyFilter,
)
from tests.factories import make_publication, make_study


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "is_found"),
    [
        ("1981-05", "1983", True),
        ("1982", "", True),
        ("1982-12-31", "", True),
        ("", "1982-01", True),
        ("1983", "1984", False),
        ("1980", "1981-12", False),
        ("1981", "", False),
        ("", "1983", False),
    ],
)
def test_a_year_finds_what_ran_in_it(start, end, is_found):
    study = make_study(start=start, end=end)
    # Not offered where no study has it, so asked of the rule itself.
    found = StudyFilter({}).in_year(StudyFilter({}).qs, "year", "1982")
    assert (study in found) == is_found


@pytest.mark.django_db
def test_the_latest_publication_comes_first_and_the_undated_last():
    undated = make_publication(slug="undated")
    latest = make_publication(slug="b", year=2099, published="2099-05")
    same_year = make_publication(slug="a", year=2099, published="2099-03")
    listed = list(PublicationFilter({}).qs)
    assert listed[:2] == [latest, same_year]
    assert undated in listed[-4:]
    assert all(publication.year is None for publication in listed[listed.index(undated) :])
