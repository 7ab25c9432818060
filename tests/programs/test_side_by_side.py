"""What others report stands beside our value of the same."""

import pytest

from programs.models import PatientStatistic
from programs.querysets.statistics import same_count
from tests.factories import make_indicator, make_statistic
from tests.programs.unsaved import a_statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return make_indicator(slug="counted", name_en="Counted")


def table(indicator):
    return PatientStatistic.objects.for_table().filter(indicator=indicator)


def test_what_others_report_stands_beside_our_value_of_the_same(indicator):
    ours = make_statistic(indicator=indicator)
    theirs = make_statistic(indicator=indicator, reported_by="Others")
    make_statistic(indicator=indicator, reported_by="Others", place="A town")
    assert table(indicator).side_by_side() == [(theirs, ours)]


def test_what_disagrees_stands_side_by_side_once(indicator):
    ours = make_statistic(indicator=indicator)
    theirs = make_statistic(indicator=indicator, reported_by="Others")
    theirs.conflicts_with.add(ours)
    elsewhere = make_statistic(indicator=make_indicator(), place="A town")
    theirs.conflicts_with.add(elsewhere)
    pairs = table(indicator).side_by_side()
    assert sorted(other.pk for _row, other in pairs) == sorted([ours.pk, elsewhere.pk])


def test_values_of_others_are_not_set_beside_each_other(indicator):
    one, another = (make_statistic(indicator=indicator, reported_by=who) for who in ("A", "B"))
    one.conflicts_with.add(another)
    assert table(indicator).side_by_side() == []


def test_who_reports_a_count_does_not_make_it_another_one():
    one = a_statistic()
    assert same_count(one) == same_count(a_statistic(7, indicator=one.indicator, reported_by="X"))
    assert same_count(one) != same_count(a_statistic(indicator=one.indicator, place="A town"))
    assert same_count(one) != same_count(a_statistic(year=2022, indicator=one.indicator))
