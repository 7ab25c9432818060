"""A figure's address to print and its permanent editions."""

import pytest
from django.test import Client

from alima_site.editorial.models import Edition, FigureVersion

pytestmark = pytest.mark.django_db


def html(address, status=200, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def current(code="patients-total"):
    return FigureVersion.objects.get(figure__slug=code, is_current=True)


@pytest.mark.parametrize(
    ("language", "leads_to"),
    [("en", "/en/figures/patients-total/"), ("fr-TD", "/fr/chiffres/patients-total/")],
)
def test_the_short_link_leads_to_the_figure_in_the_readers_language(language, leads_to):
    for end in ("", "1/"):
        response = Client().get(f"/f/patients-total/{end}", headers={"accept-language": language})
        assert (response.status_code, response["Location"]) == (302, leads_to + end)
        assert response["Vary"] == "Accept-Language"


def test_every_published_version_of_the_content_has_one_edition():
    published = FigureVersion.objects.filter(state="published")
    assert published.count() == Edition.objects.count() > 50
    for edition in Edition.objects.of_public_figures():
        html(edition.get_absolute_url())


def test_saving_without_a_change_begins_no_edition():
    version = current()
    before = Edition.objects.count()
    version.save()
    version.note_en = "Another note"
    version.save()
    assert Edition.objects.count() == before
