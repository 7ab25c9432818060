"""Where a text is missing in the reader's language, the page says so and names no version."""

import re

import pytest

from tests.factories import make_country

pytestmark = pytest.mark.django_db
HREFLANG = re.compile(r'hreflang="([^"]+)" href="http')


def page(client, country, language):
    word = {"fr": "programmes", "en": "programmes"}[language]
    response = client.get(f"/{language}/{word}/{country.slug}/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_in_both_languages_names_both(client):
    for language in ("fr", "en"):
        html = page(client, make_country(), language)
        assert HREFLANG.findall(html) == ["fr", "en", "x-default"]
        assert "notice--language" not in html


def test_a_page_that_falls_back_says_so_and_names_no_version(client):
    country = make_country(name_fr="Pays à moitié", summary_en="", name_en="Half a country")
    english = page(client, country, "en")
    assert "they stand here in French" in english
    assert not HREFLANG.findall(english)
    assert re.search(r'<p class="page-header__lead" lang="fr">A summary \(fr\)', english)
    french = page(client, country, "fr")
    assert "notice--language" not in french
    assert HREFLANG.findall(french) == ["fr", "x-default"]


def test_a_title_in_the_other_language_is_marked(client):
    html = page(client, make_country(name_fr="", name_en="Nowhere"), "fr")
    assert '<h1 class="page-header__title" lang="en">Nowhere</h1>' in html
    assert HREFLANG.findall(page(client, make_country(name_fr=""), "en")) == ["en", "x-default"]
