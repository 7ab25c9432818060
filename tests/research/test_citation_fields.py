"""What a citation says of a publication, from what is known of it."""

import pytest

from research.citations import bibtex, bibtex_entry, citable, highwire, ris, text
from research.models import Publication


def known(**given):
    return Publication(**{"slug": "pub", "title": "A trial", "kind": "article"} | given)


def test_a_citation_is_author_title_journal_year_and_address():
    publication = known(
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
    assert text(known(**given)) == expected


@pytest.mark.parametrize(
    ("kind", "bib", "ris_type"),
    [
        ("article", "@article{", "JOUR"),
        ("protocol", "@article{", "JOUR"),
        ("conference abstract", "@article{", "ABST"),
        ("research report", "@techreport{", "RPRT"),
    ],
)
def test_each_kind_has_its_type_in_the_formats(kind, bib, ris_type):
    publication = known(kind=kind)
    assert bibtex(publication).startswith(bib)
    assert ris(publication).startswith(f"TY  - {ris_type}\r\n")


@pytest.mark.parametrize(
    ("published", "line"),
    [("2016-03-01", "2016/03/01/"), ("2016-03", "2016/03//"), ("2016", "2016///")],
)
def test_a_date_in_ris_is_as_precise_as_it_is_known(published, line):
    assert f"DA  - {line}\r\n" in ris(known(published=published))


def test_an_unknown_date_has_no_line_in_ris():
    assert "DA  -" not in ris(known())


def test_a_line_of_ris_cannot_begin_another_record():
    assert "TI  - One ER - two\r\n" in ris(known(title="One\r\nER -\n two"))


def test_a_record_of_ris_ends_with_its_own_line():
    assert ris(known()).endswith("\r\nER  - \r\n")


def test_an_author_of_one_word_is_an_organisation():
    publication = known(first_author="ALIMA")
    assert "author = {ALIMA}" in bibtex(publication)
    assert "AU  - ALIMA\r\n" in ris(publication)
    assert ("citation_author", "ALIMA") in highwire(publication)


def test_a_surname_of_several_words_stays_together():
    assert "AU  - de la Cruz, M\r\n" in ris(known(first_author="de la Cruz M"))


def test_a_backslash_cannot_be_a_command_of_bibtex():
    assert r"title = {\textbackslash{}input\{x\}}" in bibtex(known(title=r"\input{x}"))


def test_an_address_stands_in_bibtex_as_it_is():
    entry = bibtex_entry("article", "pub", {"url": "https://x.org/a_b%20c", "note": ""})
    assert entry == "@article{pub,\n  url = {https://x.org/a_b%20c}\n}\n"


def test_a_summarised_title_is_not_cited():
    summarised, exact = known(title_is_summarised=True), known()
    assert citable([summarised, exact]) == [exact]
    assert highwire(summarised) == []


def test_reference_managers_read_the_year_where_no_day_is_known():
    assert ("citation_publication_date", "2016") in highwire(known(year=2016))
    assert ("citation_publication_date", "2016/03") in highwire(known(published="2016-03"))
