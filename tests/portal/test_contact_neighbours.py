"""People behind the address of many messages are heard, and no address is stored."""

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone

from alima_site.portal.contact import guard
from alima_site.portal.models import DailySalt, Message, SentForm
from tests.portal.contact_form import hidden_fields, send, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_minute_later")]


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
