"""A contact form that is shown once more keeps its text and can be sent."""

from unittest.mock import patch

import pytest

from alima_site.portal.contact import guard
from tests.portal.contact_form import ENGLISH, MESSAGE, errors, hidden_fields, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_minute_later")]


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
