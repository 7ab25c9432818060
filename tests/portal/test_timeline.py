"""The history of the alliance: which dated records stand on it, and in what order."""

import pytest
from django.test import Client

from alima_site.portal.timeline.events import events
from alima_site.portal.timeline.moments import moments
from tests.portal.timeline_page import ADDRESS, titles

pytestmark = pytest.mark.django_db


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


def test_events_of_one_day_keep_their_order_whatever_their_precision():
    dates = [event.start for event in events(moments())]
    assert [date[:4] for date in dates] == sorted(date[:4] for date in dates)
