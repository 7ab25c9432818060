"""A value may be withheld for a small count of another indicator that is tied to its own."""

import pytest

from programs.models import PatientStatistic
from tests.factories import make_country, make_indicator, make_source, make_statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def make():
    """Makes statistics of one country and source, each of an indicator of its own unless told."""
    same = {"programme": make_country(country="ZW"), "source": make_source()}
    return lambda value, **given: make_statistic(value=value, **(same | given))


def read(row):
    """The row as a page of its indicator reads it."""
    return PatientStatistic.objects.for_table().filter(indicator=row.indicator).get(pk=row.pk)


def test_a_part_covers_a_small_one_of_another_indicator(make):
    whole = make(100)
    small, cover = make(5, subset_of=whole), make(95, subset_of=whole)
    assert [read(row).withheld for row in (small, cover, whole)] == ["small", "derivable", ""]


def test_a_tie_may_lead_over_several_indicators(make):
    whole = make(300)
    between, other = make(100, subset_of=whole), make(200, subset_of=whole)
    small, cover = make(5, subset_of=between), make(95, subset_of=between)
    assert read(cover).withheld == "derivable"
    assert read(small).withheld == "small"
    assert read(other).withheld == ""


def test_a_hidden_part_withholds_nothing_even_beside_a_public_small_one(make):
    whole = make(100)
    same = {"indicator": whole.indicator}
    make(7, reported_by="Others", **same)
    make(5, subset_of=whole, state="draft", **same)
    assert read(make(95, subset_of=whole, **same)).withheld == ""


def test_what_a_row_disagrees_with_is_withheld_beside_it(make):
    ours, theirs = make(5000), make(5, reported_by="Others")
    ours.conflicts_with.add(theirs)
    (beside,) = read(ours).disagreeing
    assert (beside.value, beside.withheld) == (None, "small")


@pytest.mark.parametrize("given", [{"threshold": 0}, {"unit": "beds"}, {"threshold": 5}])
def test_an_indicator_whose_threshold_is_reached_is_told(given, make):
    assert read(make(5, indicator=make_indicator(**given))).value == 5


def test_a_rate_that_comes_to_a_few_people_is_withheld(make):
    whole, per_cent = make(100), make_indicator(unit="%")
    assert read(make(3, indicator=per_cent, subset_of=whole)).withheld == "derivable"
    assert read(make(60, indicator=make_indicator(unit="%"), subset_of=whole)).withheld == ""


def test_a_part_names_its_whole_only_where_that_is_public(make):
    shown, hidden = make(900), make(900, state="draft")
    assert read(make(100, subset_of=shown)).public_whole.slug == shown.slug
    assert read(make(100, subset_of=hidden)).public_whole is None
    assert read(make(100)).public_whole is None


def test_all_that_a_part_is_part_of_is_known(make):
    top = make(900)
    between = make(500, subset_of=top)
    assert read(make(100, subset_of=between)).wholes == {top.pk, between.pk}
    assert read(top).wholes == set()
