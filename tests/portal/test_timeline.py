"""The history of the alliance: dated records in order, narrowed by the address alone."""

import pytest
from django.test import Client

from alima_site.portal.timeline.events import events
from alima_site.portal.timeline.moments import moments
from tests.factories import (
    make_collaboration,
    make_country,
    make_fact,
    make_partner,
    make_presence,
    make_study,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/en/timeline/"


def titles(**query):
    response = Client().get(ADDRESS, query)
    assert response.status_code == 200
    return [entry["title"] for entry in response.context["entries"]]


def test_it_begins_in_2009_and_every_line_has_its_record_and_source():
    entries = Client().get(ADDRESS).context["entries"]
    assert entries[0]["date"].endswith("2009")
    assert len(entries) > 40
    assert all(entry["url"] and entry["record"].public_sources for entry in entries)


def test_presences_alliances_milestones_and_studies_are_on_it():
    found = titles()
    for expected in (
        "Niger: ALIMA begins to work there",
        "Haiti: ALIMA comes back",
        "BEFEN and ALIMA begin to work together",
        "Ten million patients treated",
        "Research platform: CORAL",
    ):
        assert expected in found
    assert any(title.startswith("JIKI") for title in found)


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


def test_drafts_and_what_is_older_than_the_alliance_are_not_on_it():
    make_fact(category="milestone", label_en="Hidden", date_from="2020", state="draft")
    make_study(short_title_en="Hidden", start="2020", state="draft")
    make_partner(acronym="Hidden", alliance_year=2020, state="draft")
    make_presence(make_country(name_en="Hidden", country="ZW", state="draft"), "2020")
    make_collaboration(short_name_en="Older", since="1996")
    assert not [title for title in titles() if "Hidden" in title or "Older" in title]


def test_events_of_one_day_keep_their_order_whatever_their_precision():
    dates = [event.start for event in events(moments())]
    assert [date[:4] for date in dates] == sorted(date[:4] for date in dates)


def test_who_has_no_date_is_named_beside_it():
    page = Client().get(ADDRESS).content.decode()
    assert "no source read says when the work together began" in page
    for partner in ("Keoogo", "SOS Médecins BF", "DEMTOU"):
        assert partner in page.split("no source read says")[1]


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
