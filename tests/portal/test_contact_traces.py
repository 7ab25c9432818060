"""The contact form leaves no cookie, is kept nowhere and voids no stored page."""

import pytest
from django.test import Client

from alima_site.delivery.models import ContentState
from tests.portal.contact_form import ENGLISH, FRENCH, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_minute_later")]


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
