"""The list of partners and the pages of the series, with many, few and none."""

import pytest
from django.test import Client

from partners import views
from partners.models import Partner, Series
from tests.factories import make_partner, make_project

pytestmark = pytest.mark.django_db
LIST = "/en/partners/"


def context(address):
    return Client().get(address).context


def test_members_and_others_stand_apart_on_one_page():
    other = make_partner(kind="operational-partner")
    found = context(LIST)
    assert other in found["operational"]
    assert other not in found["members"]
    assert {each.kind for each in found["members"]} == {"alliance-member"}


def test_a_long_list_goes_on_and_names_nobody_twice(monkeypatch):
    monkeypatch.setattr(views, "CARDS", 3)
    number = Partner.objects.published().count()
    seen = []
    for page in range(1, -(-number // 3) + 1):
        found = context(f"{LIST}?page={page}")
        seen += [each.pk for each in (*found["members"], *found["operational"])]
    assert len(seen) == len(set(seen)) == number


@pytest.mark.parametrize("page", ["0", "-1", "99", "two"])
def test_a_page_that_is_none_is_not_found(page):
    assert Client().get(f"{LIST}?page={page}").status_code == 404


@pytest.mark.parametrize(("projects", "has_more"), [(2, False), (3, True)])
def test_a_partner_leads_to_more_projects_only_where_its_page_is_full(
    projects, has_more, monkeypatch
):
    monkeypatch.setattr(views, "PROJECTS", 3)
    partner = make_partner(slug="made")
    for _n in range(projects):
        make_project().partners.add(partner)
    assert bool(context(f"{LIST}made/")["has_more_projects"]) is has_more


@pytest.mark.parametrize("state", ["draft", "in_review", "archived"])
def test_a_partner_that_is_not_public_has_no_page(state):
    make_partner(slug="made", state=state)
    assert Client().get(f"{LIST}made/").status_code == 404


def test_without_a_public_series_there_is_no_page_of_it():
    Series.objects.update(state="draft")
    assert Client().get("/en/stronger-together/").status_code == 404
