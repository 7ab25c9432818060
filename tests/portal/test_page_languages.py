"""A page and its translation: each names the other, and a reader lands in the own language."""

import pytest
from django.test import Client

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
