"""What the history of the alliance leaves out, and who is named beside it."""

import pytest
from django.test import Client

from tests.factories import (
    make_collaboration,
    make_country,
    make_fact,
    make_partner,
    make_presence,
    make_study,
)
from tests.portal.timeline_page import ADDRESS, titles

pytestmark = pytest.mark.django_db


def test_drafts_and_what_is_older_than_the_alliance_are_not_on_it():
    make_fact(category="milestone", label_en="Hidden", date_from="2020", state="draft")
    make_study(short_title_en="Hidden", start="2020", state="draft")
    make_partner(acronym="Hidden", alliance_year=2020, state="draft")
    make_presence(make_country(name_en="Hidden", country="ZW", state="draft"), "2020")
    make_collaboration(short_name_en="Older", since="1996")
    assert not [title for title in titles() if "Hidden" in title or "Older" in title]


def test_who_has_no_date_is_named_beside_it():
    page = Client().get(ADDRESS).content.decode()
    assert "no source read says when the work together began" in page
    for partner in ("Keoogo", "SOS Médecins BF", "DEMTOU"):
        assert partner in page.split("no source read says")[1]
