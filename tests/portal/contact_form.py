"""The form of “Write to us”, filled in and sent as a browser does it."""

import re

from alima_site.portal.contact import guard

ENGLISH, FRENCH = "/en/contact/", "/fr/contact/"


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
