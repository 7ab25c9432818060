"""The small charts of a country page, one an indicator."""

import pytest

from alima_site.portal.drawing.bars import small_multiples as draw
from programs.models import PatientStatistic
from programs.yearly_series import small_multiples, yearly_series
from tests.factories import make_country, make_indicator, make_statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    return make_country(country="ZM")


def table(country):
    return PatientStatistic.objects.for_table().filter(programme=country)


def make_years(country, values, **given):
    """An indicator of the country with a value for each year of the dict; none is withheld."""
    indicator = make_indicator(**{"unit": "consultations"} | given)
    return [
        make_statistic(
            programme=country, indicator=indicator, value=value,
            period_start=f"{year}-01-01", period_end=f"{year}-12-31",
        )
        for year, value in values.items()
    ]  # fmt: skip


def published(series):
    return {point.year: point.value for point in series.drawn.published}


def test_small_multiples_are_all_series_but_the_large_one(country):
    make_years(country, {2019: 1, 2020: 2, 2022: 3})
    make_years(country, {2019: 4, 2021: 5})
    make_years(country, {2020: 6})
    assert published(yearly_series(table(country))) == {2019: 1, 2020: 2, 2022: 3}
    assert [published(series) for series in small_multiples(table(country))] == [{2019: 4, 2021: 5}]


def test_small_multiples_share_one_axis_of_years(country):
    make_years(country, {2014: 1, 2015: 1, 2016: 1})
    make_years(country, {2016: 4, 2017: 5})
    make_years(country, {2019: 6, 2021: 7})
    axes = [[p.year for p in s.drawn.points] for s in small_multiples(table(country))]
    assert axes == [list(range(2016, 2022))] * 2


def test_a_country_with_one_series_has_no_small_multiples(country):
    make_years(country, {2019: 1, 2020: 2})
    assert small_multiples(table(country)) == []


def test_each_small_chart_says_its_latest_value_and_leads_to_its_indicator(country):
    make_years(country, {2014: 1, 2015: 1, 2016: 1})
    rows = make_years(country, {2016: 400, 2019: 1200})
    (chart,) = draw(small_multiples(table(country)))["charts"]
    assert chart["series"].url == rows[0].indicator.get_absolute_url()
    assert [bar["point"].year for bar in chart["bars"] if bar["is_latest"]] == [2019]
    assert [bar["year"] for bar in chart["bars"]] == ["2016", "17", "18", "2019"]


def test_each_small_chart_has_a_scale_of_its_own(country):
    make_years(country, {2014: 1, 2015: 1, 2016: 1})
    make_years(country, {2019: 5, 2020: 10})
    make_years(country, {2019: 5000, 2020: 10000})
    heights = [
        [bar["height"] for bar in chart["bars"]]
        for chart in draw(small_multiples(table(country)))["charts"]
    ]
    assert heights[0] == heights[1]


def test_where_years_are_many_only_the_ends_are_named(country):
    make_years(country, {2000: 1, 2001: 1, 2002: 1})
    make_years(country, {2000: 1, 2015: 2})
    (chart,) = draw(small_multiples(table(country)))["charts"]
    assert [bar["year"] for bar in chart["bars"] if bar["year"]] == ["2000", "2015"]


@pytest.mark.parametrize("address", ["/fr/programmes/niger/", "/en/programmes/niger/"])
def test_what_a_country_page_draws_leads_to_its_records(address, client):
    page = client.get(address).content.decode()
    for mark in ("small-multiples__drawing", "share-of-whole__bar", 'id="statistics"'):
        assert mark in page
    assert page.count("#ne-2022-samhosp") >= 2
