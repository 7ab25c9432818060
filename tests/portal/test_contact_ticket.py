"""The signed ticket of a form: whose it is, and how old it may be."""

import time
from unittest.mock import patch

import pytest
from django.core import signing

from alima_site.portal.contact.guard import AT_LEAST, Ticket


def made(ago=0.0, word=None):
    return Ticket("key", time.time() - ago, word)


def test_a_ticket_is_read_as_it_was_signed():
    ticket = Ticket.new(asks=True)
    assert Ticket.read(ticket.signed()) == ticket


def test_no_two_forms_have_one_key():
    assert Ticket.new().key != Ticket.new().key


def test_a_ticket_signed_for_something_else_is_not_ours():
    assert Ticket.read(signing.dumps(["key", time.time(), None], salt="elsewhere")) is None


def test_a_changed_ticket_is_not_ours():
    signed = made().signed()
    assert Ticket.read("x" + signed) is None
    assert Ticket.read(signed[:-1]) is None


@pytest.mark.parametrize(("hours", "is_read"), [(11.9, True), (12.1, False)])
def test_a_form_may_stay_open_for_twelve_hours(hours, is_read):
    now = time.time()
    with patch("time.time", return_value=now - hours * 3600):
        signed = Ticket.new().signed()
    with patch("time.time", return_value=now):
        assert (Ticket.read(signed) is not None) == is_read


@pytest.mark.parametrize(("ago", "is_early"), [(0, True), (AT_LEAST + 1, False)])
def test_a_person_needs_a_moment_to_write(ago, is_early):
    assert made(ago).is_early == is_early


def test_a_form_shown_again_has_another_key_and_asks_the_same_word():
    ticket = made(word=2)
    again = ticket.again()
    assert again.key != ticket.key
    assert (again.made_at, again.word) == (ticket.made_at, 2)
