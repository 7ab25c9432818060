"""Write to us: a person is heard, and no message is lost."""

import pytest
from django.core import mail

from alima_site.portal.models import Message
from tests.portal.contact_form import FRENCH, errors, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_minute_later")]


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
