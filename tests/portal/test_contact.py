"""Write to us: a person is heard, a machine is not, and no message is lost."""

import re
from datetime import timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alima_site.delivery.models import ContentState
from alima_site.portal.contact import guard
from alima_site.portal.models import DailySalt, Message, SentForm, SiteSettings
from tests.factories import make_figure, make_message

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = "/en/contact/", "/fr/contact/"


@pytest.fixture(autouse=True)
def a_minute_later(monkeypatch):
    """Forms are sent by people, who need a minute to write."""
    monkeypatch.setattr(guard, "AT_LEAST", 0)


def hidden_fields(page):
    """The hidden fields of a form, as a browser would send them back."""
    inputs = re.findall(r'<input type="hidden"[^>]*>', page)
    pairs = [(re.search(r'name="(\w+)"', i)[1], re.search(r'value="([^"]*)"', i)) for i in inputs]
    return {name: value[1] if value else "" for name, value in pairs}


MESSAGE = {
    "purpose": "press",
    "name": "Awa Diallo",
    "organisation": "",
    "email": "awa@example.org",
    "text": "A question about your figures.",
}


def write(client, address=ENGLISH, **changes):
    """Open the form and send it; the answer to that."""
    form = hidden_fields(client.get(address).content.decode())
    return client.post(address, MESSAGE | form | changes)


def send(client, **changes):
    """The same without opening it: with the ticket it would bring."""
    ticket = guard.Ticket.new().signed()
    return client.post(ENGLISH, MESSAGE | {"token": ticket} | changes)


def errors(response):
    return response.context["form"].errors


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


# Machines


def test_two_hundred_forms_sent_at_once_are_all_stopped(client, monkeypatch):
    monkeypatch.setattr(guard, "AT_LEAST", 3)
    for n in range(200):
        assert errors(send(client, text=f"Buy {n}"))["__all__"]
    assert not Message.objects.exists()
    assert not mail.outbox


def test_two_hundred_patient_machines_get_no_further_than_the_allowance(client):
    for n in range(200):
        send(client, text=f"Buy {n}")
    assert Message.objects.count() == guard.ALLOWANCE


def test_one_form_counts_once_however_often_it_is_sent(client):
    form = hidden_fields(client.get(ENGLISH).content.decode())
    answers = [send(client, **form, text=f"Buy {n}") for n in range(20)]
    assert [answer.status_code for answer in answers] == [302] + [200] * 19
    assert Message.objects.count() == 1


def test_the_same_message_twice_is_one_message_and_confirmed_twice(client):
    assert [write(client).status_code for _ in range(2)] == [302, 302]
    assert Message.objects.count() == len(mail.outbox) == 1


def test_a_field_nobody_sees_stops_who_fills_in_all_fields(client):
    response = write(client, homepage="https://example.org")
    assert errors(response)["__all__"]
    assert not Message.objects.exists()


def test_a_form_that_is_shown_once_more_has_a_ticket_as_old_as_the_one_sent(client):
    sent = guard.Ticket.new()
    page = client.post(ENGLISH, MESSAGE | {"token": sent.signed(), "email": "nobody"})
    shown = guard.Ticket.read(hidden_fields(page.content.decode())["token"])
    assert shown.key != sent.key
    assert shown.made_at == sent.made_at


@pytest.mark.parametrize("ticket", ["", "forged", "é\0", "a:b:c", "x" * 100_000])
def test_a_form_that_is_not_ours_is_shown_anew(ticket, client):
    response = write(client, token=ticket)
    assert errors(response)["__all__"]
    again = hidden_fields(response.content.decode())
    assert write(client, **again).status_code == 302


def test_a_form_left_open_for_a_day_keeps_its_text_and_can_be_sent_again(client):
    with patch("time.time", return_value=guard.time.time() - 24 * 3600):
        old = hidden_fields(client.get(ENGLISH).content.decode())
    response = write(client, **old, text="Written yesterday")
    assert errors(response)["__all__"]
    assert "Written yesterday" in response.content.decode()


# People


def test_ten_people_behind_one_address_are_all_heard():
    for n in range(10):
        answer = send(Client(), email=f"person{n}@example.org", REMOTE_ADDR="41.202.1.1")
        assert answer.status_code == 302
    assert Message.objects.count() == 10


