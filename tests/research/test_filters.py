"""Studies and publications narrowed by their address."""

import re

import bibtexparser
import pytest
import rispy
from django.test import Client

from research.filters import PublicationFilter, StudyFilter
from tests.factories import make_collaboration, make_publication, make_study, make_topic

pytestmark = pytest.mark.django_db
STUDIES, PUBLICATIONS = "/en/research/studies/", "/en/research/publications/"


def found(address, **query):
    return {record.slug for record in Client().get(address, query).context["page_obj"]}


def option(page, value):
    """The label of the option, as in “Ebola (6)”."""
    return re.search(f'<option value="{value}"[^>]*>([^<]+)<', page)[1].strip()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"disease": "lassa-fever"}, {"lascope", "safari", "integrate"}),
        ({"country": "LR"}, {"prevac", "integrate"}),
        ({"collaboration": "nih"}, {"prevac", "palm"}),
        ({"design": "platform"}, {"integrate", "coverage-africa"}),
        ({"status": "registered"}, {"optimax"}),
        ({"year": "2018"}, {"lascope", "palm"}),
        ({"disease": "ebola", "country": "CD"}, {"palm", "pep-mabs"}),
        ({"disease": "ebola", "year": "2027"}, set()),
    ],
)
def test_studies_are_found_by_what_is_known_of_them(query, expected):
    assert found(STUDIES, **query) == expected


def test_every_option_says_how_many_records_it_leaves():
    for address, filter_set in ((STUDIES, StudyFilter), (PUBLICATIONS, PublicationFilter)):
        form = Client().get(address).context["form"]
        for name, field in form.fields.items():
            for value, label in field.choices:
                if value:
                    n = int(re.search(r"\((\d+)\)$", label)[1])
                    assert n == len(set(filter_set({name: value}).qs)), (name, value)


def test_counts_follow_what_else_is_chosen():
    page = Client().get(STUDIES, {"country": "CD"}).content.decode()
    assert option(page, "ebola") == "Ebola (2)"
    assert option(page, "lassa-fever") == "Lassa fever (0)"
    assert option(page, "CD") == "Democratic Republic of the Congo (3)"


@pytest.mark.parametrize(("language", "words"), [("en", "valid choice"), ("fr", "choix valide")])
@pytest.mark.parametrize(
    "query",
    [
        {"disease": "nonsense"},
        {"year": "x" * 3000},
        {"country": "ZZ"},
        {"status": "\x00"},
        {"design": "<script>"},
        {"collaboration": "' OR 1=1"},
    ],
)
def test_a_bad_value_is_explained_in_the_readers_language(query, language, words):
    path = {"en": "research/studies", "fr": "recherche/etudes"}[language]
    response = Client().get(f"/{language}/{path}/", query)
    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert "invalid-feedback" in page
    assert "<script>" not in page
    # What is not understood is left out; all studies are shown.
    assert response.context["page_obj"].paginator.count == 20


def test_drafts_are_no_option_and_no_way_to_a_record():
    topic = make_topic(slug="hidden-topic", state="draft")
    ally = make_collaboration(slug="hidden-ally", state="draft")
    study = make_study(slug="hidden-study", state="draft")
    for each in (study, shown := make_study(slug="shown")):
        each.diseases.set([topic])
        each.collaborations.set([ally])
    make_publication(study=study, slug="of-a-draft")
    for address in (STUDIES, PUBLICATIONS):
        assert "hidden-" not in Client().get(address).content.decode()
    assert shown.slug in found(STUDIES, page=2)  # undated, so the last
    assert len(found(PUBLICATIONS, study="hidden-study")) == 18  # not understood, left out


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
