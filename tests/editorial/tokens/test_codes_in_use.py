"""A code that a text names stays as it is."""

import pytest

from alima_site.editorial.models import Figure
from tests.factories import (
    make_figure,
    make_principle,
)
from tests.newsroom import address, opened

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("patients-total", "en", "Keep this code: it is used by"),
        ("patients-total", "fr", "Gardez ce code"),
        ("countries", "fr", "Gardez ce code"),
    ],
)
def test_a_code_that_texts_name_cannot_change(admin_client, code, language, words):
    make_principle(text_fr="[[figure:countries]] [[figure:patients-total]]")
    figure = Figure.objects.get(slug=code)
    url = address(figure, "change")
    data = opened(admin_client, url) | {"slug": "another-code"}
    answer = admin_client.post(url, data, headers={"accept-language": language})
    assert answer.status_code == 200
    assert words in answer.context["adminform"].form.errors["slug"][0]
    assert Figure.objects.filter(slug=code).exists()


def test_a_code_that_no_text_names_can_change(admin_client):
    figure = make_figure(slug="nobody-names-it")
    url = address(figure, "change")
    assert (
        admin_client.post(url, opened(admin_client, url) | {"slug": "another"}).status_code == 302
    )
    figure.refresh_from_db()
    assert figure.slug == "another"


def test_a_statistic_that_a_text_names_keeps_its_id(admin_client, statistic):
    make_principle(text_fr=f"[[stat:{statistic.slug}]]")
    url = address(statistic, "change")
    answer = admin_client.post(url, opened(admin_client, url) | {"slug": "another"})
    assert f"[[stat:{statistic.slug}]]" in answer.context["adminform"].form.errors["slug"][0]
