"""A form takes published codes, and says which field names an unknown one."""

import pytest

from partners.models import PartnershipPrinciple
from tests.newsroom import address, opened

pytestmark = pytest.mark.django_db


def send(client, text, **headers):
    """What the form of a principle answers to this French text."""
    url = address(PartnershipPrinciple.objects.get(slug="sharing-funding"), "change")
    return client.post(url, opened(client, url) | {"text_fr": text}, headers=headers)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "no published figure has this code"), ("fr", "aucun chiffre publié ne porte ce code")],
)
def test_the_form_names_the_field_of_an_unknown_code(admin_client, language, sentence):
    answer = send(admin_client, "Bien [[figure:no-such]]", **{"accept-language": language})
    assert answer.status_code == 200
    errors = answer.context["adminform"].form.errors
    assert list(errors) == ["text_fr"]
    assert f"[[figure:no-such]]: {sentence}" in errors["text_fr"][0].replace("\u00a0", "")


def test_the_form_takes_a_published_code(admin_client):
    assert send(admin_client, "En [[figure:countries]]").status_code == 302
