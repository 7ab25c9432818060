"""The model page: each promise beside what is known of it, and a donor's six questions."""

import re

import pytest
from django.test import Client

from partners.models import Partner
from programs.models import CountryProgramme, Project
from tests.factories import make_ledger_row, make_partner, make_project

pytestmark = pytest.mark.django_db
COMMITMENTS = ["working-together", "sharing-funding", "dividing-power", "responding-to-needs"]


def model(language="en"):
    address = {"en": "/en/model/", "fr": "/fr/modele/"}[language]
    return Client().get(address).content.decode()


def block(slug, language="en"):
    return model(language).split(f'id="{slug}"')[1].split("</article>")[0]


@pytest.mark.parametrize("slug", COMMITMENTS)
def test_every_commitment_has_evidence_with_sources_and_says_what_is_unknown(slug):
    text = block(slug)
    assert text.count("evidence__label") >= 4
    assert "/en/sources/" in text
    assert "not published" in text
    assert "What would be needed" in text
    assert "Il faudrait" in block(slug, "fr")


def test_co_managed_countries_lead_to_their_pages():
    text = block("working-together")
    assert "5 countries" in text
    for slug in ("niger", "mali", "chad", "burkina-faso", "cameroon"):
        assert f'href="/en/programmes/{slug}/"' in text
    assert 'href="/en/programmes/south-sudan/"' not in text


def test_the_counts_of_projects_are_those_of_the_records():
    shared = Project.objects.filter(partners__isnull=False).distinct().count()
    text = block("working-together")
    assert f"{shared} of the {Project.objects.count()} projects" in text
    befen = Partner.objects.get(slug="befen").projects.count()
    assert f'<a href="/en/partners/befen/#projects">BEFEN: {befen}</a>' in text


def test_the_consortium_of_burkina_faso_is_named_with_its_projects():
    text = block("working-together")
    assert "Consortium: Burkina Faso" in text
    assert "ALIMA · Keoogo · SOS Médecins BF" in text
    assert 'href="/en/programmes/burkina-faso/bf-emergency/"' in text


def test_a_row_of_the_ledger_takes_the_place_of_not_published():
    unknown = block("dividing-power").count("not published")
    partner = Partner.objects.get(slug="befen")
    make_ledger_row(partner=partner, measure="seats", value=1, currency="", year=2023)
    text = block("dividing-power")
    assert text.count("not published") == unknown - 1
    assert "BEFEN, 2023: 1</a>" in text


def test_a_draft_shows_no_promise_of_itself():
    partner = make_partner(acronym="HIDDEN", state="draft")
    project = make_project()
    project.partners.add(partner)
    CountryProgramme.objects.get(slug="niger").co_managed_with.add(partner)
    assert "HIDDEN" not in model()


def test_the_six_questions_have_an_answer_and_a_way_each():
    items = re.findall(r'class="questions__item">(.*?)</li>', model(), re.DOTALL)
    assert len(items) == 6
    for item in items:
        assert re.search(r'questions__answer">[^<]{5,}<', item)
        assert "href=" in item
    assert "not published" in items[3]


def test_partners_see_their_own_count_beside_that_of_alima():
    page = Client().get("/en/partners/alerte-sante/").content.decode()
    rows = page.split("side-by-side")[1].split("</table>")[0].split("<tr>")[2:]
    pairs = [re.findall(r">([\d,]+|more than [\d,]+)</a>", row) for row in rows]
    assert ["48,503", "28,400"] in pairs
    assert ["7,302", "58,571"] in pairs
    assert "side-by-side" not in Client().get("/en/partners/befen/").content.decode()


def test_a_statistic_has_a_short_address_for_paper():
    address = "/s/td-2022-sam/"
    response = Client().get(address, headers={"accept-language": "en"})
    assert response["Location"] == "/en/figures/indicators/sam_children/#td-2022-sam"
    assert f'data-short="{address}"' in Client().get("/en/partners/alerte-sante/").content.decode()
    assert Client().get("/s/nothing/").status_code == 404
