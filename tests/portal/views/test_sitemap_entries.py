"""A page in the sitemap: each language once, with the others beside it."""

import datetime

from django.test import RequestFactory

from alima_site.portal.sitemap import Page
from alima_site.portal.views.site_files import entries

REQUEST = RequestFactory().get("/sitemap.xml")
FR, EN = "http://testserver/fr/modele/", "http://testserver/en/model/"


def test_each_language_is_an_entry_that_names_all_and_french_by_default():
    found = entries(REQUEST, Page({"en": "/en/model/", "fr": "/fr/modele/"}, None))
    assert [entry["address"] for entry in found] == [EN, FR]
    for entry in found:
        assert dict(entry["alternates"]) == {"en": EN, "fr": FR, "x-default": FR}


def test_a_page_in_english_only_is_its_own_default():
    (entry,) = entries(REQUEST, Page({"en": "/en/model/"}, None))
    assert dict(entry["alternates"]) == {"en": EN, "x-default": EN}


def test_a_page_without_a_language_has_one_entry_and_no_alternates():
    (entry,) = entries(REQUEST, Page({"": "/data/"}, None))
    assert (entry["address"], entry["alternates"]) == ("http://testserver/data/", [])


def test_a_change_is_dated_to_the_second_with_its_zone_and_an_unknown_one_is_empty():
    changed = datetime.datetime(2024, 5, 1, 12, 30, 7, 99, tzinfo=datetime.UTC)
    assert entries(REQUEST, Page({"": "/data/"}, changed))[0]["changed"] == (
        "2024-05-01T12:30:07+00:00"
    )
    assert entries(REQUEST, Page({"": "/data/"}, None))[0]["changed"] == ""
