"""The pages of projects and countries: where each stands, and what is said beside its title."""

import pytest
from django.test import Client
from django.utils.translation import override

from programs.fact_lists import country_facts, highlight_figures, project_facts
from programs.views import CARDS
from tests.factories import make_country, make_project
from tests.programs.unsaved import a_country, a_statistic, an_indicator

ADDRESS = "/en/programmes"


@pytest.fixture
def in_english():
    with override("en"):
        yield


def crumbs(address):
    return [str(crumb.label) for crumb in Client().get(address).context["crumbs"]]


@pytest.mark.django_db
def test_a_project_stands_below_its_country_and_below_no_other():
    make_project(slug="made", programme=make_country(slug="here", name_en="Here"))
    make_country(slug="elsewhere")
    assert crumbs(f"{ADDRESS}/here/made/") == ["Programmes", "Here", "A project (en)"]
    for address in (f"{ADDRESS}/elsewhere/made/", f"{ADDRESS}/several-countries/made/"):
        assert Client().get(address).status_code == 404


@pytest.mark.django_db
def test_a_project_in_several_countries_stands_below_the_list():
    make_project(slug="made", programme=None)
    assert crumbs(f"{ADDRESS}/several-countries/made/") == ["Programmes", "A project (en)"]


@pytest.mark.django_db
def test_countries_come_by_pages_and_all_of_them_on_the_map():
    for n in range(CARDS):
        make_country(country=f"Q{chr(65 + n)}")
    first = Client().get(f"{ADDRESS}/").context
    assert len(first["page_obj"].object_list) == CARDS
    assert len(first["on_the_map"]) > CARDS
    assert Client().get(f"{ADDRESS}/?page=99").status_code == 404


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
