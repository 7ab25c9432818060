"""Published parts are drawn on a bar of their whole, where the two can be compared."""

import pytest
from django.utils.translation import override

from alima_site.portal.drawing.shares import share_of_whole
from programs.models import CountryProgramme, PatientStatistic
from programs.parts_of_wholes import parts_of_wholes
from tests.factories import make_country, make_indicator, make_statistic

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    return make_country(country="ZM")


def table(country):
    return PatientStatistic.objects.for_table().filter(programme=country)


def make_pair(country, whole=None, **part):
    whole = make_statistic(programme=country, value=100, **(whole or {}))
    return whole, make_statistic(**{"programme": country, "value": 40, "subset_of": whole} | part)


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
