"""Write to us: machines are stopped, and people behind the same address are not."""

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alima_site.portal.contact import guard
from alima_site.portal.models import DailySalt, Message, SentForm
from tests.portal.contact_form import ENGLISH, MESSAGE, errors, hidden_fields, send, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_minute_later(monkeypatch):
    """Forms are sent by people, who need a minute to write."""
    monkeypatch.setattr(guard, "AT_LEAST", 0)


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
