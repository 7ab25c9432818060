"""Where the pages of projects and countries stand."""

import pytest
from django.test import Client

from programs.views import CARDS
from tests.factories import make_country, make_project

ADDRESS = "/en/programmes"


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
