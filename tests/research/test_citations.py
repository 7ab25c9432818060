import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode
from django.test import Client

from research.citations import bibtex, citable, ris, text
from research.models import Publication
from tests.factories import make_publication

pytestmark = pytest.mark.django_db


def read_bibtex(content):
    parser = BibTexParser(customization=convert_to_unicode, ignore_nonstandard_types=False)
    return bibtexparser.loads(content, parser).entries


def test_every_citable_publication_survives_bibtex():
    publications = citable(Publication.objects.published())
    entries = read_bibtex("\n".join(map(bibtex, publications)))
    assert len(entries) == len(publications) == 12
    for publication, entry in zip(publications, entries, strict=True):
        assert entry["ID"] == publication.slug
        assert entry["title"] == publication.title
        assert entry.get("doi", "") == publication.doi
        assert entry.get("year", "") == str(publication.year or "")
        assert entry.get("pmid", "") == publication.pubmed_id
        assert entry.get("url", "") == publication.open_access_url
        is_report = publication.kind == "research report"
        assert entry.get("institution" if is_report else "journal", "") == publication.journal
        assert entry["language"] == {"fr": "french", "en": "english"}[publication.language]
        author = entry.get("author", "").removesuffix(" and others").replace(", ", " ")
        assert author == publication.first_author


def test_every_citable_publication_survives_ris():
    publications = citable(Publication.objects.published())
    entries = rispy.loads("\n".join(map(ris, publications)))
    assert len(entries) == len(publications)
    for publication, entry in zip(publications, entries, strict=True):
        assert entry["title"] == publication.title
        assert entry.get("doi", "") == publication.doi
        assert entry.get("year", "") == str(publication.year or "")
        assert entry.get("journal_name", "") == publication.journal
        assert entry.get("urls", [""])[0] == publication.open_access_url
        assert entry["language"] == publication.language
        assert entry.get("authors", [""])[0].replace(", ", " ") == publication.first_author


def test_one_known_author_stands_for_others_and_none_for_nobody():
    known = make_publication(first_author="Alé FGB")
    assert "author = {Alé, FGB and others}" in bibtex(known)
    assert text(known).startswith("Alé FGB et al. ")
    unknown = make_publication(first_author="")
    assert "author" not in bibtex(unknown)
    assert "AU" not in ris(unknown)


def test_signs_that_mean_something_to_bibtex_come_back():
    title = "50% of {cases} & costs_in $: #1"
    made = make_publication(title=title, doi="10.1000/a_b%c", pubmed_id="123")
    entry = bibtexparser.loads(bibtex(made)).entries[0]
    assert (entry["doi"], entry["pmid"]) == ("10.1000/a_b%c", "123")
    assert entry["title"] == r"50\% of \{cases\} \& costs\_in \$: \#1"


def test_a_summarised_title_is_in_no_citation_file():
    summarised = Publication.objects.filter(title_is_summarised=True).first()
    everything = Client().get("/en/research/publications/citations.bib")
    assert summarised.slug not in everything.content.decode()
    address = f"/en/research/publications/{summarised.slug}/citation.bib"
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(("ending", "kind"), [("bib", "bibtex"), ("ris", "research-info")])
def test_a_citation_is_a_file_to_download(ending, kind):
    response = Client().get(f"/fr/recherche/publications/pub-jiki-2016/citation.{ending}")
    assert kind in response["Content-Type"]
    assert response["Content-Disposition"] == f'attachment; filename="pub-jiki-2016.{ending}"'
    assert Client().get("/fr/recherche/publications/pub-jiki-2016/citation.doc").status_code == 404
