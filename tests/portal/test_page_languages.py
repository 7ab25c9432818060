"""A page and its translation: each names the other, and a reader lands in the own language."""

import pytest
from django.test import Client, RequestFactory

from alima_site.delivery.failures import server_error
from tests.factories import (
    make_fact,
)
from tests.portal.translated_addresses import ADDRESSES

pytestmark = pytest.mark.django_db


def html(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("english", "french"), ADDRESSES.items())
def test_a_page_and_its_translation_name_each_other(english, french):
    for address, language in ((english, "en"), (french, "fr")):
        page = html(address)
        assert f'<html lang="{language}"' in page
        assert f'hreflang="en" href="http://testserver{english}"' in page
        assert f'hreflang="fr" href="http://testserver{french}"' in page
        assert f'hreflang="x-default" href="http://testserver{french}"' in page


@pytest.mark.parametrize(
    ("preference", "home"),
    [
        ("en-GB,en;q=0.9", "/en/"),
        ("fr-NE", "/fr/"),
        ("de,en;q=0.5", "/en/"),
        ("de", "/fr/"),
        ("", "/fr/"),
        ("*", "/fr/"),
        ("en;q=0.1,fr;q=0.9", "/fr/"),
        ("x" * 5000, "/fr/"),
    ],
)
def test_the_root_leads_to_the_readers_language(preference, home):
    response = Client().get("/", headers={"accept-language": preference})
    assert (response.status_code, response["Location"]) == (302, home)
    assert response["Vary"] == "Accept-Language"
    assert not response.cookies


def test_the_language_switch_keeps_the_page_and_its_filter():
    page = html("/en/sources/?kind=journal&page=1")
    assert 'href="/fr/sources/?kind=journal&amp;page=1"' in page


@pytest.mark.parametrize(
    "address", ["/fr/nulle-part/", "/en/partners/nobody/", "/en/sources/?page=99"]
)
def test_a_missing_page_says_so_in_both_languages(address):
    response = Client().get(address)
    page = response.content.decode()
    assert response.status_code == 404
    assert 'lang="fr"' in page
    assert 'lang="en"' in page


def test_the_page_of_a_broken_site_speaks_both_languages_and_needs_nothing():
    response = server_error(RequestFactory().get("/fr/"))
    page = response.content.decode()
    assert response.status_code == 500
    assert 'lang="fr"' in page
    assert 'lang="en"' in page
    assert len(response.content) < 5000


def test_an_untranslated_text_is_shown_in_the_other_language_and_marked():
    make_fact(slug="only-english", statement_fr="", statement_en="Known in English only")
    page = html("/fr/a-propos/")
    assert '<span lang="en">Known in English only</span>' in page


def test_a_translated_quotation_is_marked_and_an_original_is_not():
    assert "our translation" in html("/en/programmes/cameroon/")
    assert "notre traduction" not in html("/fr/programmes/cameroon/")
