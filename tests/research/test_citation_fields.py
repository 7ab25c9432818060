"""What a citation says of a publication, from what is known of it."""

import pytest

from research.citations import bibtex, citable, highwire, ris, text
from tests.research.unsaved import a_publication


def test_a_citation_is_author_title_journal_year_and_address():
    publication = a_publication(
        first_author="Alé F", journal="Archives", year=2016, doi="10.1186/s13690-016-0149-6"
    )
    assert text(publication) == (
        "Alé F et al. A trial. Archives, 2016. https://doi.org/10.1186/s13690-016-0149-6"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "A trial."),
        ({"title": "Ends with a stop."}, "Ends with a stop."),
        ({"journal": "Archives"}, "A trial. Archives."),
        ({"year": 2016}, "A trial. 2016."),
    ],
)
def test_a_citation_leaves_out_what_is_not_known(given, expected):
    assert text(a_publication(**given)) == expected


def test_an_author_of_one_word_is_an_organisation():
    publication = a_publication(first_author="ALIMA")
    assert "author = {ALIMA}" in bibtex(publication)
    assert "AU  - ALIMA\r\n" in ris(publication)
    assert ("citation_author", "ALIMA") in highwire(publication)


def test_a_summarised_title_is_not_cited():
    summarised, exact = a_publication(title_is_summarised=True), a_publication()
    assert citable([summarised, exact]) == [exact]
    assert highwire(summarised) == []


def test_reference_managers_read_the_year_where_no_day_is_known():
    assert ("citation_publication_date", "2016") in highwire(a_publication(year=2016))
    assert ("citation_publication_date", "2016/03") in highwire(a_publication(published="2016-03"))
