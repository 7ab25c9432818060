"""Events from presences: when ALIMA begins in a country, and when it comes back."""

import pytest

from alima_site.portal.timeline.events import of_presences
from tests.portal.timeline.stand_ins import place, record

pytestmark = pytest.mark.usefixtures("in_english")


def presence(start, end="", note=""):
    return record(start=start, end=end, note=note)


def haiti(*intervals):
    return record(name="Haiti", country=place("HT"), intervals=list(intervals))


def test_alima_begins_once_and_comes_back_afterwards():
    events = list(of_presences([haiti(presence("2010"), presence("2015"), presence("2024"))]))
    assert [event.title for event in events] == [
        "Haiti: ALIMA begins to work there",
        "Haiti: ALIMA comes back",
        "Haiti: ALIMA comes back",
    ]


def test_a_presence_has_its_period_its_country_and_its_own_sources():
    interval = presence("2010-01", "2012", note="After the earthquake")
    (event,) = of_presences([haiti(interval)])
    assert (event.date, event.countries) == ("January 2010 to 2012", ("HT",))
    assert (event.record, event.text) == (interval, "After the earthquake")


def test_each_country_begins_anew():
    events = of_presences([haiti(presence("2010")), haiti(presence("2011"))])
    assert not [event for event in events if "back" in event.title]
