"""Write to us: whatever is written into the fields, nothing breaks and no header is forged."""

import pytest
from django.core import mail
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alima_site.portal.models import Message
from tests.portal.contact_form import ENGLISH, MESSAGE, send, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_minute_later")]

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
