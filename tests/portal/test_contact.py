"""Write to us: a person is heard, and no message is lost."""

import re

import pytest
from django.core import mail
from django.test import Client

from alima_site.delivery.models import ContentState
from alima_site.portal.contact import guard
from alima_site.portal.models import Message, SiteSettings
from tests.factories import make_figure
from tests.portal.contact_form import ENGLISH, FRENCH, errors, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_minute_later(monkeypatch):
    """Forms are sent by people, who need a minute to write."""
    monkeypatch.setattr(guard, "AT_LEAST", 0)


def test_a_message_is_stored_sent_on_and_confirmed(client, settings):
    response = write(client, FRENCH, name="Awa", organisation="Radio", text="Bonjour\n\nUne ligne")
    assert (response.status_code, response["Location"]) == (302, "/fr/contact/envoye/")
    message = Message.objects.get()
    assert (message.language, message.state, message.organisation) == ("fr", "new", "Radio")
    assert message.emailed_at
    [email] = mail.outbox
    assert (email.to, email.reply_to) == (settings.CONTACT_EMAIL, ["awa@example.org"])
    assert "Une ligne" in email.body
    assert f"/admin/portal/message/{message.pk}/change/" in email.body
    assert "a bien été reçu" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize("address", [ENGLISH, FRENCH, "/en/contact/sent/"])
def test_its_pages_are_kept_nowhere_and_set_no_cookie(address, client):
    response = client.get(address)
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert not write(client).cookies
    assert "Cookie" not in response.get("Vary", "")


def test_it_needs_no_cookie_where_csrf_is_enforced():
    assert write(Client(enforce_csrf_checks=True)).status_code == 302


def test_a_message_voids_no_stored_page(client):
    before = list(ContentState.objects.values())
    write(client)
    assert list(ContentState.objects.values()) == before


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


def test_what_was_written_stays_in_a_form_that_is_refused(client):
    response = write(client, email="nobody", text="Many words that took an hour")
    assert set(errors(response)) == {"email"}
    assert "Many words that took an hour" in response.content.decode()
    assert not Message.objects.exists()


def test_a_failing_mail_server_loses_no_message(client, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody answers here
    assert write(client).status_code == 302
    assert Message.objects.get().emailed_at is None
    assert "could not be sent on" in caplog.text
    assert "awa@example.org" not in caplog.text


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
