"""From a study to care, as far as it is documented."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def links(study):
    context = Client().get(f"/en/research/studies/{study}/").context
    return [(entry["kind"], str(entry["date"])) for entry in context["chain"]]


def test_the_chain_of_screening_by_mothers_leads_to_figures():
    assert links("muac-mothers") == [
        ("Study", "May 2013 to April 2014"),
        ("Publication", "6\u00a0September 2016"),
        ("Practice", "documented in 2018"),
        ("Figure", "2016"),
        ("Figure", "2017"),
        ("Figure", "2021"),
    ]


def test_every_link_of_a_chain_names_its_date_and_source():
    for slug in ("muac-mothers", "optima-bf", "palm", "aire"):
        response = Client().get(f"/en/research/studies/{slug}/")
        for entry in response.context["chain"]:
            assert entry["date"]
            assert entry["record"].public_sources


def test_a_chain_ends_where_nothing_is_documented():
    page = Client().get("/en/research/studies/palm/").content.decode()
    assert "No guideline or practice that took it up is documented here." in page
    assert links("palm")[-1][0] == "Publication"
    assert links("ebo-pep") == []
