"""Links to the contact form and away from it: figures, misconduct, donations."""

import re

import pytest

from alima_site.portal.models import Message, SiteSettings
from tests.factories import make_figure
from tests.portal.contact_form import ENGLISH, errors, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_minute_later")]


def test_a_figure_page_leads_to_a_form_that_is_about_it(client):
    link = "/en/contact/?figure=patients-total"
    assert f'href="{link}"' in client.get("/en/figures/patients-total/").content.decode()
    page = client.get(link)
    assert page.context["form"]["purpose"].value() == "correction"
    assert 'href="/en/figures/patients-total/"' in page.content.decode()
    write(client, link, purpose="correction")
    assert Message.objects.get().figure.slug == "patients-total"


@pytest.mark.parametrize("code", ["nothing", "hidden", "%00", "x" * 9000, "é", "<b>"])
def test_a_figure_that_is_not_public_is_not_known_here(code, client):
    make_figure(slug="hidden", label_en="Zwischenruf", state="draft")
    response = client.get(ENGLISH, {"figure": code})
    assert response.status_code == 200
    assert "Zwischenruf" not in response.content.decode()
    assert write(client, figure=code).status_code == 302
    assert Message.objects.get().figure is None


def test_reports_of_misconduct_are_led_elsewhere(client):
    page = client.get(ENGLISH).content.decode()
    assert "Do not send patient data" in page
    assert "has not been given to this site yet" in page
    SiteSettings.objects.create(misconduct_url_en="https://report.example.org/")
    assert 'href="https://report.example.org/"' in client.get(ENGLISH).content.decode()
    assert set(errors(write(client, purpose="misconduct"))) == {"purpose"}


def test_footer_links_are_hidden_until_they_lead_somewhere(client):
    page = client.get("/fr/modele/").content.decode()
    assert "Faire un don" not in page
    assert "Travailler avec nous" not in page
    SiteSettings.objects.create(donate_url_en="https://example.org/donate")
    page = client.get("/fr/modele/").content.decode()
    assert re.search(r'href="https://example.org/donate"[^>]*>Faire un don', page)
    assert "Travailler avec nous" not in page
