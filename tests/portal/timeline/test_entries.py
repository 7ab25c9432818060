"""An event as the timeline shows it, and the order in which events come."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.portal.timeline import moments
from alima_site.portal.timeline.events import Event, in_order
from alima_site.portal.timeline.moments import KINDS, Moment


def event(start="2020", kind="milestone", **record):
    return Event(kind, start, start, "A title", "/page/", SimpleNamespace(**record))


def order(*events):
    return [(each.start, each.kind) for each in in_order(events)]


def test_a_year_comes_with_its_first_day_and_a_month_with_its_own():
    found = order(event("2020-02"), event("2020-01-02"), event("2020"), event("2019-12-31"))
    assert [start for start, _kind in found] == ["2019-12-31", "2020", "2020-01-02", "2020-02"]


def test_on_one_day_work_in_the_field_comes_first_and_research_last():
    found = order(*(event("2020", kind) for kind in reversed(KINDS)))
    assert [kind for _start, kind in found] == ["presence", "alliance", "milestone", "research"]


def test_events_of_one_kind_and_day_stay_as_they_came():
    first, second = event("2020"), event("2020-01-01")
    assert in_order([first, second]) == [first, second]
    assert in_order([second, first]) == [second, first]


def test_only_the_main_source_stands_on_the_timeline():
    assert event(public_sources=["main", "further"]).public_sources == ["main"]
    assert event(public_sources=[]).public_sources == []


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["In the field", "Alliance", "Milestone", "Research"]),
        ("fr", ["Terrain", "Alliance", "Date clé", "Recherche"]),
    ],
)
def test_each_kind_has_a_name_in_both_languages_and_a_mark_of_its_own(language, names):
    with override(language):
        entries = [event(kind=kind).entry for kind in KINDS]
    assert [entry["kind"] for entry in entries] == names
    assert [entry["mark"] for entry in entries] == list(KINDS)


def test_an_inferred_record_says_so_and_others_say_nothing():
    with override("en"):
        assert event(is_inferred=True).entry["remark"] == "inferred"
        assert event(is_inferred=False).entry["remark"] == ""
        assert event().entry["remark"] == ""


def test_a_moment_knows_its_countries():
    assert Moment("2020", "research", "GN,LR", "study", 1).codes == ["GN", "LR"]
    assert Moment("2020", "research", "", "collaboration", 1).codes == []


def test_moments_come_by_their_first_day_and_on_one_day_by_their_kind(monkeypatch):
    told = [("2020-02", "presence"), ("2020", "research"), ("2020-01-01", "milestone")]
    told += [("2020-01", "presence"), ("2019-12", "research")]
    monkeypatch.setattr(
        moments, "_moments", lambda: [(start, kind, "", "any", 1) for start, kind in told]
    )
    assert [(each.start, each.kind) for each in moments.moments()] == [
        ("2019-12", "research"), ("2020-01", "presence"), ("2020-01-01", "milestone"),
        ("2020", "research"), ("2020-02", "presence"),
    ]  # fmt: skip