def test_after_many_messages_a_person_at_the_same_address_still_gets_through(client):
    for n in range(guard.ALLOWANCE):
        send(client, text=f"Buy {n}")
    asked = send(client, text="A person at last")
    assert "Type the word" in asked.content.decode()
    word = re.search("Type the word “(.+?)”", asked.content.decode())[1]
    again = hidden_fields(asked.content.decode()) | {"text": "A person at last"}
    assert send(client, **again, answer="something").status_code == 200
    assert send(client, **again, answer=f" {word.upper()} ").status_code == 302


def test_another_network_does_not_feel_it(client):
    for n in range(guard.ALLOWANCE):
        send(client, text=f"Buy {n}")
    assert send(Client(REMOTE_ADDR="196.1.1.1"), text="From elsewhere").status_code == 302


def test_no_address_is_stored_and_the_hashes_mean_nothing_tomorrow(client):
    write(client)
    sent = SentForm.objects.get()
    assert "127.0.0.1" not in sent.sender
    salt = DailySalt.objects.get()
    tomorrow = timezone.now() + timedelta(days=1)
    with patch.object(timezone, "now", return_value=tomorrow):
        assert DailySalt.today() != salt.salt
    assert not DailySalt.objects.filter(pk=salt.pk).exists()


# Nonsense

TEXT = st.text(max_size=300) | st.text(alphabet="a@.\r\n\0:<>\u2028\u202eé\ud800", max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    data=st.dictionaries(st.sampled_from([*MESSAGE, "figure", "homepage", "answer"]), TEXT),
    query=st.dictionaries(st.sampled_from(["figure", "purpose", "page", "q"]), TEXT),
)
@example(data={"email": "a@b.org\nBcc: all@example.org"}, query={"figure": "\0"})
def test_whatever_is_written_into_the_fields_is_answered_calmly(data, query, client):
    def as_sent(text):
        return text.encode("utf-8", "surrogatepass")

    query = {name: as_sent(text) for name, text in query.items()}
    assert client.get(ENGLISH, query).status_code == 200
    response = send(client, **{name: as_sent(text) for name, text in data.items()})
    assert response.status_code in (200, 302)


INJECTED = "Awa\r\nBcc: everybody@example.org"


@pytest.mark.parametrize("field", ["name", "organisation", "email", "purpose", "figure"])
def test_no_header_can_be_written_from_a_field(field, client):
    write(client, **{field: INJECTED})
    for email in mail.outbox:
        assert "everybody@example.org" not in email.recipients()
        headers = email.message().as_string().split("\n\n")[0]
        assert "everybody" not in headers
    stored = (
        Message.objects.filter(**{f"{field}__contains": "everybody"}) if field != "figure" else ()
    )
    assert not stored


def test_the_words_of_a_message_stand_in_no_header(client):
    write(client, text=INJECTED, name="Subject: Bcc")
    [email] = mail.outbox
    assert set(email.message().keys()) >= {"Subject", "From", "To", "Reply-To"}
    assert "Bcc" not in email.message()
    assert "Awa" not in email.subject


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(method, client):
    assert getattr(client, method)(ENGLISH).status_code == 405


# What the page says, and what staff do


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


def test_who_moves_a_message_on_handles_it_and_cannot_rewrite_it(admin_client, admin_user):
    message = make_message(text="As it was")
    address = f"/admin/portal/message/{message.pk}/change/"
    admin_client.post(address, {"state": "done", "remark": "Answered", "text": "Otherwise"})
    message.refresh_from_db()
    assert (message.state, message.handled_by, message.text) == ("done", admin_user, "As it was")


def test_staff_send_a_message_on_that_the_mail_server_refused(admin_client):
    message = make_message()
    data = {"action": "send_again", "_selected_action": [message.pk]}
    admin_client.post("/admin/portal/message/", data)
    assert len(mail.outbox) == 1
    message.refresh_from_db()
    assert message.emailed_at


def test_old_messages_are_deleted_and_a_dry_run_only_counts_them(settings):
    settings.MESSAGES_KEPT_DAYS = 30
    now = timezone.now()
    old = make_message(received_at=now - timedelta(days=31))
    young = make_message(received_at=now - timedelta(days=29))
    out = StringIO()
    call_command("delete_old_messages", "--dry-run", stdout=out)
    assert out.getvalue() == "1 messages older than 30 days would be deleted.\n"
    assert Message.objects.count() == 2
    call_command("delete_old_messages", stdout=out)
    assert list(Message.objects.all()) == [young] != [old]
