"""Which versions of a page search engines are told of."""

import re

import pytest
from django.template import Context
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override

from alima_site.portal.templatetags.navigation import alternates, language_notice
from programs.models import CountryProgramme

PATHS = {"en": "/en/programmes/niger/", "fr": "/fr/programmes/niger/"}
LINK = re.compile(r'hreflang="([^"]+)" href="http://testserver([^"]+)"')


def context(language, path="", **texts):
    request = RequestFactory().get(path or PATHS[language])
    with override(language):
        request.resolver_match = resolve(request.path)
    country = CountryProgramme(**{"name_fr": "Niger", "name_en": "Niger"} | texts)
    return Context({"request": request, "country": country})


def told(language, **texts):
    with override(language):
        return LINK.findall(alternates(context(language, **texts)))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_versions_name_each_other_and_french_is_the_default(language):
    french, english = PATHS["fr"], PATHS["en"]
    assert told(language) == [("fr", french), ("en", english), ("x-default", french)]


def test_a_version_that_falls_back_is_no_version():
    assert told("fr", summary_fr="Résumé") == [("fr", PATHS["fr"]), ("x-default", PATHS["fr"])]
    assert told("en", summary_fr="Résumé") == []


def test_where_french_is_missing_english_is_the_default():
    assert told("en", summary_en="Summary") == [("en", PATHS["en"]), ("x-default", PATHS["en"])]


def test_a_page_without_languages_or_without_a_request_names_none():
    with override("en"):
        assert alternates(context("en", "/data/")) == ""
        assert alternates(Context({})) == ""


@pytest.mark.parametrize(
    ("texts", "other"),
    [({}, ""), ({"summary_fr": "Résumé"}, "fr"), ({"summary_en": "Summary"}, "")],
)
def test_an_english_page_says_so_only_where_something_stands_in_french(texts, other):
    with override("en"):
        assert language_notice(context("en", **texts)) == {"other": other}
