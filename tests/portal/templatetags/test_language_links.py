"""The same page in the other language: its address, its question, and never an open door."""

import pytest
from django.template import Context
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override

from alima_site.portal.templatetags.navigation import in_language, language_links


def request(path, language):
    found = RequestFactory().get(path)
    with override(language):
        found.resolver_match = resolve(found.path)
    return found


@pytest.mark.parametrize(
    ("path", "language", "code", "address"),
    [
        ("/en/model/", "en", "fr", "/fr/modele/"),
        ("/en/model/", "en", "en", "/en/model/"),
        ("/fr/chiffres/patients-total/3/", "fr", "en", "/en/figures/patients-total/3/"),
        ("/en/sources/?kind=journal&page=2", "en", "fr", "/fr/sources/?kind=journal&page=2"),
        ("/en/search/?q=%C3%A9cole", "en", "fr", "/fr/rechercher/?q=%C3%A9cole"),
        ("/admin/", "en", "fr", ""),
        ("/data/", "en", "fr", ""),
    ],
)
def test_a_page_keeps_its_record_and_its_question_in_the_other_language(
    path, language, code, address
):
    with override(language):
        assert in_language(request(path, language), code) == address


def test_a_question_is_sent_as_an_address_takes_it():
    asked = request("/en/search/", "en")
    asked.META["QUERY_STRING"] = 'q=é"<b>'
    with override("en"):
        address = in_language(asked, "fr")
    assert address == "/fr/rechercher/?q=%C3%A9%22%3Cb%3E"


def test_an_address_that_leads_nowhere_has_no_translation():
    assert in_language(RequestFactory().get("/en/nowhere/"), "fr") == ""
    assert in_language(None, "fr") == ""


@pytest.mark.parametrize(
    ("here", "other", "name"), [("en", "fr", "Français"), ("fr", "en", "English")]
)
def test_only_the_other_language_is_offered_by_its_own_name(here, other, name):
    with override(here):
        links = language_links(Context({}))
    # Where the page itself leads nowhere, its home page is offered.
    assert links == [{"code": other, "name": name, "url": f"/{other}/"}]
