"""The citations of a list of publications are those of what the list shows."""

import bibtexparser
import pytest
import rispy
from django.test import Client

pytestmark = pytest.mark.django_db
STUDIES, PUBLICATIONS = "/en/research/studies/", "/en/research/publications/"


def test_the_citations_of_a_list_are_exactly_those_of_the_list():
    chosen = {"disease": "malnutrition", "year": "2019"}
    page = Client().get(PUBLICATIONS, chosen).content.decode()
    assert "citations.bib?disease=malnutrition&amp;year=2019" in page
    bib = Client().get(f"{PUBLICATIONS}citations.bib", chosen).content.decode()
    ris = Client().get(f"{PUBLICATIONS}citations.ris", chosen).content.decode()
    txt = Client().get(f"{PUBLICATIONS}citations.txt", chosen)
    assert [entry["ID"] for entry in bibtexparser.loads(bib).entries] == ["pub-optima-bf-2019"]
    assert [entry["id"] for entry in rispy.loads(ris)] == ["pub-optima-bf-2019"]
    assert txt["Content-Type"] == "text/plain; charset=utf-8"
    assert txt.content.decode().startswith("Daures M et al. New approach")


def test_citations_by_a_bad_value_lead_to_the_page_that_explains_it():
    response = Client().get(f"{PUBLICATIONS}citations.ris", {"year": "soon"})
    assert (response.status_code, response["Location"]) == (302, f"{PUBLICATIONS}?year=soon")


def test_a_list_without_an_exact_title_offers_no_citations():
    page = Client().get(PUBLICATIONS, {"study": "treatfood"}).content.decode()
    assert "title summarised" in page
    assert "citations." not in page
