"""Statistics in groups, counted, and in the order of their tables."""

import pytest
from django.utils.translation import override

from programs.models import PatientStatistic
from programs.querysets.indicators import COUNTED, published_values
from tests.factories import make_country, make_indicator, make_partner, make_statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return make_indicator(slug="counted", name_en="Counted")


def table(indicator):
    return PatientStatistic.objects.for_table().filter(indicator=indicator)


def test_each_country_is_a_group_with_its_sum_and_all_countries_come_last(indicator):
    country = make_country(slug="made-land", name_en="Made Land")
    for year in (2021, 2022):
        period = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
        make_statistic(indicator=indicator, programme=country, value=100, **period)
    make_statistic(indicator=indicator, value=900)
    with override("en"):
        here, everywhere = table(indicator).by_country()
    assert (here["title"], here["url"]) == ("Made Land", "/en/programmes/made-land/")
    assert (len(here["rows"]), here["sum"].value) == (2, 200)
    assert (str(everywhere["title"]), everywhere["url"]) == ("All countries", "")
    assert everywhere["sum"] is None


def test_of_one_indicator_there_is_one_group_whatever_the_country(indicator):
    make_statistic(indicator=indicator, programme=make_country())
    make_statistic(indicator=indicator)
    other = make_statistic(indicator=make_indicator(slug="a-first"))
    rows = PatientStatistic.objects.for_table().filter(indicator__in=[indicator, other.indicator])
    groups = rows.by_indicator()
    assert [len(group["rows"]) for group in groups] == [1, 2]
    assert groups[1]["url"] == indicator.get_absolute_url()


def test_the_latest_period_comes_first_and_the_undated_last(indicator):
    undated = {"period_start": None, "period_end": None, "period_basis": "not stated"}
    make_statistic(indicator=indicator, slug="undated", **undated)
    for year in (2020, 2022):
        make_statistic(indicator=indicator, slug=f"in-{year}", period_start=f"{year}-01-01")
    assert [row.slug for row in table(indicator)] == ["in-2022", "in-2020", "undated"]
    assert [row.slug for row in table(indicator).by_place()] == ["in-2022", "in-2020", "undated"]


def test_only_public_partners_come_with_a_statistic(indicator):
    row = make_statistic(indicator=indicator)
    row.partners.add(make_partner(acronym="SHOWN"), make_partner(acronym="H", state="draft"))
    (found,) = table(indicator)
    assert [partner.acronym for partner in found.public_partners] == ["SHOWN"]


def test_a_list_of_indicators_counts_public_values_up_to_one_more_than_it_says(indicator):
    make_statistic(indicator=indicator, state="draft")
    counted = type(indicator).objects.annotate(values=published_values()).filter(pk=indicator.pk)
    assert counted.get().values == 0
    source = make_statistic(indicator=indicator).source
    made = [
        PatientStatistic(slug=f"more-{n}", indicator=indicator, value=1, source=source)
        for n in range(COUNTED + 5)
    ]
    PatientStatistic.objects.bulk_create(made)
    assert counted.get().values == 1
    PatientStatistic.objects.filter(indicator=indicator).update(state="published")
    assert counted.get().values == COUNTED + 1
