"""The facts beside the titles of countries and projects, and the figures on their dark band."""

import pytest

from programs.fact_lists import country_facts, highlight_figures, project_facts
from tests.factories import make_project
from tests.programs.unsaved import a_country, a_statistic, an_indicator


def values(facts):
    return [(str(fact.label), str(fact.value)) for fact in facts]


def test_a_country_says_since_when_and_how_it_stands(in_english):
    country = a_country(status="closed", status_date="2021-06")
    country.intervals, country.public_partners = [], []
    assert values(country_facts(country)) == [
        ("Present", "not published"), ("Status", "closed (June 2021)"),
    ]  # fmt: skip


def test_a_status_without_a_date_stands_alone(in_english):
    country = a_country(status="active")
    country.intervals, country.public_partners = [], []
    assert ("Status", "active") in values(country_facts(country))


@pytest.mark.django_db
def test_a_project_in_several_countries_says_so(in_english):
    project = make_project(programme=None, places_en="Mirriah; Dakoro", start="2020")
    project.public_partners = []
    assert values(project_facts(project)) == [
        ("Country", "several countries"), ("Places", "Mirriah · Dakoro"), ("Period", "since 2020"),
    ]  # fmt: skip


def test_a_highlight_has_its_year_remark_and_source(in_english):
    row = a_statistic(1234, 2022, indicator=an_indicator("cases"), period_basis="inferred")
    (shown,) = highlight_figures([row])
    assert (shown["value"], shown["label"]) == ("1,234", "cases")
    assert shown["note"] == "2022, year inferred"
    assert (shown["source"], shown["source_language"]) == ("A source", "fr")


def test_a_highlight_does_not_name_a_source_that_is_not_public(in_english):
    row = a_statistic(1234)
    row.source.state = "draft"
    (shown,) = highlight_figures([row])
    assert shown["source"] == ""
