"""Where a country has more records than its page lists, it says so and leads to the others."""

import datetime

import pytest
from django.test import Client

from alima_site.portal.views.sources import MOST
from programs.models import CountryProgramme
from programs.page_queries import PROJECTS, STATISTICS
from tests.factories import make_country, make_indicator, make_project, make_source, make_statistic

pytestmark = pytest.mark.django_db


def page(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def make_years(country, indicator, count):
    for year in range(2020, 2020 - count, -1):
        days = {
            "period_start": datetime.date(year, 1, 1),
            "period_end": datetime.date(year, 12, 31),
        }
        make_statistic(indicator=indicator, programme=country, value=year, **days)


def test_a_country_shows_its_latest_statistics_and_leads_to_all():
    country = make_country()
    make_years(country, make_indicator(), STATISTICS + 3)
    text = page(country.get_absolute_url())
    assert text.count("data-short=") >= STATISTICS
    assert f'explore/?country={country.slug}"' in text.replace("explorer/", "explore/")
    assert "explore/?country=niger" not in page("/en/programmes/niger/")


def test_a_country_shows_its_latest_projects():
    country = CountryProgramme.objects.get(slug="mauritania")
    for number in range(PROJECTS + 2):
        make_project(programme=country, start=f"{1990 + number}")
    assert page("/en/programmes/mauritania/").count("project-list__item") == PROJECTS


def test_what_waits_for_publication_takes_no_place_of_what_rests_on_a_source():
    source = make_source(slug="rich")
    for number in range(MOST):
        make_project(slug=f"hidden-{number}", state="draft").further_sources.add(source)
    make_project(slug="shown", name_en="Shown here").further_sources.add(source)
    assert "Shown here" in page("/en/sources/rich/")


def test_no_sum_stands_under_a_country_that_goes_on_beyond_the_page():
    indicator = make_indicator()
    make_years(make_country(), indicator, 45)
    assert "figures-table__sum" not in page(f"/en/figures/indicators/{indicator.slug}/")
    assert 'rel="next"' in page(f"/en/figures/indicators/{indicator.slug}/")
