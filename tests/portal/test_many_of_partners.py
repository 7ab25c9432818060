"""Where there are more partners or projects than a page lists, it leads to the others."""

import pytest
from django.test import Client

from programs.page_queries import PROJECTS
from tests.factories import make_partner, make_project

pytestmark = pytest.mark.django_db


def page(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_partner_shows_its_latest_projects_and_leads_to_the_others():
    partner = make_partner(slug="busy", acronym="BUSY")
    for number in range(PROJECTS + 2):
        make_project(slug=f"busy-{number}", start=f"{1990 + number}").partners.add(partner)
    text = page("/en/partners/busy/")
    assert text.count("project-list__item") == PROJECTS
    assert 'search/?q=BUSY&amp;kind=project"' in text
    assert "This list is not complete" not in page("/en/partners/befen/")


def test_partners_come_by_pages_members_first():
    for number in range(15):
        make_partner(acronym=f"OTHER {number}", kind="operational-partner")
    first, second = page("/en/partners/"), page("/en/partners/?page=2")
    assert 'rel="next"' in first
    assert "BEFEN" in first
    assert "BEFEN" not in second.split("<main")[1]
    assert Client().get("/en/partners/?page=9").status_code == 404
