"""What the pages say of the real content."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def html(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_home_shows_the_current_figure_as_its_source_says_it():
    assert re.search(r"more than</span> 13\u00a0million", html("/en/"))
    assert re.search(r"plus de</span> 13\u00a0millions", html("/fr/"))


def test_the_misprint_stands_as_printed_with_its_note_and_the_other_versions():
    page = html("/en/figures/patients-total/")
    assert "<q>2009 and 2013</q>" in page
    assert "PROBABLE MISPRINT" in page
    for value in ("13,000,000", "10,000,000", "5,000,000", "2,600,000"):
        assert value in page
    assert "4\u00a0July 2022" in page


def test_an_inferred_record_says_so_and_of_which_part():
    page = html("/en/programmes/guinea/")
    assert "Part of this record was inferred" in page
    assert "Sources disagree on the start year (2011 or 2014)" in page


def test_sources_can_be_filtered_and_bad_filters_are_explained():
    assert "JIKI Trial" in html("/en/sources/?q=jiki+trial")
    assert "invalid-feedback" in html("/en/sources/?kind=nonsense")
    assert Client().get("/en/sources/", {"q": "x" * 5000}).status_code == 200


def test_the_series_is_shown_as_the_past_announcement_it_is():
    page = html("/en/stronger-together/")
    assert "Stronger Together" in page
    assert "Part of this record was inferred" in page
    assert "notre traduction" in html("/fr/plus-forts-ensemble/")


@pytest.mark.parametrize("address", ["/en/", "/en/partners/nobody/", "/admin/login/"])
def test_every_answer_carries_the_headers_of_the_house(address):
    response = Client().get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert "camera=()" in response["Permissions-Policy"]
    if not address.startswith("/admin/"):
        assert "unsafe" not in policy
