"""A text that the language of the page does not have is shown in the other one, and marked."""

import pytest
from django.test import Client

from tests.factories import make_fact

pytestmark = pytest.mark.django_db


def html(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_an_untranslated_text_is_shown_in_the_other_language_and_marked():
    make_fact(slug="only-english", statement_fr="", statement_en="Known in English only")
    page = html("/fr/a-propos/")
    assert '<span lang="en">Known in English only</span>' in page


def test_a_translated_quotation_is_marked_and_an_original_is_not():
    assert "our translation" in html("/en/programmes/cameroon/")
    assert "notre traduction" not in html("/fr/programmes/cameroon/")
