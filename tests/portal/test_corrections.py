"""What is a correction, and what is told of it before and after it is public."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from alima_site.editorial.models import Correction, FigureVersion
from tests.factories import make_figure, make_source, make_version

pytestmark = pytest.mark.django_db


def html(address, status=200, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def test_a_new_version_takes_the_place_of_the_current_one_when_it_is_public():
    first = make_version(value=1500, is_current=True)
    assert not Correction.objects.exists()
    with pytest.raises(ValidationError) as refused:
        FigureVersion(figure=first.figure, is_current=True, state="draft").full_clean()
    assert "__all__" in refused.value.message_dict
    make_version(value=1600, is_current=True, figure=first.figure)
    change = Correction.objects.get()
    assert (change.field, change.old, change.new) == ("is_current", "1500", "1600")
    first.refresh_from_db()
    assert not first.is_current


def test_a_figure_that_shows_no_version_any_more_is_a_correction():
    version = make_version(value=1500, is_current=True)
    version.is_current = False
    version.save()
    change = Correction.objects.get()
    assert (change.old, change.new) == ("1500", "")


def test_the_source_of_a_correction_is_not_told_before_it_is_public():
    version = make_version()
    version.source = make_source(title="A secret", state="draft")
    version.save()
    assert Correction.objects.get(field="source").new == ""


def test_a_correction_of_a_figure_that_is_no_longer_public_leads_nowhere():
    version = make_version(figure=make_figure(slug="gone"), label_en="Once shown")
    version.value = 8
    version.save()
    type(version.figure).objects.filter(slug="gone").update(state="archived")
    page = html("/en/figures/corrections/")
    assert "Once shown" in page
    assert "/en/figures/gone/" not in page
