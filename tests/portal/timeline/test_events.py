"""Events from records, one kind after the other: when, what, where, and with which sources."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.portal.timeline.events import (
    of_alliances,
    of_collaborations,
    of_milestones,
    of_presences,
    of_studies,
)


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def record(**facts):
    common = {"get_absolute_url": lambda: "/page/", "public_sources": ["main", "further"]}
    return SimpleNamespace(**common | facts)


def place(code):
    return SimpleNamespace(code=code)


def presence(start, end="", note=""):
    return record(start=start, end=end, note=note)


def haiti(*intervals):
    return record(name="Haiti", country=place("HT"), intervals=list(intervals))


def study(start, end=""):
    return record(
        short_title="JIKI", title="A trial", start=start, end=end,
        countries=[place("GN"), place("LR")],
    )  # fmt: skip


def collaboration(since, until=""):
    return record(
        since=since, until=until, short_name="CORAL", get_kind_display=lambda: "research platform"
    )


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


def test_a_partner_without_a_year_is_no_event():
    known, unknown = (
        SimpleNamespace(alliance_year=year, country=place("NE"), get_absolute_url=lambda: "/befen/")
        for year in (2009, None)
    )
    (event,) = of_alliances([unknown, known])
    assert (event.kind, event.start, event.date, event.countries) == (
        "alliance", "2009", "2009", ("NE",),
    )  # fmt: skip


def test_a_milestone_without_a_date_is_no_event_and_one_with_it_is_told_as_the_fact_says_it():
    dated, undated = (
        record(date_from=start, when="in spring", label="A milestone", countries=[place("CD")])
        for start in ("2018-05", "")
    )
    (event,) = of_milestones([undated, dated])
    assert (event.start, event.date, event.title) == ("2018-05", "in spring", "A milestone")
    assert event.countries == ("CD",)


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [("2014", "2015", "2014 to 2015"), ("2014", "", "2014"), ("2014-03", "", "March 2014")],
)
def test_a_study_without_a_published_end_is_not_said_to_go_on(start, end, date):
    (event,) = of_studies([study(start, end)])
    assert (event.date, event.countries) == (date, ("GN", "LR"))


def test_a_study_without_a_start_is_no_event():
    assert not list(of_studies([study("", "2015")]))


@pytest.mark.parametrize(
    ("since", "is_told"), [("1996", False), ("2008-12", False), ("2009", True), ("2013-06", True)]
)
def test_what_is_older_than_the_alliance_is_not_its_history(since, is_told):
    assert bool(list(of_collaborations([collaboration(since)]))) is is_told


def test_a_collaboration_is_told_with_its_kind_and_names_no_country():
    (event,) = of_collaborations([collaboration("2013", "2019")])
    assert (event.title, event.date) == ("Research platform: CORAL", "2013 to 2019")
    assert event.countries == ()
