"""When two published values cannot both be right: the same count, and periods that meet."""

from datetime import date
from itertools import count

import pytest

from alima_site.editorial.models import FigureVersion
from alima_site.portal.contradictions import (
    Contradiction,
    _overlap,
    _same_count,
    _statistics_disagree,
    _versions_disagree,
)
from programs.models import PatientStatistic

YEAR = (date(2023, 1, 1), date(2023, 12, 31))
HALF = (date(2023, 1, 1), date(2023, 6, 30))
NEXT = (date(2024, 1, 1), date(2024, 12, 31))
OPEN, UNKNOWN = (date(2023, 12, 31), None), (None, None)


keys = count(1000)


def statistic(period=YEAR, reported_by="ALIMA", **more):
    start, end = period
    facts = {"pk": next(keys), "indicator_id": 1, "reported_by": reported_by}
    return PatientStatistic(period_start=start, period_end=end, **facts | more)


def version(period=UNKNOWN, as_of=""):
    start, end = period
    return FigureVersion(period_start=start, period_end=end, as_of=as_of)


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (YEAR, YEAR, True),
        (YEAR, HALF, True),
        (YEAR, NEXT, False),
        (YEAR, (date(2023, 12, 31), date(2024, 1, 1)), True),
        (YEAR, OPEN, True),
        (NEXT, OPEN, True),
        (HALF, OPEN, False),
        (OPEN, OPEN, True),
        (YEAR, UNKNOWN, False),
        (YEAR, (None, date(2023, 6, 30)), False),
    ],
)
def test_periods_overlap_where_they_share_a_day_and_an_undated_one_shares_none(first, second, meet):
    assert _overlap(statistic(first), statistic(second)) is meet
    assert _overlap(statistic(second), statistic(first)) is meet


@pytest.mark.parametrize(("period", "disagree"), [(YEAR, True), (HALF, False), (OPEN, False)])
def test_another_reporter_is_compared_for_the_very_same_period_only(period, disagree):
    other = statistic(period, reported_by="A ministry")
    assert _statistics_disagree(statistic(), other) is disagree


def test_two_reporters_without_a_period_are_not_compared():
    assert not _statistics_disagree(statistic(UNKNOWN), statistic(UNKNOWN, "A ministry"))


def test_a_part_and_its_whole_are_not_compared_whichever_comes_first():
    whole, part = statistic(pk=1), statistic(pk=2, subset_of_id=1)
    assert not _statistics_disagree(whole, part)
    assert not _statistics_disagree(part, whole)
    assert _statistics_disagree(statistic(pk=3, subset_of_id=1), part)


@pytest.mark.parametrize("other", [{"place": "Mirriah"}, {"programme_id": 7}, {"indicator_id": 2}])
def test_another_place_country_or_indicator_is_another_count(other):
    row = statistic()
    assert _same_count(row) == _same_count(statistic(HALF, reported_by="A ministry"))
    for name, value in other.items():
        setattr(row, name, value)
    assert _same_count(row) != _same_count(statistic())


def test_versions_true_as_of_one_day_disagree_and_undated_ones_do_not():
    assert _versions_disagree(version(as_of="2022-07-04"), version(as_of="2022-07-04"))
    assert not _versions_disagree(version(as_of="2022-07-04"), version(as_of="2022-07"))
    assert not _versions_disagree(version(), version())


@pytest.mark.parametrize(("period", "disagree"), [(HALF, True), (NEXT, False), (OPEN, False)])
def test_versions_are_compared_by_period_where_both_have_an_end(period, disagree):
    assert _versions_disagree(version(YEAR), version(period)) is disagree
    assert _versions_disagree(version(period), version(YEAR)) is disagree


def test_the_decision_is_opened_with_both_records():
    first, second, third = (statistic(pk=key) for key in (4, 5, 6))
    pair = Contradiction(first, second, "statistics")
    assert pair.decide_with == "statistics=4,5"
    assert [pair.concerns(each) for each in (first, second, third)] == [True, True, False]
