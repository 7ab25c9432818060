"""Values are added by the rules of the house, or the reader learns why not."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from alima_site.editorial.sums import MOST, TOO_MANY, NoSum, Sum, sum_of
from programs.models import PatientStatistic
from programs.querysets.statistics import CHAIN
from tests.factories import make_country, make_indicator, make_statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def make():
    """Makes statistics of one country and indicator, each of another year unless told."""
    shared = {"programme": make_country(country="ZW"), "indicator": make_indicator()}
    years = iter(range(2001, 2030))

    def make_one(value=100, **given):
        year = next(years)
        period = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
        return make_statistic(value=value, **(shared | period | given))

    return make_one


def added(*statistics):
    keys = [statistic.pk for statistic in statistics]
    return sum_of(PatientStatistic.objects.for_table().filter(pk__in=keys))


def test_years_that_follow_each_other_are_added(make):
    total = added(make(100), make(250))
    assert isinstance(total, Sum)
    assert (total.value, total.has_gaps) == (350, False)
    assert (total.start, total.end) == (datetime.date(2001, 1, 1), datetime.date(2002, 12, 31))
    with override("en"):
        assert total.sentence == "Sum of 2 values, 2001 to 2002: 350"


def test_a_sum_with_gaps_names_each_period(make):
    first, _left_out, last = make(), make(), make()
    total = added(last, first)
    with override("en"):
        assert (total.has_gaps, total.period) == (True, "2001, 2003")


@pytest.mark.parametrize(
    ("qualifiers", "combined"),
    [
        (["exact", "exact"], "exact"),
        (["exact", "more_than"], "more_than"),
        (["nearly", "nearly"], "nearly"),
        (["nearly", "more_than"], "about"),
        (["exact", "about"], "about"),
    ],
)
def test_a_sum_is_as_sure_as_its_parts(qualifiers, combined, make):
    assert added(*(make(qualifier=qualifier) for qualifier in qualifiers)).qualifier == combined


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"indicator": "another"}, "different indicators"),
        ({"programme": None}, "different countries"),
        ({"place": "A town"}, "different places"),
        ({"reported_by": "Somebody"}, "different organisations"),
        ({"period_end": None, "period_basis": "open"}, "open, inferred or not stated"),
        ({"period_basis": "inferred"}, "open, inferred or not stated"),
        ({"period_start": "2001-12-31"}, "overlap"),
        ({"value": 5}, "withheld"),
    ],
    ids=str,
)
def test_what_does_not_belong_together_is_not_added(other, reason, make):
    if "indicator" in other:
        other = {"indicator": make_indicator()}
    total = added(make(), make(**other))
    assert isinstance(total, NoSum)
    with override("en"):
        assert reason in total.sentence
        english = total.sentence
    with override("fr"):
        assert total.sentence != english


def test_a_part_is_never_added_to_its_whole_however_far_above(make):
    whole = make(900)
    between = make(500, indicator=make_indicator(), subset_of=whole)
    assert isinstance(added(whole, make(100, subset_of=whole)), NoSum)
    assert isinstance(added(whole, make(100, subset_of=between)), NoSum)


def test_parts_of_different_years_are_added(make):
    one, other = make(900), make(900)
    total = added(make(100, subset_of=one), make(200, subset_of=other))
    assert total.value == 300


def test_a_disagreement_stands_in_the_way(make):
    one, other = make(), make()
    one.conflicts_with.add(make(state="draft"))
    assert isinstance(added(one, other), Sum)
    one.conflicts_with.add(make())
    assert isinstance(added(one, other), NoSum)


def test_none_one_and_too_many_are_not_added(make):
    row = make()
    assert isinstance(added(), NoSum)
    assert isinstance(added(row), NoSum)
    assert sum_of([row] * (MOST + 1)) is TOO_MANY


def test_a_chain_of_parts_longer_than_can_be_seen_is_refused(make):
    statistic = make()
    for _step in range(CHAIN):
        statistic = make(subset_of=statistic)
        statistic.full_clean()
    with pytest.raises(ValidationError, match="subset_of"):
        make(subset_of=statistic).full_clean()


def test_a_page_of_an_indicator_adds_or_says_why_not(make, client):
    indicator = make().indicator
    make(), make(place="A town")
    page = client.get(f"/en/figures/indicators/{indicator.slug}/").content.decode()
    assert "No sum: values of different places are not added." in page
    PatientStatistic.objects.filter(indicator=indicator).update(place="")
    page = client.get(f"/en/figures/indicators/{indicator.slug}/").content.decode()
    assert "Sum of 3 values, 2001 to 2003: 300" in page
