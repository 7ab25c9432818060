"""What the charts of a country page are made of."""

import pytest
from django.utils.translation import override

from alima_site.portal.drawing.bars import small_multiples as draw
from alima_site.portal.drawing.shares import share_of_whole
from programs.models import CountryProgramme, PatientStatistic
from programs.parts_of_wholes import parts_of_wholes
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


def make_pair(country, whole=None, **part):
    whole = make_statistic(programme=country, value=100, **(whole or {}))
    return whole, make_statistic(**{"programme": country, "value": 40, "subset_of": whole} | part)


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


def test_a_part_is_compared_with_its_whole(country):
    make_pair(country)
    (whole,) = parts_of_wholes(table(country))
    assert (whole.value, [part.value for part in whole.parts]) == (100, [40])
    with override("en"):
        assert whole.comparison(whole.parts[0]) == "40 of 100"
    assert share_of_whole(whole)["bars"][0]["width"] == "40.00%"


def test_parts_of_one_whole_are_drawn_each_on_its_own_bar(country):
    whole, _part = make_pair(country, value=70)
    make_statistic(programme=country, value=80, subset_of=whole)
    (found,) = parts_of_wholes(table(country))
    assert [bar["width"] for bar in share_of_whole(found)["bars"]] == ["80.00%", "70.00%"]


@pytest.mark.parametrize(
    "other",
    [
        {"period_end": "2023-06-30"},
        {"place": "A town"},
        {"reported_by": "Somebody else"},
        {"value": 101},
        {"state": "draft"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_from_its_whole_is_not_drawn_on_it(other, country):
    make_pair(country, **other)
    assert parts_of_wholes(table(country)) == []


def test_people_are_not_drawn_on_a_bar_of_consultations(country):
    make_pair(country, indicator=make_indicator(unit="consultations"))
    assert parts_of_wholes(table(country)) == []


def test_a_part_of_an_unpublished_whole_is_not_drawn(country):
    make_pair(country, whole={"state": "draft"})
    assert parts_of_wholes(table(country)) == []


def test_values_without_a_period_are_not_compared(country):
    undated = {"period_start": None, "period_end": None}
    make_pair(country, whole=undated, **undated)
    assert parts_of_wholes(table(country)) == []


def test_a_part_of_the_same_indicator_is_named_by_what_was_counted(country):
    indicator = make_indicator()
    make_pair(
        country, {"indicator": indicator}, indicator=indicator, hint_fr="Adultes", hint_en="Adults"
    )
    with override("en"):
        (whole,) = parts_of_wholes(table(country))
    assert whole.title == str(indicator.name_en)
    assert [part.title for part in whole.parts] == ["Adults"]


def test_an_inferred_part_says_so_beside_a_stated_whole(country):
    make_pair(country, period_basis="inferred")
    with override("en"):
        (whole,) = parts_of_wholes(table(country))
    assert (whole.note, whole.parts[0].remark) == ("2023", "year inferred")


def test_the_hospitalised_of_niger_are_part_of_the_treated():
    niger = CountryProgramme.objects.get(slug="niger")
    with override("en"):
        said = [w.comparison(p) for w in parts_of_wholes(table(niger)) for p in w.parts]
    assert "9,448 of 47,269" in said
    assert "about 17,000 of nearly 168,000" in said


@pytest.mark.parametrize("address", ["/fr/programmes/niger/", "/en/programmes/niger/"])
def test_what_a_country_page_draws_leads_to_its_records(address, client):
    page = client.get(address).content.decode()
    for mark in ("small-multiples__drawing", "share-of-whole__bar", 'id="statistics"'):
        assert mark in page
    assert page.count("#ne-2022-samhosp") >= 2
