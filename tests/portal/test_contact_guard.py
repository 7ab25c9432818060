"""Write to us: machines are stopped."""

import pytest
from django.core import mail

from alima_site.portal.contact import guard
from alima_site.portal.models import Message
from tests.portal.contact_form import ENGLISH, errors, hidden_fields, send, write

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.by_turns,
    pytest.mark.usefixtures("a_minute_later"),
]


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
