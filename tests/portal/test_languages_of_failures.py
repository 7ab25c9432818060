"""A page that is missing and a site that is broken speak both languages."""

import pytest
from django.test import Client, RequestFactory

from alima_site.delivery.failures import server_error

pytestmark = pytest.mark.django_db


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
