"""The history of the alliance, narrowed by the address, a country or a partner."""

import pytest
from django.test import Client

from tests.portal.timeline_page import ADDRESS, titles

pytestmark = pytest.mark.django_db


def test_a_country_and_a_kind_narrow_it():
    assert set(titles(country="HT")) == {
        "Haiti: ALIMA begins to work there",
        "Response to the earthquake in Haiti",
        "Return to Haiti",
        "Haiti: ALIMA comes back",
    }
    assert set(titles(country="HT", kind="milestone")) < set(titles(kind="milestone"))
    assert set(titles(kind="alliance")) < set(titles())


@pytest.mark.parametrize("query", [{"country": "XX"}, {"kind": "nonsense"}, {"country": "x" * 900}])
def test_what_is_not_understood_is_left_out_and_said(query):
    page = Client().get(ADDRESS, query)
    assert "invalid-feedback" in page.content.decode()
    assert [entry["title"] for entry in page.context["entries"]] == titles()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/en/programmes/haiti/", "Haiti: ALIMA comes back"),
        ("/en/programmes/mali/", "AMCP-SP and ALIMA begin to work together"),
        ("/en/partners/befen/", "First project in Zinder with BEFEN"),
    ],
)
def test_countries_and_partners_show_their_part_of_it(address, expected):
    page = Client().get(address).content.decode()
    assert expected in page.split('class="timeline"')[1]
