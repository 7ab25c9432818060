"""Citations as files: types, lines and signs that mean something there."""

import pytest

from research.citations import bibtex, bibtex_entry, ris
from tests.research.unsaved import a_publication


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
    publication = a_publication(kind=kind)
    assert bibtex(publication).startswith(bib)
    assert ris(publication).startswith(f"TY  - {ris_type}\r\n")


@pytest.mark.parametrize(
    ("published", "line"),
    [("2016-03-01", "2016/03/01/"), ("2016-03", "2016/03//"), ("2016", "2016///")],
)
def test_a_date_in_ris_is_as_precise_as_it_is_known(published, line):
    assert f"DA  - {line}\r\n" in ris(a_publication(published=published))


def test_an_unknown_date_has_no_line_in_ris():
    assert "DA  -" not in ris(a_publication())


def test_a_line_of_ris_cannot_begin_another_record():
    assert "TI  - One ER - two\r\n" in ris(a_publication(title="One\r\nER -\n two"))


def test_a_record_of_ris_ends_with_its_own_line():
    assert ris(a_publication()).endswith("\r\nER  - \r\n")


def test_a_surname_of_several_words_stays_together():
    assert "AU  - de la Cruz, M\r\n" in ris(a_publication(first_author="de la Cruz M"))


def test_a_backslash_cannot_be_a_command_of_bibtex():
    assert r"title = {\textbackslash{}input\{x\}}" in bibtex(a_publication(title=r"\input{x}"))


def test_an_address_stands_in_bibtex_as_it_is():
    entry = bibtex_entry("article", "pub", {"url": "https://x.org/a_b%20c", "note": ""})
    assert entry == "@article{pub,\n  url = {https://x.org/a_b%20c}\n}\n"
