"""A figure to take away: as JSON and as BibTeX."""

import json

import bibtexparser
import pytest
from django.test import Client

from tests.factories import make_figure, make_source, make_version

pytestmark = pytest.mark.django_db


def html(address, status=200, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def test_the_json_says_what_the_page_says_in_both_languages():
    data = json.loads(html("/data/figures/trials-in-africa.json"))
    assert data["unit"] == "%"
    assert [version["value"] for version in data["versions"]] == [2, 2.4]
    assert data["versions"][0]["current"] is True
    assert set(data["label"]) == {"fr", "en"}
    address = data["versions"][0]["permanent_address"].removeprefix("http://testserver")
    assert (
        "2%"
        in Client().get(address, follow=True, headers={"accept-language": "en"}).content.decode()
    )
    assert Client().get("/data/figures/trials-in-africa.json")["Access-Control-Allow-Origin"] == "*"


def test_the_citation_as_bibtex_is_read_back():
    make_version(
        figure=make_figure(slug="cited", label_en="Beds & tents_100%"), value=12, is_current=True,
        source=make_source(title="A {source}"),
    )  # fmt: skip
    entry = bibtexparser.loads(html("/en/figures/cited/citation.bib")).entries[0]
    assert entry["url"] == "http://testserver/f/cited/1/"
    assert entry["title"] == r"Beds \& tents\_100\%: 12"
    html("/en/figures/research-ongoing/citation.bib", 404)
