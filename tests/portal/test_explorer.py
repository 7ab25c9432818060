"""The explorer: what each filter finds, and what is said of what is not understood."""

import re

import pytest
from django.test import Client

from alima_site.portal.filters import StatisticFilter
from programs.models import PatientStatistic
from tests.factories import (
    make_country,
    make_indicator,
    make_partner,
    make_statistic,
    make_topic,
)

pytestmark = pytest.mark.django_db
EXPLORER = "/en/figures/explore/"


def slugs(**query):
    return {row.slug for row in Client().get(EXPLORER, query).context["page_obj"]}


@pytest.fixture
def one():
    """A statistic that every filter finds, and nothing else does."""
    topic, partner = make_topic(slug="only-theme"), make_partner(slug="only-partner")
    indicator = make_indicator(slug="only-indicator")
    indicator.topics.add(topic)
    country = make_country(slug="only-country", country="ZW")
    row = make_statistic(
        slug="the-one", indicator=indicator, programme=country, reported_by="Only them",
        confidence="inferred", period_start="1999-06-01", period_end="2001-01-31",
    )  # fmt: skip
    row.partners.add(partner)
    return row


@pytest.mark.parametrize(
    "query",
    [
        {"country": "only-country"},
        {"indicator": "only-indicator"},
        {"theme": "only-theme"},
        {"partner": "only-partner"},
        {"reporter": "Only them"},
        {"year": "1999"},
        {"year": "2000"},
        {"year": "2001"},
        {"country": "only-country", "confidence": "inferred", "year": "2000"},
    ],
    ids=str,
)
def test_each_filter_finds_what_it_names(query, one):
    assert slugs(**query) == {"the-one"}


def test_filters_leave_out_what_they_do_not_name(one):
    assert slugs(country="only-country", confidence="stated") == set()
    assert slugs(country="only-country", year="2024") == set()
    assert "the-one" not in slugs(country="all")


def test_an_open_period_goes_on_and_an_unknown_one_is_in_no_year(one):
    PatientStatistic.objects.filter(pk=one.pk).update(period_end=None)
    assert "the-one" in slugs(year="2024", country="only-country")
    PatientStatistic.objects.filter(pk=one.pk).update(period_start=None)
    assert slugs(year="2024", country="only-country") == set()


BAD = {
    "year=abc": "not known here",
    "year=99999": "not known here",
    "country=atlantis": "not known here",
    "country=%00": "not known here",
    "indicator=" + "x" * 10_000: "not known here",
    "confidence=%3Cscript%3E": "not known here",
    "partner[]=befen": "",
    "theme=malnutrition&theme=ebola": "more than once",
    "country=niger&country=niger": "more than once",
    "%00=1&utm_source=x": "",
    "page=": "",
}


NO_PAGE = [
    "page=-1",
    "page=0",
    "page=abc",
    "page=99999999999999999999",
    "page=1&page=2",
    "page=%00",
    "page=" + "9" * 10_000,
]


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:20])
def test_a_bad_filter_is_left_out_and_the_page_says_so(query):
    page = Client().get(f"{EXPLORER}?{query}")
    text = page.content.decode()
    assert page.status_code == 200
    assert BAD[query] in text
    assert ("Part of this choice is not understood" in text) == bool(BAD[query])
    assert "<script>" not in text
    french = Client().get(f"/fr/chiffres/explorer/?{query}").content.decode()
    assert ("n’est pas comprise" in french) == bool(BAD[query])


@pytest.mark.parametrize("query", NO_PAGE, ids=lambda query: query[:20])
def test_a_page_that_is_not_there_is_not_found_in_the_readers_language(query):
    said = {
        EXPLORER: "This page does not exist",
        "/fr/chiffres/explorer/": "Cette page n’existe pas",
    }
    for address, words in said.items():
        page = Client().get(f"{address}?{query}")
        assert page.status_code == 404
        assert re.search(r"<h1[^>]*>\s*" + words, page.content.decode())


@pytest.mark.parametrize("query", [query for query, said in BAD.items() if said])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "zip"])
def test_no_file_is_given_for_a_filter_that_is_not_understood(query, ending):
    assert Client().get(f"/data/statistics.{ending}?{query}").status_code == 404


def test_valid_filters_beside_a_bad_one_stay_in_the_links():
    page = Client().get(f"{EXPLORER}?country=niger&year=abc").content.decode()
    assert 'href="/data/statistics.csv?country=niger"' in page


def test_one_series_is_drawn_large_and_several_small():
    one = Client().get(EXPLORER, {"country": "niger", "indicator": "sam_children"})
    assert "bar-series__drawing" in one.content.decode()
    several = Client().get(EXPLORER, {"country": "niger"})
    assert "small-multiples__drawing" in several.content.decode()
    assert len(several.context["multiples"]) > 1


def test_the_filter_is_the_same_for_page_and_file():
    """Both are built from it; a second one would drift from the first."""
    assert set(StatisticFilter.base_filters) == {
        "country", "indicator", "theme", "partner", "reporter", "year", "confidence",
    }  # fmt: skip
