"""Studies and publications narrowed by their address."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
STUDIES, PUBLICATIONS = "/en/research/studies/", "/en/research/publications/"


def found(address, **query):
    return {record.slug for record in Client().get(address, query).context["page_obj"]}


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
